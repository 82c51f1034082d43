#if NET8_0_OR_GREATER
using System.Collections.Concurrent;
#endif

namespace Vero.Typed;

/// <summary>
/// The time limits of calls. A source of cancellation with its timer costs more than the rest of a call, and hardly any is ever canceled, so they are used again.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Deadlines(TimeProvider time)
{
#if NET8_0_OR_GREATER
    private const int MostKept = 256;

    private readonly ConcurrentQueue<CancellationTokenSource> _kept = new();
    private int _count;

    /// <summary>Starts a time limit.</summary>
    public CancellationTokenSource Start(TimeSpan timeout)
    {
        if (!_kept.TryDequeue(out CancellationTokenSource? deadline))
            return new CancellationTokenSource(timeout, time);

        Interlocked.Decrement(ref _count);
        deadline.CancelAfter(timeout);
        return deadline;
    }

    /// <summary>Ends the call of a time limit. Nothing that the call has started may still register with its token.</summary>
    public void End(CancellationTokenSource deadline)
    {
        // Only timers of the system can be set again; after a reset, no callback of the call is left.
        if (time == TimeProvider.System && Volatile.Read(ref _count) < MostKept && deadline.TryReset())
        {
            Interlocked.Increment(ref _count);
            _kept.Enqueue(deadline);
        }
        else
        {
            deadline.Dispose();
        }
    }
#else
    /// <summary>Starts a time limit.</summary>
    public CancellationTokenSource Start(TimeSpan timeout) => time.CreateCancellationTokenSource(timeout);

    /// <summary>Ends the call of a time limit.</summary>
    public void End(CancellationTokenSource deadline) => deadline.Dispose();
#endif
}
