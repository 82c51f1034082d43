namespace Vero.Typed;

public static partial class VeroClientExtensions
{
    /// <summary>Tracks an event.</summary>
    /// <remarks>
    /// Retried only within 120 seconds of the first attempt, while Vero discards duplicates. Two true events with the same name, user and data within a
    /// few minutes are one event at Vero: give the event a trait that differs, such as an order number.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="request">The request, made by <c>ToTrackRequest()</c>.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    public static Task TrackAsync(this IVeroClient client, TrackRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(client, request, cancellationToken);

    /// <summary>Tracks an event of the user that it identifies itself.</summary>
    /// <remarks>As <see cref="TrackAsync(IVeroClient, TrackRequest, CancellationToken)"/>.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="userEvent">The event, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">A member has a value that Vero would reject or misread; thrown by the task.</exception>
    public static Task TrackAsync(this IVeroClient client, IVeroUserEvent userEvent, CancellationToken cancellationToken = default) => SendAsync(
        client,
        userEvent ?? throw new ArgumentNullException(nameof(userEvent)),
        static userEvent => userEvent.ToTrackRequest(),
        cancellationToken);

    /// <summary>Tracks an event of a user.</summary>
    /// <remarks>As <see cref="TrackAsync(IVeroClient, TrackRequest, CancellationToken)"/>.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="veroEvent">The event, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="user">The user, instead of one that the event identifies itself.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">A member has a value that Vero would reject or misread; thrown by the task.</exception>
    public static Task TrackAsync(this IVeroClient client, IVeroEvent veroEvent, VeroIdentity user, CancellationToken cancellationToken = default) => SendAsync(
        client,
        (veroEvent: veroEvent ?? throw new ArgumentNullException(nameof(veroEvent)), user),
        static tracked => tracked.veroEvent.ToTrackRequest(tracked.user) ?? throw ItemSerializer.NoRequest(tracked.veroEvent),
        cancellationToken);
}
