using System.Globalization;

namespace Vero.Typed;

/// <summary>How many items have which <see cref="DeliveryStatus"/>.</summary>
public sealed class DeliveryCounts
{
    /// <summary>Creates counts; useful in tests of code that receives them.</summary>
    /// <param name="delivered">See <see cref="Delivered"/>.</param>
    /// <param name="rejected">See <see cref="Rejected"/>.</param>
    /// <param name="failed">See <see cref="Failed"/>.</param>
    /// <param name="notSent">See <see cref="NotSent"/>.</param>
    /// <param name="notSerialized">See <see cref="NotSerialized"/>.</param>
    /// <param name="suppressed">See <see cref="Suppressed"/>.</param>
    public DeliveryCounts(long delivered = 0, long rejected = 0, long failed = 0, long notSent = 0, long notSerialized = 0, long suppressed = 0)
    {
        Delivered = delivered;
        Rejected = rejected;
        Failed = failed;
        NotSent = notSent;
        NotSerialized = notSerialized;
        Suppressed = suppressed;
    }

    /// <summary>The number of <see cref="DeliveryStatus.Delivered"/>.</summary>
    public long Delivered { get; }

    /// <summary>The number of <see cref="DeliveryStatus.Rejected"/>.</summary>
    public long Rejected { get; }

    /// <summary>The number of <see cref="DeliveryStatus.Failed"/>.</summary>
    public long Failed { get; }

    /// <summary>The number of <see cref="DeliveryStatus.NotSent"/>: read from the sequence, but not sent. Not 0 only where the run ends early.</summary>
    public long NotSent { get; }

    /// <summary>The number of <see cref="DeliveryStatus.NotSerialized"/>.</summary>
    public long NotSerialized { get; }

    /// <summary>The number of <see cref="DeliveryStatus.Suppressed"/>.</summary>
    public long Suppressed { get; }

    /// <summary>All items.</summary>
    public long Total => Delivered + Rejected + Failed + NotSent + NotSerialized + Suppressed;

    /// <summary>The counts as a string.</summary>
    /// <returns>A string such as <c>997 delivered, 2 rejected, 1 failed, 0 not sent, 0 not serialized, 0 suppressed</c>.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} delivered, {1} rejected, {2} failed, {3} not sent, {4} not serialized, {5} suppressed",
        Delivered, Rejected, Failed, NotSent, NotSerialized, Suppressed);
}
