using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What the server sends before it falls silent.</summary>
    private static readonly Dictionary<string, string> Silences = new()
    {
        ["at once"] = "",
        ["in the status line"] = "HTTP/1.1 2",
        ["in the headers"] = "HTTP/1.1 200 OK\r\nContent-Ty",
        ["before the body"] = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n",
        ["in the body"] = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{\"status\":200",
        ["in the body of a refusal"] = "HTTP/1.1 400 Bad\r\nContent-Length: 40\r\n\r\n{\"status\":400",
    };

    public static MatrixTheoryData<string, ClientKind> SilenceCases => new(Silences.Keys, [ClientKind.Own, ClientKind.Injected]);

    [Theory]
    [MemberData(nameof(SilenceCases))]
    public async Task A_server_that_falls_silent_is_given_up_when_the_time_is_over(string name, ClientKind kind)
    {
        var time = new FakeTimeProvider();
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall(Silences[name], silent) };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, time);

        Task call = client.SendAsync();
        await silent.Task;
        time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var exception = await Assert.ThrowsAsync<VeroTimeoutException>(() => call);

        Assert.True(exception.IsTransient);
        Assert.Contains("within 00:00:30 (VeroClientOptions.Timeout)", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task A_server_that_drips_is_given_up_in_real_time(ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = Endless("HTTP/1.1 200 OK\r\nX-Slow: ", "") };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, timeout: TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<VeroTimeoutException>(() => client.SendAsync());
        await Assert.ThrowsAsync<VeroTimeoutException>(() => client.SendAsync());
    }

    [Fact]
    [FaultRow(46)]
    public async Task The_timeout_of_a_borrowed_HttpClient_is_a_timeout_too()
    {
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall("", silent) };
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        using var client = new VeroClient(Clients.NewOptions(server.BaseAddress), http);

        var exception = await Assert.ThrowsAsync<VeroTimeoutException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Contains("The HttpClient, or one of its handlers, gave up", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
    }

    [Theory]
    [FaultRow(42)]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task A_call_that_is_cancelled_before_it_starts_opens_no_connection(ClientKind kind)
    {
        bool isConnected = false;
        await using var server = new LoopbackServer { Connect = _ => isConnected = true };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendCancellableAsync(cancellation.Token));

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.False(isConnected);
        await client.AssertNextCallSucceedsAsync(server);
    }

    public static MatrixTheoryData<string, ClientKind> CancellationCases => new(Silences.Keys, Enum.GetValues<ClientKind>());

    [Theory]
    [FaultRow(43)]
    [MemberData(nameof(CancellationCases))]
    public async Task A_call_that_is_cancelled_on_the_way_ends_with_the_token_of_the_caller(string name, ClientKind kind)
    {
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall(Silences[name], silent) };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);
        using var cancellation = new CancellationTokenSource();

        Task call = client.SendCancellableAsync(cancellation.Token);
        await silent.Task;
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.True(call.IsCanceled);
        Secrets.AssertNoneIn(exception);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Fact]
    [FaultRow(47)]
    public async Task Cancellation_wins_over_a_timeout()
    {
        var time = new FakeTimeProvider();
        var silent = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        await using var server = new LoopbackServer { Respond = Stall("", silent) };
        using var handler = new CancelWhenCancelled(cancellation) { InnerHandler = new SocketsHttpHandler() };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services
            .AddVero(o =>
            {
                o.AuthToken = Clients.Token;
                o.BaseAddress = server.BaseAddress;
            })
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        using OwnedClient client = Clients.FromServices(services);

        Task call = client.SendCancellableAsync(cancellation.Token);
        await silent.Task;
        time.Advance(Limit);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    [FaultRow(45)]
    public async Task Cancellation_after_the_end_changes_nothing()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        using var cancellation = new CancellationTokenSource();

        Task call = client.SendCancellableAsync(cancellation.Token);
        await call;
        await cancellation.CancelAsync();

        Assert.True(call.IsCompletedSuccessfully);
        await client.AssertNextCallSucceedsAsync(server);
    }

    /// <summary>Has the caller cancel at the moment when the time is over.</summary>
    private sealed class CancelWhenCancelled(CancellationTokenSource cancellation) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await cancellation.CancelAsync();
                throw;
            }
        }
    }
}
