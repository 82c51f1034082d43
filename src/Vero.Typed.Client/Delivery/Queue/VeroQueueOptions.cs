namespace Vero.Typed;

/// <summary>How an <see cref="IVeroQueue"/> delivers. Validated when the host starts; read when the queue is first used, later changes have no effect.</summary>
/// <remarks>Bound to the section <c>Queue</c> of the client's section, such as <c>Vero:Queue</c>, where the client is bound to one.</remarks>
public sealed class VeroQueueOptions
{
    /// <summary>
    /// The number of items that can wait, 1 to 1,000,000; 10,000 by default. Requests in flight, and those that wait for an earlier one of the
    /// same user (at most as many again, and at most 1,000), come on top.
    /// </summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>The number of requests in flight, 1 to 1024; 16 by default.</summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>
    /// How long the queue continues to send when the application shuts down, zero to one hour; 20 seconds by default. The host's limit
    /// (<c>HostOptions.ShutdownTimeout</c>, 30 seconds by default) applies as well.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Receives every item that could not be delivered: rejected by Vero, failed after its retries, not serialized, or not sent before
    /// shutdown. Each once, never two concurrently. It is a <see cref="DeliveryResult{T}"/> of the item's type.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Sending continues meanwhile, but a worker that waits to report sends nothing: a slow callback slows down the queue. If the callback throws,
    /// its exception type and stack trace are logged (its message may contain the user's data), and the item is not offered again. If
    /// there is nothing to await, return <see langword="default"/>.
    /// </para>
    /// <para>
    /// Shutdown waits for the callback until the host's limit, and without a host for 10 seconds after <see cref="DrainTimeout"/>; then an error is
    /// logged. Do not await <c>EnqueueAsync</c> or <c>FlushAsync</c> of the same queue in it: they may wait for the callback itself.
    /// <see cref="IVeroQueue.TryEnqueue"/> does not wait.
    /// </para>
    /// </remarks>
    public Func<DeliveryResult, ValueTask>? OnUndelivered { get; set; }

    // The configuration section of the options, so that an error can name the right setting; null if it is unknown.
    internal string? ConfigurationPath { get; set; }
}
