namespace Vero.Typed;

/// <summary>
/// Keeps requests of one user in order: each one starts when those before it that concern the same id are completed. An alias concerns two ids.
/// Not safe for concurrent use.
/// </summary>
internal sealed class UserOrder<T>
{
    // An id is here while a request that concerns it is in flight or waits; the queue holds those that wait for it.
    private readonly Dictionary<string, Queue<PendingDelivery<T>>?> _ids = new(StringComparer.Ordinal);

    /// <summary>How many requests wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Adds the next request.</summary>
    /// <returns>True if it can start now; otherwise <see cref="Complete"/> of an earlier one returns it.</returns>
    public bool Add(PendingDelivery<T> delivery)
    {
        WaitFor(delivery.Id, delivery);
        if (delivery.NewId is { } newId && newId != delivery.Id)
            WaitFor(newId, delivery);
        if (delivery.WaitsFor == 0)
            return true;
        Waiting++;
        return false;
    }

    /// <summary>Removes a request that is completed.</summary>
    /// <param name="delivery">The request.</param>
    /// <param name="ready">Receives the requests that can start now.</param>
    public void Complete(PendingDelivery<T> delivery, Queue<PendingDelivery<T>> ready)
    {
        Release(delivery.Id, ready);
        if (delivery.NewId is { } newId && newId != delivery.Id)
            Release(newId, ready);
    }

    private void WaitFor(string id, PendingDelivery<T> delivery)
    {
        if (!_ids.TryGetValue(id, out Queue<PendingDelivery<T>>? queue))
        {
            _ids.Add(id, null);
            return;
        }

        if (queue is null)
            _ids[id] = queue = new Queue<PendingDelivery<T>>();
        queue.Enqueue(delivery);
        delivery.WaitsFor++;
    }

    private void Release(string id, Queue<PendingDelivery<T>> ready)
    {
        if (_ids[id] is not { Count: > 0 } queue)
        {
            _ids.Remove(id);
            return;
        }

        PendingDelivery<T> next = queue.Dequeue();
        if (--next.WaitsFor > 0)
            return;
        Waiting--;
        ready.Enqueue(next);
    }
}
