using Microsoft.EntityFrameworkCore;

namespace Vero.Typed;

/// <summary>Requests that the next SaveChanges of a context writes: pending if its transaction commits, gone if it rolls back.</summary>
/// <remarks>
/// <para>
/// A request is made of an item when SaveChanges is called, so that it has the item's state as it is saved. Where the item has values that the
/// database generates (an identity key), it is made right after they are known, in the same transaction.
/// </para>
/// <para>
/// An item that is no entity of the context becomes a request at once. A value that Vero would reject throws
/// <see cref="VeroSerializationException"/>, from SaveChanges too; the transaction is then rolled back if SaveChanges began it.
/// </para>
/// </remarks>
public sealed class VeroContextRequests
{
    private readonly ContextState _state;
    private readonly DbContext _context;
    private readonly string _client;

    internal VeroContextRequests(ContextState state, DbContext context, string client)
    {
        _state = state;
        _context = context;
        _client = client;
    }

    /// <summary>Enlists a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The same object, for the next request.</returns>
    /// <exception cref="ArgumentException">The request is an event without a <c>created_at</c>.</exception>
    public VeroContextRequests Send(VeroRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _state.Enlist(_context, request, _client);
        return this;
    }

    /// <summary>Enlists the request of an item.</summary>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="item">The item, an entity of the context or not.</param>
    /// <param name="toRequest">Makes the request: <c>static customer => customer.ToIdentifyRequest()</c>.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Send<T>(T item, Func<T, VeroRequest> toRequest)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(toRequest);
        _state.Enlist(_context, item, () => toRequest(item), _client);
        return this;
    }

    /// <summary>Enlists an identify.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Identify(IdentifyRequest request) => Send(request);

    /// <summary>Enlists an identify of an annotated type that is partial.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="user">The user.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Identify<T>(T user)
        where T : class, IVeroUser => Send(user, static user => user.ToIdentifyRequest());

    /// <summary>Enlists an identify of any annotated type.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="user">The user.</param>
    /// <param name="toRequest">Makes the request: <c>static customer => customer.ToIdentifyRequest()</c>.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Identify<T>(T user, Func<T, IdentifyRequest> toRequest)
        where T : class => Send(user, toRequest);

    /// <summary>Enlists an event.</summary>
    /// <param name="request">The request; it needs a <c>created_at</c>, because it may be sent hours later.</param>
    /// <returns>The same object, for the next request.</returns>
    /// <exception cref="ArgumentException">The event has no <c>created_at</c>.</exception>
    public VeroContextRequests Track(TrackRequest request) => Send(request);

    /// <summary>Enlists an event that says whose it is, of an annotated type that is partial.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="userEvent">The event.</param>
    /// <returns>The same object, for the next request.</returns>
    /// <exception cref="ArgumentException">The event has no <c>created_at</c>.</exception>
    public VeroContextRequests Track<T>(T userEvent)
        where T : class, IVeroUserEvent => Send(userEvent, static userEvent => userEvent.ToTrackRequest());

    /// <summary>Enlists an event of a user, of an annotated type that is partial.</summary>
    /// <typeparam name="T">The annotated type.</typeparam>
    /// <param name="userEvent">The event.</param>
    /// <param name="user">The user.</param>
    /// <returns>The same object, for the next request.</returns>
    /// <exception cref="ArgumentException">The event has no <c>created_at</c>.</exception>
    public VeroContextRequests Track<T>(T userEvent, VeroIdentity user)
        where T : class, IVeroEvent => Send(userEvent, userEvent => userEvent.ToTrackRequest(user));

    /// <summary>Enlists an event of any annotated type, or one that is made of an entity.</summary>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="item">The item.</param>
    /// <param name="toRequest">Makes the request: <c>static order => order.ToTrackRequest()</c>.</param>
    /// <returns>The same object, for the next request.</returns>
    /// <exception cref="ArgumentException">The event has no <c>created_at</c>.</exception>
    public VeroContextRequests Track<T>(T item, Func<T, TrackRequest> toRequest)
        where T : class => Send(item, toRequest);

    /// <summary>Enlists an alias.</summary>
    /// <param name="user">The user with the old id.</param>
    /// <param name="newUser">The user with the new id.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Alias(VeroIdentity user, VeroIdentity newUser) => Send(new AliasRequest(user, newUser));

    /// <summary>Enlists an unsubscription.</summary>
    /// <param name="user">The user.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Unsubscribe(VeroIdentity user) => Send(new UnsubscribeRequest(user));

    /// <summary>Enlists a resubscription.</summary>
    /// <param name="user">The user.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests Resubscribe(VeroIdentity user) => Send(new ResubscribeRequest(user));

    /// <summary>Enlists a deletion, which drops what is pending of the user before it.</summary>
    /// <param name="user">The user.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests DeleteUser(VeroIdentity user) => Send(new DeleteUserRequest(user));

    /// <summary>Enlists a change of tags.</summary>
    /// <param name="user">The user.</param>
    /// <param name="add">The tags to add.</param>
    /// <param name="remove">The tags to remove.</param>
    /// <returns>The same object, for the next request.</returns>
    public VeroContextRequests EditTags(VeroIdentity user, IEnumerable<string>? add = null, IEnumerable<string>? remove = null) =>
        Send(new EditTagsRequest(user, add, remove));
}
