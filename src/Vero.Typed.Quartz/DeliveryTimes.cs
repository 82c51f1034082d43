namespace Vero.Typed;

/// <summary>The times of delivery that are no options, in one place because they depend on each other.</summary>
internal static class DeliveryTimes
{
    /// <summary>How long a job keeps its shard before other instances may take it. Firing a job costs about ten statements; looking costs one.</summary>
    public static readonly TimeSpan Shift = TimeSpan.FromSeconds(15);

    /// <summary>How long a shard rests between two shifts.</summary>
    public static readonly TimeSpan BetweenShifts = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often an instance says that it is alive, and how much later it counts as dead: together 6 seconds, where Quartz' own values are 15, so
    /// that the work of a killed instance is taken over within 15 seconds.
    /// </summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    /// <inheritdoc cref="CheckIn"/>
    public static readonly TimeSpan CheckInGrace = TimeSpan.FromSeconds(4);

    /// <summary>How often to look whether Quartz has stopped a shard.</summary>
    public static readonly TimeSpan Watch = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before a database that could not be reached is tried again.</summary>
    public static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(2);

    /// <summary>How old the list of paused clients may be when something is sent.</summary>
    public static readonly TimeSpan PauseAge = TimeSpan.FromSeconds(0.5);

    /// <summary>How long an alias waits before it looks again whether the order of its other user has come to it.</summary>
    public static readonly TimeSpan AliasWait = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a row that this version cannot read waits for an instance that can.</summary>
    public static readonly TimeSpan UnknownWait = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait after a failure.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);
}
