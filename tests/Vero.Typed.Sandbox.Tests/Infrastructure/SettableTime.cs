namespace Vero.Typed.Sandbox.Tests;

/// <summary>A clock that stands still until it is advanced.</summary>
internal sealed class SettableTime : TimeProvider
{
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
