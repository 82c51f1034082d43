using System.Diagnostics.CodeAnalysis;

namespace Vero.Typed;

/// <summary>Shorter ways to use an <see cref="IVeroQueue"/>.</summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in the type of a required parameter.")]
public static class VeroQueueExtensions
{
    /// <summary>Enqueues a request; waits while the queue is full.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the wait. A request that was enqueued stays in the queue.</param>
    /// <returns>A task that completes when the request is enqueued, not when it is delivered.</returns>
    /// <exception cref="InvalidOperationException">The queue is shut down; the request was not enqueued.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the request was not enqueued.</exception>
    public static ValueTask EnqueueAsync(this IVeroQueue queue, VeroRequest request, CancellationToken cancellationToken = default)
    {
        if (queue is null)
            throw new ArgumentNullException(nameof(queue));
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        return queue.EnqueueAsync(request, static request => request, cancellationToken);
    }

    /// <summary>Enqueues the identify request of a user; waits while the queue is full.</summary>
    /// <remarks>
    /// The request is made before this method returns. A user that cannot be serialized is passed to <see cref="VeroQueueOptions.OnUndelivered"/>
    /// instead of an exception here.
    /// </remarks>
    /// <param name="queue">The queue.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>.</param>
    /// <param name="cancellationToken">Cancels the wait. A user that was enqueued stays in the queue.</param>
    /// <returns>A task that completes when the user is enqueued, not when it is delivered.</returns>
    /// <exception cref="InvalidOperationException">The queue is shut down; the user was not enqueued.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the user was not enqueued.</exception>
    public static ValueTask EnqueueAsync(this IVeroQueue queue, IVeroUser user, CancellationToken cancellationToken = default)
    {
        if (queue is null)
            throw new ArgumentNullException(nameof(queue));
        if (user is null)
            throw new ArgumentNullException(nameof(user));
        return queue.EnqueueAsync(user, static user => user.ToIdentifyRequest(), cancellationToken);
    }

    /// <summary>Enqueues the track request of an event that identifies its user; waits while the queue is full.</summary>
    /// <remarks>
    /// The request is made before this method returns. An event that cannot be serialized is passed to <see cref="VeroQueueOptions.OnUndelivered"/>
    /// instead of an exception here.
    /// </remarks>
    /// <param name="queue">The queue.</param>
    /// <param name="userEvent">The event, of an annotated type that is <c>partial</c>.</param>
    /// <param name="cancellationToken">Cancels the wait. An event that was enqueued stays in the queue.</param>
    /// <returns>A task that completes when the event is enqueued, not when it is delivered.</returns>
    /// <exception cref="InvalidOperationException">The queue is shut down; the event was not enqueued.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the event was not enqueued.</exception>
    public static ValueTask EnqueueAsync(this IVeroQueue queue, IVeroUserEvent userEvent, CancellationToken cancellationToken = default)
    {
        if (queue is null)
            throw new ArgumentNullException(nameof(queue));
        if (userEvent is null)
            throw new ArgumentNullException(nameof(userEvent));
        return queue.EnqueueAsync(userEvent, static userEvent => userEvent.ToTrackRequest(), cancellationToken);
    }
}
