using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Finds the members that by their names and attributes are ids, as Entity Framework and everybody else takes them.</summary>
internal static class IdCandidates
{
    /// <summary>What is marked as the key of the table, then <c>Id</c>, then the type's name with <c>Id</c> behind it.</summary>
    public static IEnumerable<ISymbol> In(INamedTypeSymbol type)
    {
        List<ISymbol> members = MembersOf(type).ToList();
        List<ISymbol> keys = members.FindAll(IsKey);
        return (keys.Count == 1 ? keys : [])
            .Concat(Named("Id"))
            .Concat(Named(type.Name + "Id"));

        IEnumerable<ISymbol> Named(string name) => members
            .Where(member => string.Equals(member.Name.TrimStart('_'), name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static member => member is IFieldSymbol);
    }

    /// <summary>The member of a base in another assembly that by its name is the id and that the type can read; null when there is none.</summary>
    public static ISymbol? InBaseOfOthers(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error, SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (symbols.IsInThisCompilation(current))
                continue;
            foreach (ISymbol candidate in In(current))
            {
                bool canBeRead = candidate is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal }
                    && candidate is IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal };
                if (canBeRead)
                    return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether the type or a base has a member that may be an id, of the type or of something else.</summary>
    public static bool MayHaveOne(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (MembersOf(current).Any(static member => IsKey(member) || EndsInId(member.Name)))
                return true;
        }

        return false;
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        type.GetMembers().Where(static member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false });

    private static bool IsKey(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "KeyAttribute", ContainingNamespace: { Name: "DataAnnotations", ContainingNamespace.Name: "ComponentModel" } });

    // PersonId and ID, but not Paid.
    private static bool EndsInId(string name) => string.Equals(name.TrimStart('_'), "id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("ID", StringComparison.Ordinal);
}
