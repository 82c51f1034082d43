using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>Takes requests and sends them in the background, so that a web request need not wait for Vero.</summary>
/// <remarks>
/// <para>
/// A request that was taken is delivered, or given to <see cref="VeroQueueOptions.OnUndelivered"/>; none is dropped in silence. The queue is in
/// memory: what it holds is lost when the process is killed. Where that must not happen, put <see cref="IdentifyRequest"/>s into a queue that
/// is kept on disk.
/// </para>
/// <para>Requests of one customer are sent in the order in which they were taken, each after the one before has ended, with all its retries.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though no collection.")]
public interface IVeroQueue
{
    /// <summary>How many requests were taken and have not ended yet: those that wait, and those under way.</summary>
    int Count { get; }

    /// <summary>Takes a request; waits while the queue is full.</summary>
    /// <param name="request">The request, made by <c>ToIdentifyRequest()</c>.</param>
    /// <param name="cancellationToken">Ends the wait. A request that was taken stays in the queue.</param>
    /// <returns>A task that ends when the request was taken; that it is delivered is not known then.</returns>
    /// <exception cref="InvalidOperationException">The queue was shut down; the request was not taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the request was not taken.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in a parameter that is not optional.")]
    ValueTask EnqueueAsync(IdentifyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes a customer as it is now; waits while the queue is full.</summary>
    /// <remarks>
    /// The request is made at once, so later changes of the customer do not change it. If it cannot be made, the exception, whatever it is, is
    /// not thrown here but given to <see cref="VeroQueueOptions.OnUndelivered"/> with the customer.
    /// </remarks>
    /// <param name="user">The customer.</param>
    /// <param name="cancellationToken">Ends the wait. A request that was taken stays in the queue.</param>
    /// <returns>A task that ends when the customer was taken; that it is delivered is not known then.</returns>
    /// <exception cref="InvalidOperationException">The queue was shut down; the customer was not taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the customer was not taken.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in a parameter that is not optional.")]
    ValueTask EnqueueAsync(IVeroUser user, CancellationToken cancellationToken = default);

    /// <summary>Takes a request if the queue is not full.</summary>
    /// <param name="request">The request, made by <c>ToIdentifyRequest()</c>.</param>
    /// <returns>False if the queue is full; then the request was not taken.</returns>
    /// <exception cref="InvalidOperationException">The queue was shut down; the request was not taken.</exception>
    bool TryEnqueue(IdentifyRequest request);
}
