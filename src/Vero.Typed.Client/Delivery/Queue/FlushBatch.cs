namespace Vero.Typed;

/// <summary>Counts what was enqueued between two flushes, and completes when all of it, and all before, is completed.</summary>
/// <param name="previous">Completes when everything before the batch is completed.</param>
internal sealed class FlushBatch(Task previous)
{
    private readonly TaskCompletionSource<bool> _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One more than there are items, until the batch is closed.
    private int _pending = 1;

    public Task Completed { get; private set; } = previous;

    public void Add() => Interlocked.Increment(ref _pending);

    public void Remove()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
            _empty.SetResult(true);
    }

    /// <summary>Says that nothing more is added.</summary>
    public void Close()
    {
        Completed = Completed.IsCompleted ? _empty.Task : Task.WhenAll(Completed, _empty.Task);
        Remove();
    }
}
