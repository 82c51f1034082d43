namespace Vero.Typed;

/// <summary>How <see cref="IVeroQueue"/> delivers. Read when the queue is made; later changes have no effect on it.</summary>
public sealed class VeroQueueOptions
{
    private const int HighestCapacity = 1_000_000;
    private const int HighestConcurrency = 1024;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromHours(1);

    /// <summary>
    /// How many requests may wait for their turn, 1 to 1,000,000; 10,000 by default. Those under way, and those that wait for an earlier one of
    /// the same customer (at most as many again, and never more than 1,000), come on top.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1,000,000.</exception>
    public int Capacity
    {
        get;
        set => field = value is >= 1 and <= HighestCapacity
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Capacity is the number of requests that may wait, 1 to 1,000,000.");
    }
    = 10_000;

    /// <summary>How many requests may be under way at the same time, 1 to 1024; 16 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1024.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = value is >= 1 and <= HighestConcurrency
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency is the number of requests that may be under way at the same time, 1 to 1024.");
    }
    = 16;

    /// <summary>
    /// How long the application may go on sending when it is shut down, zero to one hour; 20 seconds by default. The host's own limit
    /// (<c>HostOptions.ShutdownTimeout</c>, 30 seconds by default) counts as well.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from zero to one hour.</exception>
    public TimeSpan DrainTimeout
    {
        get;
        set => field = value >= TimeSpan.Zero && value <= LongestDrain
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "DrainTimeout is from zero to one hour.");
    }
    = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Is given every request that was taken and could not be delivered: rejected by Vero, failed after its retries, not made because the
    /// customer cannot be serialized, or left when the application was shut down. Each once, never two at the same time.
    /// </summary>
    /// <remarks>
    /// Sending goes on meanwhile, but a worker that waits to tell sends nothing: a slow callback slows down the queue, and shutdown waits for it. Of
    /// an exception of it, type and stack trace are logged (its message may hold the customer's data), and the request does not come again. Do
    /// not await <c>EnqueueAsync</c> of the same queue in it: where the queue is full, it would wait for itself
    /// (<see cref="IVeroQueue.TryEnqueue"/> does not wait). If there is nothing to await, return <see langword="default"/>.
    /// </remarks>
    public Func<UndeliveredRequest, ValueTask>? OnUndelivered { get; set; }
}
