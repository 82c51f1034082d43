using System.Threading.RateLimiting;

namespace Vero.Typed;

/// <summary>How <see cref="VeroBulkExtensions"/> send many requests. Read when the call begins; later changes have no effect on it.</summary>
public sealed class VeroBulkOptions
{
    private const int HighestConcurrency = 1024;

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
    /// Says when the next request may go, or null (the default) if they go as fast as they are answered. One permit is asked for each request;
    /// repeated attempts of a request ask for none. It is not disposed, so that several calls can share it.
    /// </summary>
    /// <remarks>A limiter that does not queue, as they are by default, is asked again when it says that it will have permits.</remarks>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>Is given the outcome of each request as it happens: each request once, never two at the same time.</summary>
    /// <remarks>
    /// Sending goes on meanwhile, but a worker whose outcome is waiting to be told sends nothing: a slow callback slows down the run.
    /// If it throws, the run ends: no further request is sent, those under way are still told, and the call ends with the exception. If
    /// there is nothing to await, return <see langword="default"/>.
    /// </remarks>
    public Func<IdentifyOutcome, ValueTask>? OnOutcome { get; set; }

    /// <summary>
    /// Is told the counts so far: after the first outcome, then about ten times a second, and at the end, also when the run ends with an
    /// exception. If it throws, the run ends as it does for <see cref="OnOutcome"/>.
    /// </summary>
    public IProgress<IdentifyCounts>? Progress { get; set; }

    // Measures the distance between two reports and the time that a limiter asks to wait.
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
