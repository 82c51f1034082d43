namespace Vero.Typed.WebApp.Tests;

/// <summary>It is always the same time of day; timers go on.</summary>
internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
}
