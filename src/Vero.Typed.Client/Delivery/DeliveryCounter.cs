namespace Vero.Typed;

/// <summary>Counts results. Safe for concurrent use.</summary>
internal sealed class DeliveryCounter
{
    private readonly long[] _counts = new long[(int)DeliveryStatus.Suppressed + 1];

    public DeliveryCounts Counts => new(
        Read(DeliveryStatus.Delivered),
        Read(DeliveryStatus.Rejected),
        Read(DeliveryStatus.Failed),
        Read(DeliveryStatus.NotSent),
        Read(DeliveryStatus.NotSerialized),
        Read(DeliveryStatus.Suppressed));

    public void Add(DeliveryStatus status) => Interlocked.Increment(ref _counts[(int)status]);

    private long Read(DeliveryStatus status) => Interlocked.Read(ref _counts[(int)status]);
}
