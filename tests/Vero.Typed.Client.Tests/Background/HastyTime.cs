namespace Vero.Typed.Client.Tests.Background;

/// <summary>A clock for which a wait is over as soon as it is begun, unless it is as long as a deadline: that is never over.</summary>
internal sealed class HastyTime(TimeSpan deadline) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isWait = dueTime >= TimeSpan.Zero && dueTime < deadline;
        return System.CreateTimer(callback, state, isWait ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
