using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Retries of the client and of the user's handlers do not multiply.</summary>
public sealed class ResilienceHandlerTests
{
    private static readonly Dictionary<string, Action<IServiceCollection, IHttpClientBuilder>> Ways = new()
    {
        ["standard handler on the client"] = static (_, builder) => builder.AddStandardResilienceHandler(Hurry),
        ["standard handler on all clients"] = static (services, _) => services.ConfigureHttpClientDefaults(static defaults => defaults.AddStandardResilienceHandler(Hurry)),
        ["own pipeline"] = static (_, builder) => builder.AddResilienceHandler("own", static pipeline => pipeline.AddRetry(
            new HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.Zero })),
        ["hidden by another handler"] = static (_, builder) => builder.AddHttpMessageHandler(static () => new PassingHandler()).AddStandardResilienceHandler(Hurry),
        ["Polly 7"] = static (_, builder) => builder.AddPolicyHandler(
            Policy.HandleResult<HttpResponseMessage>(static response => !response.IsSuccessStatusCode).RetryAsync(3)),
    };

    public static TheoryData<string> AllWays => new(Ways.Keys);

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task With_a_resilience_handler_there_are_its_attempts_and_no_more(string way)
    {
        var log = new CapturedLog();
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        ServiceCollection services = NewServices(server, log);
        Ways[way](services, services.AddVero());
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(1, exception.Attempts);

        await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());
        Assert.Equal(8, server.Requests.Count);
        string line = Assert.Single(log.Lines, static line => line.Contains("VeroClientOptions.MaxRetries", StringComparison.Ordinal));
        Assert.StartsWith("Warning RetriesLeftToHandler: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MaxRetries_that_was_set_wins_and_the_two_make_12()
    {
        var log = new CapturedLog();
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        ServiceCollection services = NewServices(server, log);
        services.AddSingleton<TimeProvider>(new JumpingTime());
        services.AddVero(static o => o.MaxRetries = 2).AddHttpMessageHandler(static () => new UnknownRetryHandler());
        using OwnedClient client = Clients.FromServices(services);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(12, server.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.DoesNotContain(log.Lines, static line => line.Contains("MaxRetries", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task The_handlers_of_a_borrowed_HttpClient_are_noticed_too(string way)
    {
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        var services = new ServiceCollection();
        Ways[way](services, services.AddHttpClient("mine"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("mine");
        using var client = new VeroClient(NewOptions(server), http);

        await Assert.ThrowsAsync<VeroApiException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_resilience_handler_that_gives_up_with_an_exception_is_noticed_too()
    {
        await using var server = new LoopbackServer { Respond = Raw("") };
        var services = new ServiceCollection();
        services.AddHttpClient("mine").AddStandardResilienceHandler(Hurry);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("mine");
        using var client = new VeroClient(NewOptions(server), http);

        await Assert.ThrowsAsync<VeroConnectionException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task No_retries_leave_it_to_a_handler_of_any_kind()
    {
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        ServiceCollection services = NewServices(server, new CapturedLog());
        services.AddVero(static o => o.MaxRetries = 0).AddHttpMessageHandler(static () => new UnknownRetryHandler());
        using OwnedClient client = Clients.FromServices(services);

        await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("unsafe methods are not retried")]
    [InlineData("timeout only")]
    [InlineData("breaker only")]
    [InlineData("limiter only")]
    [InlineData("hedging that does not hedge")]
    [FaultRow(67)]
    public async Task A_resilience_handler_that_does_not_retry_leaves_the_retries_to_the_client(string way)
    {
        var log = new CapturedLog();
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, ""), Answer(503, ""), Answer(200, Accepted)) };
        ServiceCollection services = NewServices(server, log);
        IHttpClientBuilder builder = services.AddVero();
        switch (way)
        {
            case "unsafe methods are not retried":
                builder.AddStandardResilienceHandler(static options => options.Retry.DisableForUnsafeHttpMethods());
                break;
            case "timeout only":
                builder.AddResilienceHandler("own", static pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(20)));
                break;
            case "breaker only":
                builder.AddResilienceHandler("own", static pipeline => pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions()));
                break;
            case "limiter only":
                builder.AddResilienceHandler("own", static pipeline => pipeline.AddConcurrencyLimiter(10));
                break;
            default:
                builder.AddPolicyHandler(Policy.NoOpAsync<HttpResponseMessage>());
                break;
        }

        using OwnedClient client = Clients.FromServices(services);

        await client.SendAsync();

        Assert.Equal(3, server.Requests.Count);
        Assert.Empty(log.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_of_any_kind_that_retries_is_noticed(bool isBorrowed)
    {
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        ServiceCollection services = NewServices(server, new CapturedLog());
        services.AddVero().AddHttpMessageHandler(static () => new UnknownRetryHandler());
        using OwnedClient injected = Clients.FromServices(services);
        using var http = new HttpClient(new UnknownRetryHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
        using var borrowed = new VeroClient(NewOptions(server), http);

        await Assert.ThrowsAsync<VeroApiException>(() => isBorrowed
            ? borrowed.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken)
            : injected.SendAsync());

        Assert.Equal(4, server.Requests.Count);
    }

    private static VeroClientOptions NewOptions(LoopbackServer server) => new() { AuthToken = Clients.Token, BaseAddress = server.BaseAddress };

    private static void Hurry(HttpStandardResilienceOptions options) => options.Retry.Delay = TimeSpan.Zero;

    private static ServiceCollection NewServices(LoopbackServer server, CapturedLog log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddVero(o =>
        {
            o.AuthToken = Clients.Token;
            o.BaseAddress = server.BaseAddress;
        });
        return services;
    }

    private sealed class PassingHandler : DelegatingHandler;

    /// <summary>Repeats, and nobody can know.</summary>
    private sealed class UnknownRetryHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int i = 0; i < 3; i++)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
