#pragma warning disable // the shape and names of another project's types
namespace Volo.Abp.Data
{
    public class ExtraPropertyDictionary : Dictionary<string, object?>;
}

namespace Volo.Abp.Domain.Entities.Auditing
{
    /// <summary>Stands for the base class of the ABP Framework, which the pages name and these tests do not install.</summary>
    public abstract class FullAuditedAggregateRoot<TKey>
    {
        public virtual TKey Id { get; protected set; } = default!;

        public virtual DateTime CreationTime { get; protected set; }

        public virtual bool IsDeleted { get; set; }

        public virtual Volo.Abp.Data.ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];
    }
}
