using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Parsing;

namespace Vero.Typed.Analyzers.Symbols;

/// <param name="NearestAnnotatedBase">The nearest base with attributes of ours, if any.</param>
/// <param name="BaseHasInstanceMethods">Whether generated methods are inherited, so that ours override them.</param>
/// <param name="BaseHasCode">Whether a base has generated methods of whatever kind, or would have them but for its errors.</param>
/// <param name="HiddenMembers">What a base in another assembly sends and code outside of it cannot see; null when there is nothing.</param>
/// <param name="BaseIsInvalid">Whether a base in this compilation has errors of its own; they stand for the derived type too.</param>
internal readonly record struct HierarchyState(
    INamedTypeSymbol? NearestAnnotatedBase, bool BaseHasInstanceMethods, bool BaseHasCode, string? HiddenMembers, bool BaseIsInvalid);

/// <summary>What the bases of a type mean for it: the table in the documentation of the attributes.</summary>
internal static class Hierarchy
{
    /// <summary>What stands between the names of hidden members.</summary>
    public const string NameSeparator = ", ";

    public static HierarchyState Of(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        var state = default(HierarchyState);
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            if (!symbols.CanBeAnnotated(current.ContainingAssembly))
                continue;

            // A base whose annotated members are all hidden looks like one without any.
            bool isElsewhere = !symbols.IsInThisCompilation(current);
            if (isElsewhere)
                state = state with { HiddenMembers = state.HiddenMembers ?? HiddenMembersOf(current, static mark => mark.Members) };
            if (!AnnotatedMembers.HasOwn(current, symbols))
                continue;

            // Elsewhere, code was generated when its own assembly was compiled, or not at all.
            ParseResult result = UserTypeParser.Parse(current.OriginalDefinition, symbols, report: null, ct);
            bool hasInstanceMethods = isElsewhere ? MethodInMetadata(current) is not null : result.Model?.Instance is not null;
            state = state with
            {
                NearestAnnotatedBase = state.NearestAnnotatedBase ?? current,
                BaseHasInstanceMethods = hasInstanceMethods,
                BaseHasCode = state.BaseHasCode || hasInstanceMethods || result.Outcome != ParseOutcome.NothingToEmit,
                BaseIsInvalid = !isElsewhere && result.Outcome == ParseOutcome.Invalid,
            };
            if (hasInstanceMethods || (!isElsewhere && result.Outcome != ParseOutcome.NothingToEmit))
                break;
        }

        return state;
    }

    private static IMethodSymbol? MethodInMetadata(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers(OwnMethods.ToIdentifyRequest))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false, IsSealed: false } method
                && (method.IsVirtual || method.IsOverride || method.IsAbstract))
            {
                return method;
            }
        }

        return null;
    }

    /// <summary>The traits that the type or one of its bases has in another assembly, and code outside of that cannot see; null when there are none.</summary>
    public static string? HiddenTraitsOf(INamedTypeSymbol type, KnownSymbols symbols)
    {
        string? hidden = null;
        for (INamedTypeSymbol? current = type; current is not null && hidden is null; current = current.BaseType)
        {
            if (symbols.CanBeAnnotated(current.ContainingAssembly) && !symbols.IsInThisCompilation(current))
                hidden = HiddenMembersOf(current, static mark => mark.Traits);
        }

        return hidden;
    }

    // What InternalsVisibleTo lets through is seen, and judged like any other member.
    private static string? HiddenMembersOf(INamedTypeSymbol type, Func<(string Members, string Traits), string> names)
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
