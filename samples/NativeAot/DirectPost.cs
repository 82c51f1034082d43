using Vero.Typed;

namespace NativeAot;

/// <summary>The client alone, for a tool that wants nothing else in its binary.</summary>
internal static class DirectPost
{
    public static async Task RunAsync(Uri? address)
    {
        var options = new VeroClientOptions
        {
            AuthToken = Environment.GetEnvironmentVariable("Vero__AuthToken"),
            DryRun = Environment.GetEnvironmentVariable("Vero__DryRun") == "true",
            Timeout = TimeSpan.FromSeconds(10),
            MaxRetries = 1,
        };
        if (address is not null)
            options.BaseAddress = address;

        using var vero = new VeroClient(options);
        foreach (IdentifyRequest request in new[] { InventedCustomers.Ada().ToIdentifyRequest(), InventedCustomers.Grace.ToIdentifyRequest() })
        {
            await vero.IdentifyAsync(request);
            Console.WriteLine(request.ToJson());
        }
    }
}
