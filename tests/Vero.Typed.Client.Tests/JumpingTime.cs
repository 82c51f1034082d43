using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// A clock that jumps over the wait before a retry as soon as it is begun, and remembers it, unless it is
/// shorter than a millisecond and so never begun. The deadline of a call, which is the one timer
/// that is as long as <paramref name="timeout"/>, is left to <see cref="FakeTimeProvider.Advance"/>.
/// </summary>
internal sealed class JumpingTime(TimeSpan timeout) : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero))
{
    public JumpingTime()
        : this(TimeSpan.FromSeconds(30))
    {
    }

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>What happens instead of the jump.</summary>
    public Action<TimeSpan>? OnWait { get; init; }

    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime != timeout)
        {
            Waits.Enqueue(dueTime);

            // Not here: whoever makes the timer has not got it yet.
            ThreadPool.QueueUserWorkItem(_ => (OnWait ?? Advance).Invoke(dueTime));
        }

        return timer;
    }
}
