namespace Vero.Typed.Benchmarks.Size;

/// <summary>A program that posts a customer to the address and with the token of its arguments, and without arguments prints the ticks of its first body.</summary>
/// <param name="Name">Of the program and its project.</param>
/// <param name="Body">The expression that makes the body of <c>customer</c>.</param>
/// <param name="Post">The statements that post it.</param>
/// <param name="Declarations">Types that these need.</param>
internal sealed record NativeProgram(string Name, string Body, string Post, string Declarations = "")
{
    // The same customer in all of them.
    public string Source =>
        $$"""
        using System.Diagnostics;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Vero.Typed.Benchmarks.Serializer;

        var customer = new Customer
        {
            Id = new Guid("3f2b8c1e-5a7d-4e90-8b6f-1c2d3e4f5a6b"), Email = "ada@example.com", AndroidToken = "token", FirstName = "Ada", LastName = "King",
            Company = "Engines", City = "London", Notes = "none", Referrer = "https://www.example.com", Plan = Plan.Pro, Vip = true, Visits = 7,
            LastOrder = 90071992547, Balance = 12.50m, Score = 0.8725, SignedUpAt = DateTimeOffset.UnixEpoch, Language = "en-GB", Timezone = 1,
        };
        if (args.Length == 0)
        {
            long start = Stopwatch.GetTimestamp();
            object? first = {{Body}};
            long time = Stopwatch.GetElapsedTime(start).Ticks;
            Console.WriteLine(first is null ? -1 : time);
            return;
        }

        {{Post}}

        {{Declarations}}
        """;
}
