using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Members that users wrote themselves and that have the names of the generated methods.</summary>
internal static class OwnMethods
{
    /// <summary>The methods that users call.</summary>
    public static readonly IReadOnlyList<string> GeneratedMethods = [GeneratedNames.ToIdentifyRequest, GeneratedNames.WriteIdentifyRequest, GeneratedNames.ToVeroIdentity];

    /// <summary>Those of the type itself that leave no place for a generated method.</summary>
    public static IEnumerable<ISymbol> InTheWay(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (string name in GeneratedMethods)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                if (!symbols.GeneratedTrees.ContainAll(member) && TakesThePlace(member))
                    yield return member;
            }
        }
    }

    /// <summary>Those that have the names of what the generated methods use, where these are inside the type.</summary>
    public static IEnumerable<ISymbol> InTheWayOfHelpers(INamedTypeSymbol type, KnownSymbols symbols) =>
        type.GetMembers().Where(member => member.Name.StartsWith("__", StringComparison.Ordinal) && GeneratedNames.IsHelper(member.Name) && !symbols.GeneratedTrees.ContainAll(member));

    /// <summary>One that a base has and that would be called instead of an extension method.</summary>
    public static ISymbol? InheritedInTheWay(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            foreach (ISymbol member in InTheWay(current, symbols))
            {
                if (member is IMethodSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
                    return member;
            }
        }

        return null;
    }

    /// <summary>Whether the nearest base member of the name is a method that the generated one must override: a contract written by hand.</summary>
    public static bool CanOverride(INamedTypeSymbol type, string name, KnownSymbols symbols)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { TypeKind: not TypeKind.Error }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IMethodSymbol method && !symbols.GeneratedTrees.ContainAll(member) && HasSignatureOf(name, method))
                {
                    return (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed
                        && method.DeclaredAccessibility == Accessibility.Public;
                }
            }
        }

        return false;
    }

    // An overload with other parameters lives beside the generated method.
    private static bool TakesThePlace(ISymbol member)
    {
        if (member is not IMethodSymbol method)
            return true;

        int required = method.Parameters.Count(static p => !p.IsOptional && !p.IsParams);
        return !method.IsGenericMethod && (method.Name == GeneratedNames.WriteIdentifyRequest
            ? required <= 1 && method.Parameters is [{ Type: var first }, ..] && IsBufferWriter(first)
            : required == 0);
    }

    private static bool HasSignatureOf(string name, IMethodSymbol method) => !method.IsGenericMethod && !method.IsStatic && name switch
    {
        GeneratedNames.ToIdentifyRequest => method is { Parameters.IsEmpty: true, ReturnType.Name: "IdentifyRequest" },
        GeneratedNames.ToVeroIdentity => method is { Parameters.IsEmpty: true, ReturnType.Name: "VeroIdentity" },
        GeneratedNames.WriteIdentifyRequest => method is { ReturnsVoid: true, Parameters: [{ RefKind: RefKind.None, Type: var only }] } && IsBufferWriter(only),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static bool IsBufferWriter(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IBufferWriter", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };
}
