namespace Framework.Domain;

public interface IEntity<out TKey>
{
    TKey Id { get; }
}

public abstract class Entity<TKey> : IEntity<TKey>
{
    public virtual TKey Id { get; protected set; } = default!;
}

public abstract class AggregateRoot<TKey> : Entity<TKey>
{
    public virtual string ConcurrencyStamp { get; set; } = "stamp";

    public virtual Dictionary<string, object?> ExtraProperties { get; protected set; } = [];
}

public abstract class FullAuditedAggregateRoot<TKey> : AggregateRoot<TKey>
{
    public virtual DateTime CreationTime { get; set; }

    public virtual Guid? CreatorId { get; set; }

    public virtual DateTime? LastModificationTime { get; set; }

    public virtual bool IsDeleted { get; set; }
}
