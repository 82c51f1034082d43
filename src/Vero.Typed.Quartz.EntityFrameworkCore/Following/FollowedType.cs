using Microsoft.EntityFrameworkCore;

namespace Vero.Typed;

/// <summary>A type of entities that is followed.</summary>
internal abstract class FollowedType(Type type, bool isReloaded, string client)
{
    public Type Type => type;

    public bool IsReloaded => isReloaded;

    public string Client => client;

    /// <summary>What makes the request.</summary>
    public abstract Delegate RequestDelegate { get; }

    public abstract bool Matches(object entity);

    public abstract VeroRequest ToRequest(object entity);

    /// <summary>Reads the entity again, in the transaction that has just written it.</summary>
    public abstract VeroRequest ToReloadedRequest(DbContext context, object entity);
}
