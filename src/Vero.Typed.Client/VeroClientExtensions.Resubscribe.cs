namespace Vero.Typed;

public static partial class VeroClientExtensions
{
    /// <summary>Allows messages to a user again.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    public static Task ResubscribeAsync(this IVeroClient client, ResubscribeRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(client, request, cancellationToken);

    /// <summary>Allows messages to a user again.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">The id is not one that Vero accepts; thrown by the task.</exception>
    public static Task ResubscribeAsync(this IVeroClient client, IVeroUser user, CancellationToken cancellationToken = default) =>
        SendAsync(client, Require(user), static user => new ResubscribeRequest(user.ToVeroIdentity()), cancellationToken);

    /// <summary>Allows messages to a user again.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">The id is not one that Vero accepts; thrown by the task.</exception>
    public static Task ResubscribeAsync(this IVeroClient client, VeroIdentity user, CancellationToken cancellationToken = default) =>
        SendAsync(client, user, static user => new ResubscribeRequest(user), cancellationToken);
}
