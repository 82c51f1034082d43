using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vero.Typed;

internal sealed class FollowedType<T>(Func<T, VeroRequest> toRequest, Func<IQueryable<T>, IQueryable<T>>? reload, string client)
    : FollowedType(typeof(T), reload is not null, client)
    where T : class
{
    public override Delegate RequestDelegate => toRequest;

    public override bool Matches(object entity) => entity is T;

    public override VeroRequest ToRequest(object entity) => toRequest((T)entity);

    public override VeroRequest ToReloadedRequest(DbContext context, object entity)
    {
        EntityEntry entry = context.Entry(entity);
        IProperty key = entry.Metadata.FindPrimaryKey()!.Properties[0];
        string name = key.Name;
        object? value = entry.Property(name).CurrentValue;
        return toRequest(reload!(context.Set<T>().AsNoTracking()).Single(stored => EF.Property<object>(stored, name) == value));
    }
}
