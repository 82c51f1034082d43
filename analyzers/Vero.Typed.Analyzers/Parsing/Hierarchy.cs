using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Parsing;

/// <param name="NearestAnnotatedBase">The nearest base with attributes of ours, if any.</param>
/// <param name="BaseHasInstanceMethods">Whether generated methods are inherited, so that ours override them.</param>
/// <param name="BaseIsInvalid">Whether a base in this compilation has errors of its own; they stand for the derived type too.</param>
internal readonly record struct HierarchyState(INamedTypeSymbol? NearestAnnotatedBase, bool BaseHasInstanceMethods, bool BaseIsInvalid);

/// <summary>What the bases of a type mean for it: the table in the documentation of the attributes.</summary>
internal static class Hierarchy
{
    public static HierarchyState Of(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken ct)
    {
        INamedTypeSymbol? nearest = null;
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            if (!symbols.CanBeAnnotated(current.ContainingAssembly) || !AnnotatedMembers.HasOwn(current, symbols))
                continue;

            nearest ??= current;
            if (!symbols.IsInThisCompilation(current))
            {
                // Generated when its own assembly was compiled, or not at all.
                if (HasMethodInMetadata(current))
                    return new HierarchyState(nearest, BaseHasInstanceMethods: true, BaseIsInvalid: false);
                continue;
            }

            ParseResult result = UserTypeParser.Parse(current.OriginalDefinition, symbols, report: null, ct);
            switch (result.Outcome)
            {
                case ParseOutcome.Invalid:
                    return new HierarchyState(nearest, BaseHasInstanceMethods: false, BaseIsInvalid: true);
                case ParseOutcome.Model:
                    return new HierarchyState(nearest, result.Model!.Instance is not null, BaseIsInvalid: false);
            }
        }

        return new HierarchyState(nearest, BaseHasInstanceMethods: false, BaseIsInvalid: false);
    }

    private static bool HasMethodInMetadata(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers("ToIdentifyRequest"))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false, IsSealed: false } method
                && (method.IsVirtual || method.IsOverride || method.IsAbstract))
            {
                return true;
            }
        }

        return false;
    }
}
