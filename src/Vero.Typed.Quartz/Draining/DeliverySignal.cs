namespace Vero.Typed;

/// <summary>Wakes the shards of this process that wait for the next poll.</summary>
internal sealed class DeliverySignal
{
    private TaskCompletionSource _next = New();

    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>A task that completes with the next pulse. Taken before looking, so that a pulse in between is not missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
