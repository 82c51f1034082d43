using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Members that users wrote themselves and that have the names of the generated methods.</summary>
internal static class OwnMethods
{
    /// <summary>Those of the type itself that leave no place for a generated method.</summary>
    /// <param name="receiver">The type whose values the methods send.</param>
    public static IEnumerable<ISymbol> InTheWay(
        INamedTypeSymbol type, ITypeSymbol receiver, IEnumerable<GeneratedMethod> methods, Func<GeneratedMethod, MethodPlace> placeOf, KnownSymbols symbols)
    {
        foreach (IGrouping<string, GeneratedMethod> sameName in methods.GroupBy(static method => method.Name, StringComparer.Ordinal))
        {
            foreach (ISymbol member in type.GetMembers(sameName.Key))
            {
                if (!symbols.GeneratedTrees.ContainAll(member) && sameName.Any(method => method.HasPlaceTakenBy(member, placeOf(method), receiver, symbols)))
                    yield return member;
            }
        }
    }

    /// <summary>Those that have the names of what the generated methods use, where these are inside the type.</summary>
    public static IEnumerable<ISymbol> InTheWayOfHelpers(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.GetMembers().Where(member => member.Name.StartsWith("__", StringComparison.Ordinal) && GeneratedNames.IsHelper(member.Name) && !symbols.GeneratedTrees.ContainAll(member));

    /// <summary>One that a base has and that would be called instead of an extension method.</summary>
    public static ISymbol? InheritedInTheWay(INamedTypeSymbol type, IReadOnlyList<GeneratedMethod> methods, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            foreach (ISymbol member in InTheWay(current, current, methods, static _ => MethodPlace.Extension, symbols))
            {
                if (member is IMethodSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
                    return member;
            }
        }

        return null;
    }

    /// <summary>Whether the nearest base member of the signature is a method that the generated one must override: a contract written by hand.</summary>
    public static bool CanOverride(INamedTypeSymbol type, GeneratedMethod generated, KnownSymbols symbols) => Overridden(type, generated, symbols) is not null;

    /// <summary>Whether it is one without a body.</summary>
    public static bool MustOverride(INamedTypeSymbol type, GeneratedMethod generated, KnownSymbols symbols) => Overridden(type, generated, symbols) is { IsAbstract: true };

    private static IMethodSymbol? Overridden(INamedTypeSymbol type, GeneratedMethod generated, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(generated.Name))
            {
                if (member is IMethodSymbol method && !symbols.GeneratedTrees.ContainAll(member) && generated.HasSignatureOf(method))
                {
                    bool canBe = (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed
                        && method.DeclaredAccessibility == Accessibility.Public;
                    return canBe ? method : null;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a type of another assembly has the method, to be overridden.</summary>
    public static bool IsVirtualIn(INamedTypeSymbol type, GeneratedMethod generated) => type.GetMembers(generated.Name).Any(member =>
        member is IMethodSymbol { IsSealed: false } method && generated.HasSignatureOf(method) && (method.IsVirtual || method.IsOverride || method.IsAbstract));
}
