using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>What a proxy would read. Alone, because the default proxy belongs to the process.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProxyTests
{
    private static readonly Dictionary<string, Action<IHttpClientBuilder, IWebProxy>> Ways = new()
    {
        ["the default proxy"] = static (_, proxy) => HttpClient.DefaultProxy = proxy,
        ["the default proxy, own sockets handler"] = static (builder, proxy) =>
        {
            HttpClient.DefaultProxy = proxy;
            builder.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler());
        },
        ["own sockets handler"] = static (builder, proxy) => builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = proxy }),
        ["own client handler"] = static (builder, proxy) => builder.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { Proxy = proxy }),
        ["own wrapped handler"] = static (builder, proxy) => builder.ConfigurePrimaryHttpMessageHandler(() => new PassingHandler { InnerHandler = new SocketsHttpHandler { Proxy = proxy } }),
    };

    public static TheoryData<string> AllWays => new(Ways.Keys);

    [Theory]
    [MemberData(nameof(AllWays))]
    [FaultRow(65)]
    public async Task A_loopback_address_is_reached_without_a_proxy(string way)
    {
        IWebProxy before = HttpClient.DefaultProxy;
        await using var proxy = new LoopbackServer();
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddVero(options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress));
        try
        {
            Ways[way](builder, new WebProxy(proxy.BaseAddress));
            using OwnedClient client = Clients.FromServices(services);

            await client.SendAsync();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    [FaultRow(65)]
    public async Task A_client_of_its_own_reaches_a_loopback_address_without_a_proxy()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        await using var proxy = new LoopbackServer();
        await using var server = new LoopbackServer();
        try
        {
            HttpClient.DefaultProxy = new WebProxy(proxy.BaseAddress);
            using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

            await client.SendAsync();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Single(server.Requests);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_borrowed_HttpClient_shows_that_the_proxy_would_read_everything()
    {
        await using var proxy = new LoopbackServer();
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(proxy.BaseAddress) });
        using var client = new VeroClient(Clients.NewOptions(new Uri("http://127.0.0.1:9/")), http);

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        Assert.Equal(1, proxy.Single.Count(Clients.EncodedToken));
        Assert.Equal(Clients.Request.ToJson(), proxy.Single.Text);
    }

    [Fact]
    public void Https_goes_where_the_proxy_says_and_plain_http_does_not()
    {
        var proxy = new WebProxy("http://proxy.invalid:8080") { Credentials = new NetworkCredential("a", "b") };
        var bypass = new PlainHttpBypass(proxy);

        Assert.Equal(new Uri("http://proxy.invalid:8080"), bypass.GetProxy(new Uri("https://api.getvero.com/")));
        Assert.False(bypass.IsBypassed(new Uri("https://api.getvero.com/")));
        Assert.Same(proxy.Credentials, bypass.Credentials);
        foreach (string direct in new[] { "http://vero-mock:8080/", "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "https://localhost/", "https://127.0.0.1/" })
        {
            Assert.Null(bypass.GetProxy(new Uri(direct)));
            Assert.True(bypass.IsBypassed(new Uri(direct)));
        }
    }

    private sealed class PassingHandler : DelegatingHandler;
}
