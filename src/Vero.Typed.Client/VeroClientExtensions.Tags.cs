namespace Vero.Typed;

public static partial class VeroClientExtensions
{
    /// <summary>Adds tags to a user and removes others.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    public static Task EditTagsAsync(this IVeroClient client, EditTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(client, request, cancellationToken);

    /// <summary>Adds tags to a user and removes others.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user.</param>
    /// <param name="add">The tags to add; null or empty adds none.</param>
    /// <param name="remove">The tags to remove; null or empty removes none.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task EditTagsAsync(
        this IVeroClient client,
        VeroIdentity user,
        IEnumerable<string>? add,
        IEnumerable<string>? remove,
        CancellationToken cancellationToken = default) =>
        SendAsync(client, (user, add, remove), static edit => new EditTagsRequest(edit.user, edit.add, edit.remove), cancellationToken);

    /// <summary>Adds tags to a user.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user.</param>
    /// <param name="tags">The tags, at least one.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task AddTagsAsync(
        this IVeroClient client, VeroIdentity user, IEnumerable<string> tags, CancellationToken cancellationToken = default) =>
        EditTagsAsync(client, user, add: tags ?? throw new ArgumentNullException(nameof(tags)), remove: null, cancellationToken);

    /// <summary>Removes tags from a user.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user.</param>
    /// <param name="tags">The tags, at least one.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task RemoveTagsAsync(
        this IVeroClient client, VeroIdentity user, IEnumerable<string> tags, CancellationToken cancellationToken = default) =>
        EditTagsAsync(client, user, add: null, remove: tags ?? throw new ArgumentNullException(nameof(tags)), cancellationToken);

    /// <summary>Adds tags to a user and removes others.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="add">The tags to add; null or empty adds none.</param>
    /// <param name="remove">The tags to remove; null or empty removes none.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task EditTagsAsync(
        this IVeroClient client,
        IVeroUser user,
        IEnumerable<string>? add,
        IEnumerable<string>? remove,
        CancellationToken cancellationToken = default) =>
        SendAsync(
            client,
            (user: Require(user), add, remove),
            static edit => new EditTagsRequest(edit.user.ToVeroIdentity(), edit.add, edit.remove),
            cancellationToken);

    /// <summary>Adds tags to a user.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="tags">The tags, at least one.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task AddTagsAsync(
        this IVeroClient client, IVeroUser user, IEnumerable<string> tags, CancellationToken cancellationToken = default) =>
        EditTagsAsync(client, user, add: tags ?? throw new ArgumentNullException(nameof(tags)), remove: null, cancellationToken);

    /// <summary>Removes tags from a user.</summary>
    /// <param name="client">The client.</param>
    /// <param name="user">The user, of an annotated type that is <c>partial</c>. Read before this method returns.</param>
    /// <param name="tags">The tags, at least one.</param>
    /// <param name="cancellationToken">Cancels the call. Vero may still have received the request.</param>
    /// <returns>A task that completes when Vero has accepted the request; its exceptions are those of <see cref="IVeroClient.SendAsync"/>.</returns>
    /// <exception cref="VeroSerializationException">
    /// The id or a tag is not one that Vero accepts, a tag is given twice, or there is none; thrown by the task.
    /// </exception>
    public static Task RemoveTagsAsync(
        this IVeroClient client, IVeroUser user, IEnumerable<string> tags, CancellationToken cancellationToken = default) =>
        EditTagsAsync(client, user, add: null, remove: tags ?? throw new ArgumentNullException(nameof(tags)), cancellationToken);
}
