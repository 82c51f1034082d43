using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class LifetimeTests
{
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

        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendAsync(null!, TestContext.Current.CancellationToken));
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
}
