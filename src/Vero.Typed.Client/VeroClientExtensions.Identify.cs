namespace Vero.Typed;

public static partial class VeroClientExtensions
{
    /// <summary>Creates or updates the profile of a user.</summary>
    /// <remarks>Every accepted identify also records the event "Identified" in the user's activity log, a repeated one too.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="request">The request, made by <c>ToIdentifyRequest()</c>.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    public static Task IdentifyAsync(this IVeroClient client, IdentifyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(client, request, cancellationToken);

    /// <summary>Creates or updates the profile of a user, as the user is now.</summary>
    /// <remarks>Every accepted identify also records the event "Identified" in the user's activity log, a repeated one too.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">A member has a value that Vero would reject or misread; thrown by the task.</exception>
    public static Task IdentifyAsync(this IVeroClient client, IVeroUser user, CancellationToken cancellationToken = default) => SendAsync(
        client,
        Require(user),
        static user => user.ToIdentifyRequest(),
        cancellationToken);
}
