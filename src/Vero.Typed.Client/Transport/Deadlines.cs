using System.Collections.Concurrent;

namespace Vero.Typed;

/// <summary>
/// The time limits of calls. A source of cancellation with its timer is a fifth of what a call allocates, and hardly any is ever cancelled, so they are used
/// again.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Deadlines(TimeProvider time)
{
    private const int MostKept = 256;

    private readonly ConcurrentQueue<CancellationTokenSource> _kept = new();
    private int _count;

    /// <summary>Starts a time limit.</summary>
    public CancellationTokenSource Start(TimeSpan timeout)
    {
        if (!_kept.TryDequeue(out CancellationTokenSource? deadline))
        {
#if NET8_0_OR_GREATER
            return new CancellationTokenSource(timeout, time);
#else
            return time.CreateCancellationTokenSource(timeout);
#endif
        }

        Interlocked.Decrement(ref _count);
        deadline.CancelAfter(timeout);
        return deadline;
    }

    /// <summary>Ends the call of a time limit. Nothing that the call has started may still use its token.</summary>
    public void End(CancellationTokenSource deadline)
    {
        // Only timers of the system can be set again; after a reset, no callback of the call is left.
        if (time == TimeProvider.System && Volatile.Read(ref _count) < MostKept && TryReset(deadline))
        {
            Interlocked.Increment(ref _count);
            _kept.Enqueue(deadline);
        }
        else
        {
            deadline.Dispose();
        }
    }

    private static bool TryReset(CancellationTokenSource deadline) =>
#if NET8_0_OR_GREATER
        deadline.TryReset();
#else
        // Older .NET cannot.
        false;
#endif
}
