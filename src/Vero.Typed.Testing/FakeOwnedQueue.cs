using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Testing;

/// <summary>The real queue over a fake client, with services of its own.</summary>
internal sealed class FakeOwnedQueue(ServiceProvider services) : IOwnedVeroQueue
{
    private readonly IVeroQueue _queue = services.GetRequiredService<IVeroQueue>();

    public int Count => _queue.Count;

    public ValueTask EnqueueAsync<T>(T item, Func<T, VeroRequest> toRequest, CancellationToken cancellationToken = default) =>
        _queue.EnqueueAsync(item, toRequest, cancellationToken);

    public bool TryEnqueue(VeroRequest request) => _queue.TryEnqueue(request);

    public Task FlushAsync(CancellationToken cancellationToken = default) => _queue.FlushAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _queue.FlushAsync().ConfigureAwait(false);
        await services.DisposeAsync().ConfigureAwait(false);
    }
}
