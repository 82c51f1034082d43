using Microsoft.Extensions.Hosting;

namespace Vero.Typed;

/// <summary>
/// The queue as services see it. It is created without its options, so that the service behind <see cref="VeroQueueOptions.OnUndelivered"/> can
/// itself use the queue; the first use creates them.
/// </summary>
/// <remarks>
/// The queue itself is a service of its own, which the container creates after the services that its options use, and so disposes before them.
/// </remarks>
/// <param name="getQueue">Resolves the queue.</param>
internal sealed class HostedVeroQueue(Func<VeroQueue> getQueue) : IVeroQueue, IHostedLifecycleService
{
    private readonly Lazy<VeroQueue> _queue = new(getQueue);
    private bool _hasLifecycle;

    public int Count => _queue.Value.Count;

    public ValueTask EnqueueAsync<T>(T item, Func<T, VeroRequest> toRequest, CancellationToken cancellationToken = default) =>
        _queue.Value.EnqueueAsync(item, toRequest, cancellationToken);

    public bool TryEnqueue(VeroRequest request) => _queue.Value.TryEnqueue(request);

    public Task FlushAsync(CancellationToken cancellationToken = default) => _queue.Value.FlushAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _hasLifecycle = true;
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Now, so that what is wrong with the options or the client keeps the host from starting.
        _ = _queue.Value;
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Services that use the queue until they have stopped can do so in any order where the host reports that all have stopped.
    public Task StopAsync(CancellationToken cancellationToken) => _hasLifecycle ? Task.CompletedTask : _queue.Value.DrainAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => _queue.Value.DrainAsync(cancellationToken);
}
