namespace Vero.Typed;

public static partial class VeroClientExtensions
{
    /// <summary>Changes the id of a user; if the new id exists already, Vero merges the two users into one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    public static Task AliasAsync(this IVeroClient client, AliasRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(client, request, cancellationToken);

    /// <summary>Changes the id of a user; if the new id exists already, Vero merges the two users into one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user with the old id.</param>
    /// <param name="newUser">The user with the new id.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">An id is not one that Vero accepts, or both are the same; thrown by the task.</exception>
    public static Task AliasAsync(
        this IVeroClient client, VeroIdentity user, VeroIdentity newUser, CancellationToken cancellationToken = default) =>
        SendAsync(client, (user, newUser), static ids => new AliasRequest(ids.user, ids.newUser), cancellationToken);

    /// <summary>Changes the id of a user; if the new id exists already, Vero merges the two users into one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user with the old id.</param>
    /// <param name="newUser">The user with the new id, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">An id is not one that Vero accepts, or both are the same; thrown by the task.</exception>
    public static Task AliasAsync(
        this IVeroClient client, VeroIdentity user, IVeroUser newUser, CancellationToken cancellationToken = default) => SendAsync(
            client,
            (user, newUser: Require(newUser, nameof(newUser))),
            static ids => new AliasRequest(ids.user, ids.newUser.ToVeroIdentity()),
            cancellationToken);
}
