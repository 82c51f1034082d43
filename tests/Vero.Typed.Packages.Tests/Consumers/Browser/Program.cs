using Microsoft.Extensions.DependencyInjection;
using Vero.Typed;

#if !PLANTED
// What the analyzer of platforms says of these calls is in planted.txt.
#pragma warning disable CA1416
#endif

var options = new VeroClientOptions { AuthToken = "token" };
try
{
    using var own = new VeroClient(options);
    Console.WriteLine("own: no exception");
}
catch (PlatformNotSupportedException exception)
{
    Console.WriteLine($"own: {exception.Message}");
}

try
{
    using var borrowed = new VeroClient(options, new HttpClient());
    Console.WriteLine("borrowed: no exception");
}
catch (PlatformNotSupportedException exception)
{
    Console.WriteLine($"borrowed: {exception.Message}");
}

try
{
    var services = new ServiceCollection();
    services.AddVero(static options => options.AuthToken = "token");
    using ServiceProvider provider = services.BuildServiceProvider();
    provider.GetRequiredService<IVeroClient>();
    Console.WriteLine("injected: no exception");
}
catch (PlatformNotSupportedException exception)
{
    Console.WriteLine($"injected: {exception.Message}");
}
