using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class LifetimeTests
{
    [Fact]
    [FaultRow(49)]
    public async Task A_client_that_was_disposed_says_so()
    {
        await using var server = new LoopbackServer();
        var client = new VeroClient(Clients.NewOptions(server.BaseAddress));
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    [FaultRow(48)]
    public async Task A_client_that_is_disposed_in_the_middle_of_a_call_says_so()
    {
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall("", silent) };
        var client = new VeroClient(Clients.NewOptions(server.BaseAddress));

        Task call = client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        await silent.Task;
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    [FaultRow(51)]
    public async Task A_borrowed_HttpClient_outlives_the_client()
    {
        await using var server = new LoopbackServer();
        using var http = new HttpClient { BaseAddress = new Uri("https://unused.invalid") };
        var client = new VeroClient(Clients.NewOptions(server.BaseAddress), http);
        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);
        client.Dispose();

        using HttpResponseMessage response = await http.GetAsync(server.BaseAddress, TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(new Uri("https://unused.invalid"), http.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(100), http.Timeout);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_borrowed_HttpClient_that_its_owner_has_disposed_is_an_ObjectDisposedException()
    {
        var http = new HttpClient();
        using var client = new VeroClient(Clients.NewOptions(new Uri("https://vero.invalid")), http);
        http.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_container_disposes_its_client()
    {
        var services = new ServiceCollection();
        services.AddVero(o => o.AuthToken = Clients.Token);
        ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IVeroClient>();
        Assert.Same(client, provider.GetRequiredService<IVeroClient>());

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_client_that_was_registered_before_is_kept()
    {
        var services = new ServiceCollection();
        using var own = new VeroClient(new VeroClientOptions { AuthToken = "own" });
        services.AddSingleton<IVeroClient>(own);
        services.AddVero();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IVeroClient>());
    }

    [Fact]
    public async Task No_request_is_an_ArgumentNullException()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = "t" });

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.IdentifyAsync(null!, TestContext.Current.CancellationToken));
    }

    [Theory]
    [FaultRow(55)]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task A_caller_who_blocks_a_thread_with_a_context_does_not_wait_for_himself(ClientKind kind)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);
        var context = new BlockedContext();
        var done = new TaskCompletionSource();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                client.Client.IdentifyAsync(Clients.Request, cancel).GetAwaiter().GetResult();
                server.Respond = Answer(400, "{}");
                Assert.Throws<VeroApiException>(() => client.Client.IdentifyAsync(Clients.Request, cancel).GetAwaiter().GetResult());
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        })
        { IsBackground = true };
        thread.Start();

        await done.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, context.Posts);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void A_context_that_is_asked_to_go_on_is_noticed()
    {
        var context = new BlockedContext();
        var awaited = new TaskCompletionSource();
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        Task waiting = AwaitOnContextAsync(awaited.Task);
        SynchronizationContext.SetSynchronizationContext(before);

        awaited.SetResult();

        Assert.Equal(1, context.Posts);
        Assert.False(waiting.IsCompleted);

        static async Task AwaitOnContextAsync(Task task) => await task;
    }

    /// <summary>The context of a user interface whose only thread is busy waiting: what is posted never runs.</summary>
    private sealed class BlockedContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _posts);

        public override void Send(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _posts);
    }
}
