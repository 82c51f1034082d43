namespace Vero.Typed;

/// <summary>The delivery of one queue, from its first item to its last. No exception of a request ends it.</summary>
internal sealed class QueueDelivery(IVeroClient client, IAsyncEnumerable<QueuedItem> source, VeroQueueOptions options, QueueDelivery.Report report)
    : OrderedDelivery<QueuedItem>(client, source, options.MaxConcurrency, Math.Min(options.Capacity, MaxWaiting))
{
    private const int MaxWaiting = 1000;

    public delegate ValueTask Report(QueuedItem item, DeliveryStatus status, Exception? exception);

    public Task DeliverAsync(CancellationToken abandoning) => RunAsync(abandoning);

    protected override VeroRequest? Serialize(QueuedItem item, out Exception? failure)
    {
        failure = item.Failure;
        return item.Request;
    }

    protected override ValueTask ReportAsync(QueuedItem item, VeroRequest? request, DeliveryStatus status, Exception? exception) =>
        report(item, status, exception);

    protected override bool EndsRun(Exception exception) => false;
}
