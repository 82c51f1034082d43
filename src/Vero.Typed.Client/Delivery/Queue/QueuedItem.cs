namespace Vero.Typed;

/// <summary>What waits in the queue: an item with its request, or with the reason why there is none.</summary>
internal abstract class QueuedItem(VeroRequest? request, Exception? failure)
{
    public VeroRequest? Request { get; } = request;

    public Exception? Failure { get; } = failure;

    /// <summary>What was enqueued since the last flush, this item included.</summary>
    public FlushBatch Batch { get; set; } = null!;

    public abstract Type ItemType { get; }

    public abstract DeliveryResult ToResult(DeliveryStatus status, Exception? exception);
}
