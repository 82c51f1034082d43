using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>Sends requests in the background, so that a web request need not wait for Vero.</summary>
/// <remarks>
/// <para>
/// Everything that is enqueued is delivered or passed to <see cref="VeroQueueOptions.OnUndelivered"/>. The queue is in memory: its content is lost
/// if the process is killed. Where that must not happen, use a durable queue.
/// </para>
/// <para>
/// Requests of one user are sent in the order in which they were enqueued, each after the previous one is completed, with all its retries,
/// whatever their operations are. An alias is in order with the requests of both ids.
/// </para>
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though not a collection.")]
public interface IVeroQueue
{
    /// <summary>The number of enqueued items that are not completed: those that wait, and those in flight.</summary>
    int Count { get; }

    /// <summary>Makes the request of an item and enqueues it; waits while the queue is full.</summary>
    /// <remarks>
    /// The request is made before this method returns, so later changes of the item do not affect it. If <paramref name="toRequest"/> throws or
    /// returns null, nothing is thrown here: the item is passed to <see cref="VeroQueueOptions.OnUndelivered"/> with the status
    /// <see cref="DeliveryStatus.NotSerialized"/>.
    /// </remarks>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="item">The item.</param>
    /// <param name="toRequest">Makes the request of the item.</param>
    /// <param name="cancellationToken">Cancels the wait. An item that was enqueued stays in the queue.</param>
    /// <returns>A task that completes when the item is enqueued, not when it is delivered.</returns>
    /// <exception cref="InvalidOperationException">The queue is shut down; the item was not enqueued.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the item was not enqueued.</exception>
    ValueTask EnqueueAsync<T>(T item, Func<T, VeroRequest> toRequest, CancellationToken cancellationToken = default);

    /// <summary>Enqueues a request if the queue is not full.</summary>
    /// <param name="request">The request.</param>
    /// <returns>False if the queue is full; then the request was not enqueued.</returns>
    /// <exception cref="InvalidOperationException">The queue is shut down; the request was not enqueued.</exception>
    bool TryEnqueue(VeroRequest request);

    /// <summary>Waits until everything that was enqueued before is delivered or passed to <see cref="VeroQueueOptions.OnUndelivered"/>.</summary>
    /// <remarks>What is enqueued meanwhile does not prolong the wait. Do not await it in <see cref="VeroQueueOptions.OnUndelivered"/>.</remarks>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when all of it is completed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task FlushAsync(CancellationToken cancellationToken = default);
}
