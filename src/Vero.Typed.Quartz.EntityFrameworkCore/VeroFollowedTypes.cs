namespace Vero.Typed;

/// <summary>The types of entities whose changes are enqueued.</summary>
public sealed class VeroFollowedTypes
{
    private readonly List<FollowedType> _types;

    internal VeroFollowedTypes(List<FollowedType> types) => _types = types;

    /// <summary>Adds a type, and the types that derive from it.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="toRequest">Makes the request of an entity: <c>customer => customer.ToIdentifyRequest()</c>.</param>
    /// <param name="reload">
    /// How to read the entity again after it was saved, with the navigations that the request needs:
    /// <c>query => query.Include(customer => customer.Orders)</c>. Needed where a member or path of the request goes through a navigation, because
    /// a navigation that was not loaded looks empty. It costs a query for each entity.
    /// </param>
    /// <param name="client">The name of the client that is to deliver; empty for the client without a name.</param>
    /// <returns>The same object.</returns>
    public VeroFollowedTypes Add<T>(Func<T, VeroRequest> toRequest, Func<IQueryable<T>, IQueryable<T>>? reload = null, string client = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(toRequest);
        ArgumentNullException.ThrowIfNull(client);
        _types.Add(new FollowedType<T>(toRequest, reload, client));
        return this;
    }
}
