namespace Vero.Typed;

/// <summary>The delivery of one queue, from its first request to its last. No exception of a request ends it.</summary>
internal sealed class BackgroundDelivery(IVeroClient client, IAsyncEnumerable<IdentifyRequest> source, VeroQueueOptions options, BackgroundDelivery.Report report)
    : OrderedDelivery(client, source, options.MaxConcurrency, Math.Min(options.Capacity, MaxWaiting))
{
    private const int MaxWaiting = 1000;

    public delegate ValueTask Report(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception);

    public Task DeliverAsync(CancellationToken givingUp) => RunAsync(givingUp);

    protected override ValueTask ReportAsync(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception) => report(request, kind, exception);

    protected override bool EndsRun(Exception exception) => false;
}
