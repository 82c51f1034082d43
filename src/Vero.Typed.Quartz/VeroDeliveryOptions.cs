namespace Vero.Typed;

/// <summary>How durable delivery works. Bound to the section <c>Vero:Delivery</c> and checked when the host starts.</summary>
public sealed class VeroDeliveryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Vero:Delivery";

    /// <summary>Among how many shards the users are divided, 1 to 64; 8 by default. All instances on a store must use the same number.</summary>
    public int Shards { get; set; } = 8;

    /// <summary>For how many users of a shard a request may be in flight at the same time, 1 to 64; 4 by default.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// How old an operation may be before a failure that is usually transient makes it a dead letter, 1 minute to 365 days; 7 days by default.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often to look for what other processes have committed, 0.1 seconds to 1 minute; 1 second by default.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long calls in flight may take when the application stops, zero to 5 minutes; 10 seconds by default. What is pending stays in the store.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether this process delivers; true by default. False for a process that only enlists.</summary>
    public bool Deliver { get; set; } = true;

    /// <summary>
    /// Whether missing tables are created when the host starts; true by default. If false, a start without them fails. They are
    /// never altered or dropped.
    /// </summary>
    public bool CreateSchema { get; set; } = true;

    /// <summary>The database schema that the tables are in, on PostgreSQL; null, the default, for the connection's own.</summary>
    public string? Schema { get; set; }

    /// <summary>
    /// Receives every operation that became a dead letter: rejected by Vero (<see cref="DeliveryStatus.Rejected"/>), failed until
    /// <see cref="MaxAge"/> (<see cref="DeliveryStatus.Failed"/>), or not readable (<see cref="DeliveryStatus.NotSerialized"/>, without
    /// a request). Never called concurrently.
    /// </summary>
    /// <remarks>
    /// Called after the dead letter is stored, on the instance that delivered: a crash in between leaves the dead letter and skips the call. If
    /// the callback throws, its exception type and stack trace are logged. Of identifies that were merged, the result has the merged
    /// request; a newest part that was sent alone has a result of its own if that is rejected too.
    /// </remarks>
    public Func<DeliveryResult, ValueTask>? OnUndelivered { get; set; }
}
