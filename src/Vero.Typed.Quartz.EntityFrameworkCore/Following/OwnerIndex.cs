using System.Collections;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vero.Typed;

/// <summary>Finds the owners of owned entities. Made once for all entries of a context, because EF Core gives no way from an owned entry to its owner.</summary>
internal sealed class OwnerIndex
{
    private readonly Dictionary<(IForeignKey Ownership, KeyValues Key), EntityEntry> _owners = [];

    public OwnerIndex(IReadOnlyList<EntityEntry> entries)
    {
        var ownerships = new Dictionary<IEntityType, IForeignKey[]>();
        foreach (EntityEntry entry in entries)
        {
            IEntityType type = entry.Metadata;
            if (!ownerships.TryGetValue(type, out IForeignKey[]? owned))
                ownerships.Add(type, owned = [.. type.GetReferencingForeignKeys().Where(static key => key.IsOwnership)]);
            foreach (IForeignKey ownership in owned)
                _owners[(ownership, KeyValues.Of(entry, ownership.PrincipalKey.Properties))] = entry;
        }
    }

    /// <returns>The entry itself if it is not owned; null if its owner is not tracked.</returns>
    public EntityEntry? Find(EntityEntry entry)
    {
        EntityEntry? current = entry;
        while (current is not null && current.Metadata.IsOwned())
        {
            IForeignKey ownership = current.Metadata.FindOwnership()!;
            current = _owners.GetValueOrDefault((ownership, KeyValues.Of(current, ownership.Properties)));
        }

        return current;
    }

    // Keys may be of several values, and of arrays of bytes.
    private readonly struct KeyValues(object?[] values) : IEquatable<KeyValues>
    {
        private readonly object?[] _values = values;

        public static KeyValues Of(EntityEntry entry, IReadOnlyList<IProperty> properties)
        {
            var values = new object?[properties.Count];
            for (int i = 0; i < values.Length; i++)
                values[i] = entry.Property(properties[i].Name).CurrentValue;
            return new KeyValues(values);
        }

        public bool Equals(KeyValues other) => StructuralComparisons.StructuralEqualityComparer.Equals(_values, other._values);

        public override bool Equals(object? obj) => obj is KeyValues other && Equals(other);

        public override int GetHashCode() => StructuralComparisons.StructuralEqualityComparer.GetHashCode(_values);
    }
}
