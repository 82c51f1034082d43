namespace Vero.Typed.WebApp.Tests;

/// <summary>A clock that a test can put forward. It goes on, and timers are real.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
