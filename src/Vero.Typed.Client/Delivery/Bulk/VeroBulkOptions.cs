using System.Threading.RateLimiting;

namespace Vero.Typed;

/// <summary>How <see cref="VeroBulkExtensions"/> send many requests. Read when the call begins; later changes have no effect.</summary>
public sealed class VeroBulkOptions
{
    private const int HighestConcurrency = 1024;

    /// <summary>The number of requests in flight, 1 to 1024; 16 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1024.</exception>
    public int MaxConcurrency
    {
        get;
        set => field = value is >= 1 and <= HighestConcurrency
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency must be 1 to 1024.");
    }
    = 16;

    /// <summary>
    /// Limits the rate of requests; null (the default) for no limit. Each request acquires one permit and holds it until it is completed; retries
    /// acquire none. The limiter is not disposed, so that several calls can share it.
    /// </summary>
    /// <remarks>
    /// A limiter without a queue, as they are by default, is asked again after its RetryAfter, or after 100 ms. An exception of the limiter ends the
    /// run.
    /// </remarks>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>
    /// Receives the result of each item as it happens: each once, never two concurrently. It is a <see cref="DeliveryResult{T}"/> of the item's
    /// type.
    /// </summary>
    /// <remarks>
    /// Sending continues meanwhile, but a worker that waits to report sends nothing: a slow callback slows down the run. If it throws, the run
    /// ends: nothing more is sent, requests in flight are still reported, and the call fails with the exception. If there is nothing
    /// to await, return <see langword="default"/>.
    /// </remarks>
    public Func<DeliveryResult, ValueTask>? OnResult { get; set; }

    /// <summary>
    /// Receives the counts: after the first result, then about ten times a second, and at the end, also when the run ends with an exception. If it
    /// throws, the run ends as it does for <see cref="OnResult"/>.
    /// </summary>
    public IProgress<DeliveryCounts>? Progress { get; set; }

    // Measures the interval of progress and the waits of a limiter.
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
