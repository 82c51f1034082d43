using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Vero.Typed.Benchmarks.Serializer;

namespace Vero.Typed.Benchmarks.Size;

/// <summary>
/// Two native programs that post one customer, published by this process: one with our client, one with PostAsJsonAsync and a generated
/// context. The server is not needed: what counts is the size, and the time of the first body.
/// </summary>
internal static class NativePrograms
{
    private const int Processes = 25;

    private static readonly string Repository = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    // The same customer in both, and the same questions: what the first body takes, or the post.
    private const string Vero =
        """
        using System.Diagnostics;
        using Vero.Typed;

        var customer = new Customer { Id = 42, Email = "ada@example.com", FirstName = "Ada", Vip = true, Visits = 7, Balance = 12.50m, SignedUpAt = DateTimeOffset.UnixEpoch };
        if (args.Length == 0)
        {
            long start = Stopwatch.GetTimestamp();
            customer.ToIdentifyRequest();
            Console.WriteLine(Stopwatch.GetElapsedTime(start).Ticks);
            return;
        }

        using var client = new VeroClient(new VeroClientOptions { BaseAddress = new Uri(args[0]), AuthToken = args[1] });
        await client.IdentifyAsync(customer.ToIdentifyRequest());

        sealed partial class Customer
        {
            [VeroId] public int Id { get; init; }
            [VeroEmail] public string? Email { get; init; }
            [VeroTrait] public string? FirstName { get; init; }
            [VeroTrait] public bool Vip { get; init; }
            [VeroTrait] public int Visits { get; init; }
            [VeroTrait] public decimal Balance { get; init; }
            [VeroTrait] public DateTimeOffset SignedUpAt { get; init; }
        }
        """;

    private const string Json =
        """
        using System.Diagnostics;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        var body = new Body("42", "ada@example.com", new Data("Ada", true, 7, 12.50m, DateTimeOffset.UnixEpoch));
        if (args.Length == 0)
        {
            long start = Stopwatch.GetTimestamp();
            JsonSerializer.SerializeToUtf8Bytes(body, Context.Default.Body);
            Console.WriteLine(Stopwatch.GetElapsedTime(start).Ticks);
            return;
        }

        using var client = new HttpClient { BaseAddress = new Uri(args[0]) };
        using HttpResponseMessage response = await client.PostAsJsonAsync("users/track?auth_token=" + args[1], body, Context.Default.Body);
        response.EnsureSuccessStatusCode();

        sealed record Body(string Id, string Email, Data Data);

        sealed record Data(string FirstName, bool Vip, int Visits, decimal Balance, DateTimeOffset SignedUpAt);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
        [JsonSerializable(typeof(Body))]
        sealed partial class Context : JsonSerializerContext;
        """;

    public static int Report()
    {
        string folder = Directory.CreateTempSubdirectory("vero-size-").FullName;
        try
        {
            string references =
                $"""
                <ProjectReference Include="{Repository}/src/Vero.Typed.Client/Vero.Typed.Client.csproj" />
                <ProjectReference Include="{Repository}/analyzers/Vero.Typed.Analyzers/Vero.Typed.Analyzers.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                """;
            string vero = Publish(folder, "vero-post", Vero, references);
            string json = Publish(folder, "json-post", Json, "");

            double first = Interleaved.Median(Enumerable.Range(0, Processes).Select(_ => FirstBody(vero) / FirstBody(json)));
            double size = (double)new FileInfo(vero).Length / new FileInfo(json).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Native program that posts one customer: {size:0.00} of the size of one with PostAsJsonAsync ({new FileInfo(vero).Length} and "
                + $"{new FileInfo(json).Length} bytes); the first body takes {first:0.000} of the time."));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Publish(string folder, string name, string program, string references)
    {
        string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(project, "Program.cs"), program);
        File.WriteAllText(
            Path.Combine(project, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
                <StripSymbols>true</StripSymbols>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);

        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", Path.Combine(project, "out"), "-v", "q", "-tl:off"])
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(project, "out", OperatingSystem.IsWindows() ? name + ".exe" : name)
            : throw new InvalidOperationException(output);
    }

    private static double FirstBody(string program)
    {
        using Process process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(printed, CultureInfo.InvariantCulture);
    }
}
