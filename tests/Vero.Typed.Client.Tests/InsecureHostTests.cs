using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Client.Tests;

/// <summary>Hosts that may be reached over http, as compose files have them.</summary>
public sealed class InsecureHostTests
{
    [Theory]
    [InlineData("http://vero-mock:8080/", "vero-mock", null)]
    [InlineData("http://VERO-MOCK/", "vero-mock", null)]
    [InlineData("http://10.0.0.1/", "10.0.0.1", null)]
    [InlineData("http://vero-mock/", "other", "BaseAddress must be https")]
    [InlineData("http://sub.vero-mock/", "vero-mock", "BaseAddress must be https")]
    [InlineData("http://api.getvero.com/", "api.getvero.com", "must not contain a host of getvero.com")]
    [InlineData("http://api.getvero.com./", "api.getvero.com.", "must not contain a host of getvero.com")]
    [InlineData("http://GETVERO.COM/", "GetVero.com", "must not contain a host of getvero.com")]
    [InlineData("http://notgetvero.com/", "notgetvero.com", null)]
    [InlineData("http://vero-mock:8080/", "vero-mock:8080", "must contain host names only")]
    [InlineData("http://vero-mock/", "http://vero-mock", "must contain host names only")]
    [InlineData("http://vero-mock/", " ", "must contain host names only")]
    [InlineData("http://vero-mock/", "*", "must contain host names only")]
    [FaultRow(72)]
    public void Http_is_allowed_for_named_hosts_and_never_for_Vero(string address, string host, string? problem)
    {
        var options = new VeroClientOptions { AuthToken = Clients.Token, BaseAddress = new Uri(address), InsecureHosts = [host] };

        List<string> problems = VeroClientOptionsValidator.FindProblems(options);

        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Vero:InsecureHosts", "vero-mock, other")]
    [InlineData("Vero:InsecureHosts:0", "vero-mock")]
    public void Hosts_come_from_configuration_as_a_list_or_one_value(string key, string value)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Vero:AuthToken", Clients.Token), new("Vero:BaseAddress", "http://vero-mock:8080/"), new(key, value)]).Build();
        var services = new ServiceCollection();
        services.AddVero(configuration.GetSection("Vero"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("vero-mock", provider.GetRequiredService<IOptions<VeroClientOptions>>().Value.InsecureHosts[0]);
        Assert.NotNull(provider.GetRequiredService<IVeroClient>());
    }

    [Fact]
    [FaultRow(72)]
    public async Task Requests_go_there_without_a_proxy_and_a_warning_is_logged_once()
    {
        await using var server = new LoopbackServer();
        using var log = new CapturedLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddVero(options => (options.AuthToken, options.BaseAddress, options.InsecureHosts) = (Clients.Token, new Uri("http://vero-mock:8080/"), ["vero-mock"]))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                Proxy = new System.Net.WebProxy("http://proxy.invalid:3128"),
                ConnectCallback = async (context, cancel) =>
                {
                    Assert.Equal("vero-mock", context.DnsEndPoint.Host);
                    var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                    await socket.ConnectAsync(System.Net.IPAddress.Loopback, server.Port, cancel);
                    return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
                },
            });
        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();
        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["Warning Insecure: Requests to vero-mock:8080 are not encrypted (VeroClientOptions.InsecureHosts)."], log.Lines);
    }
}
