using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>
/// What types of other assemblies send and code outside of these cannot see: the compiler imports only what can be accessed, so generated code
/// leaves a mark.
/// </summary>
internal static class HiddenMembers
{
    /// <summary>What stands between the names.</summary>
    public const string NameSeparator = ", ";

    /// <summary>The hidden members of one type, not of its bases; null when there are none.</summary>
    public static string? Of(INamedTypeSymbol type) => Of(type, static mark => mark.Members);

    /// <summary>The traits that the type or one of its bases has in another assembly, and code outside of that cannot see; null when there are none.</summary>
    public static string? TraitsOf(INamedTypeSymbol type, KnownSymbols symbols)
    {
        string? hidden = null;
        for (INamedTypeSymbol? current = type; current is not null && hidden is null; current = current.BaseType)
        {
            if (symbols.CanBeAnnotated(current.ContainingAssembly) && !symbols.IsInThisCompilation(current))
                hidden = Of(current, static mark => mark.Traits);
        }

        return hidden;
    }

    // What InternalsVisibleTo lets through is seen, and judged like any other member.
    private static string? Of(INamedTypeSymbol type, Func<(string Members, string Traits), string> names)
    {
        string? typeName = null;
        foreach (AttributeData attribute in type.ContainingAssembly.GetAttributes())
        {
            if (!KnownSymbols.IsHiddenMembers(attribute)
                || attribute.ConstructorArguments is not [{ Value: string marked }, { Value: string members }, { Value: string traits }])
            {
                continue;
            }

            typeName ??= TypeText.MetadataName(type.OriginalDefinition);
            if (marked != typeName)
                continue;
            List<string> hidden = names((members, traits)).Split([NameSeparator], StringSplitOptions.RemoveEmptyEntries).Where(name => !IsSeen(name, type)).ToList();
            return hidden.Count == 0 ? null : string.Join(NameSeparator, hidden);
        }

        return null;
    }

    private static bool IsSeen(string member, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(member).IsEmpty)
                return true;
        }

        return false;
    }
}
