namespace Vero.Typed;

/// <summary>What durable delivery holds.</summary>
public sealed class VeroDeliveryStatus
{
    internal VeroDeliveryStatus(long pending, TimeSpan? oldestAge, long deadLetters, IReadOnlyList<VeroDeliveryPause> pauses)
    {
        Pending = pending;
        OldestAge = oldestAge;
        DeadLetters = deadLetters;
        Pauses = pauses;
    }

    /// <summary>How many operations are pending.</summary>
    public long Pending { get; }

    /// <summary>How long the oldest pending operation has been waiting; null if nothing is pending.</summary>
    public TimeSpan? OldestAge { get; }

    /// <summary>How many dead letters there are.</summary>
    public long DeadLetters { get; }

    /// <summary>The pauses that hold for this instance. One after a rejected credential does not hold for an instance with another credential.</summary>
    public IReadOnlyList<VeroDeliveryPause> Pauses { get; }
}
