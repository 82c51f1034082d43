using Microsoft.Extensions.DependencyInjection;
using Vero.Typed.Client.Tests.Bulk;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Clients whose credentials are known only at run time.</summary>
public sealed class ClientFactoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [FaultRow(74)]
    public async Task A_thousand_tenants_that_change_their_tokens_share_connections_and_never_a_credential()
    {
        const int Tenants = 1000;
        const int Requests = 100;
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out IHttpClientBuilder _);
        var factory = provider.GetRequiredService<IVeroClientFactory>();
        using var turn = new SemaphoreSlim(16);

        await Task.WhenAll(Enumerable.Range(0, Tenants).Select(async tenant =>
        {
            for (int i = 0; i < Requests; i++)
            {
                await turn.WaitAsync(Cancel);
                try
                {
                    // A client for each call, and another token halfway.
                    string token = $"token-{tenant}-{(i < Requests / 2 ? "old" : "new")}";
                    await factory.Create(NewOptions(server, token)).IdentifyAsync(Numbered.Request($"user-{tenant}", i), Cancel);
                }
                finally
                {
                    turn.Release();
                }
            }
        }));

        Assert.Equal(Tenants * Requests, server.Requests.Count);
        Assert.All(server.Requests, static request =>
        {
            var body = IdentifyRequest.Parse(request.Text);
            string age = Numbered.NumberOf(body) < Requests / 2 ? "old" : "new";
            Assert.EndsWith($"?auth_token=token-{body.UserId["user-".Length..]}-{age}", request.Target, StringComparison.Ordinal);
        });
        TestContext.Current.TestOutputHelper!.WriteLine("{0:N0} requests of {1:N0} tenants over {2} connections", server.Requests.Count, Tenants, server.Connections);
        Assert.InRange(server.Connections, 1, 40);
    }

    [Fact]
    [FaultRow(74)]
    public async Task No_handler_sees_a_credential()
    {
        var seen = new List<string>();
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _, builder => builder.AddHttpMessageHandler(() => new WatchingHandler(seen)));
        var factory = provider.GetRequiredService<IVeroClientFactory>();

        await factory.Create(NewOptions(server, Clients.Token)).IdentifyAsync(Clients.Request, Cancel);

        Assert.Equal(1, server.Single.Count(Clients.EncodedToken));
        Assert.NotEmpty(seen);
        Assert.All(seen, static text => Assert.DoesNotContain(Clients.EncodedToken, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(seen, static text => Assert.DoesNotContain(Clients.Token, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_handler_that_replaces_the_URL_gets_no_credential()
    {
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _, static builder => builder.AddHttpMessageHandler(static () => new ReplacingHandler()));
        var factory = provider.GetRequiredService<IVeroClientFactory>();

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => factory.Create(NewOptions(server, Clients.Token)).IdentifyAsync(Clients.Request, Cancel));

        Assert.False(exception.IsTransient);
        Assert.Equal(ErrorMessages.UnexpectedRequest, exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_copy_of_the_request_keeps_its_own_tenant()
    {
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _, static builder => builder.AddHttpMessageHandler(static () => new CopyingHandler()));
        var factory = provider.GetRequiredService<IVeroClientFactory>();

        await factory.Create(NewOptions(server, "a")).IdentifyAsync(Clients.Request, Cancel);
        await factory.Create(NewOptions(server, "b")).IdentifyAsync(Clients.Request, Cancel);

        Assert.Equal(["a", "b"], server.Requests.Select(static request => request.Target.Split('=')[1]));
    }

    [Fact]
    public async Task Options_are_copied_and_checked()
    {
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _);
        var factory = provider.GetRequiredService<IVeroClientFactory>();
        VeroClientOptions options = NewOptions(server, "first");

        IVeroClient client = factory.Create(options);
        options.AuthToken = "second";
        await client.IdentifyAsync(Clients.Request, Cancel);

        Assert.EndsWith("=first", server.Single.Target, StringComparison.Ordinal);
        Assert.Contains("AuthToken is missing. Set VeroClientOptions.AuthToken", Assert.Throws<ArgumentException>(() => factory.Create(new VeroClientOptions())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => factory.Create(null!));
        Assert.Contains("Capacity must be", Assert.Throws<ArgumentException>(() => factory.CreateQueue(options, new VeroQueueOptions { Capacity = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_tenant_has_its_own_failures()
    {
        await using var broken = new LoopbackServer { Respond = Answer(401, "{}") };
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _);
        var factory = provider.GetRequiredService<IVeroClientFactory>();

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => factory.Create(NewOptions(broken, Clients.Token)).IdentifyAsync(Clients.Request, Cancel));
        await factory.Create(NewOptions(server, "b")).IdentifyAsync(Clients.Request, Cancel);

        Secrets.AssertNoneIn(exception);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_queue_of_a_tenant_is_drained_when_it_is_disposed()
    {
        await using var server = new LoopbackServer();
        await using ServiceProvider provider = NewProvider(out _);
        var factory = provider.GetRequiredService<IVeroClientFactory>();

        await using (IOwnedVeroQueue queue = factory.CreateQueue(NewOptions(server, "a"), new VeroQueueOptions { MaxConcurrency = 2 }))
        {
            foreach (IdentifyRequest request in Numbered.Requests(100))
                await queue.EnqueueAsync(request, Cancel);
        }

        Assert.Equal(100, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.EndsWith("=a", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tenants_and_named_clients_do_not_meet()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        services.AddVeroClientFactory();
        services.AddVeroClientFactory();
        services.AddVero(options => (options.AuthToken, options.BaseAddress) = ("home", server.BaseAddress));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IVeroClient>().IdentifyAsync(Clients.Request, Cancel);
        await provider.GetRequiredService<IVeroClientFactory>().Create(NewOptions(server, "tenant")).IdentifyAsync(Clients.Request, Cancel);

        Assert.Equal(["home", "tenant"], server.Requests.Select(static request => request.Target.Split('=')[1]));
        Assert.Single(provider.GetServices<IVeroClientFactory>());
    }

    private static VeroClientOptions NewOptions(LoopbackServer server, string token) => new() { AuthToken = token, BaseAddress = server.BaseAddress };

    private static ServiceProvider NewProvider(out IHttpClientBuilder builder, Action<IHttpClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        builder = services.AddVeroClientFactory();
        configure?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private sealed class WatchingHandler(List<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add($"{request} {request.RequestUri!.OriginalString} {string.Join(',', request.Options)} {System.Text.Json.JsonSerializer.Serialize<object>(request.RequestUri)}");
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            seen.Add($"{response} {response.RequestMessage} {response.RequestMessage!.RequestUri!.OriginalString}");
            return response;
        }
    }

    private sealed class ReplacingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!.OriginalString);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content }, cancellationToken);
    }
}
