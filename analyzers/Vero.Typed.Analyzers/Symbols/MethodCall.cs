using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Whether a method can be called with values of some types: what C# calls applicable.</summary>
internal static class MethodCall
{
    public static bool IsApplicable(IMethodSymbol method, IReadOnlyList<ITypeSymbol> arguments, Compilation compilation) =>
        IsApplicable(method, arguments, compilation, isExpanded: false)
        || (method.Parameters is [.., { IsParams: true }] && IsApplicable(method, arguments, compilation, isExpanded: true));

    private static bool IsApplicable(IMethodSymbol method, IReadOnlyList<ITypeSymbol> arguments, Compilation compilation, bool isExpanded)
    {
        int single = method.Parameters.Length - (isExpanded ? 1 : 0);
        if (arguments.Count > single && !isExpanded)
            return false;
        for (int i = arguments.Count; i < single; i++)
        {
            if (!method.Parameters[i].IsOptional)
                return false;
        }

        if (method.IsGenericMethod)
        {
            var inferred = new Dictionary<ITypeParameterSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
            for (int i = 0; i < arguments.Count; i++)
            {
                if (TypeOf(method, i, single) is { } type)
                    Infer(type, arguments[i], inferred);
            }

            if (!method.TypeParameters.All(inferred.ContainsKey))
                return false;
            ITypeSymbol[] found = [.. method.TypeParameters.Select(parameter => inferred[parameter])];
            if (!method.TypeParameters.All(parameter => Satisfies(inferred[parameter], parameter, method.Construct(found), compilation)))
                return false;
            method = method.Construct(found);
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            // An argument without a modifier can be passed by reference only where it is read.
            if (method.Parameters[Math.Min(i, method.Parameters.Length - 1)].RefKind is RefKind.Ref or RefKind.Out)
                return false;
            if (TypeOf(method, i, single) is not { } type || !compilation.ClassifyCommonConversion(arguments[i], type).IsImplicit)
                return false;
        }

        return true;
    }

    // Behind the single ones there is one for items.
    private static ITypeSymbol? TypeOf(IMethodSymbol method, int index, int single) => index < single ? method.Parameters[index].Type : method.Parameters[single].Type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        _ => null,
    };

    private static void Infer(ITypeSymbol parameter, ITypeSymbol argument, Dictionary<ITypeParameterSymbol, ITypeSymbol> inferred)
    {
        switch (parameter)
        {
            case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } open when !inferred.ContainsKey(open):
                inferred.Add(open, argument);
                break;
            case INamedTypeSymbol { IsGenericType: true } named:
                foreach (INamedTypeSymbol same in argument.AllInterfaces.Concat(argument is INamedTypeSymbol self ? [self] : []))
                {
                    if (SymbolEqualityComparer.Default.Equals(same.OriginalDefinition, named.OriginalDefinition))
                    {
                        for (int i = 0; i < named.TypeArguments.Length; i++)
                            Infer(named.TypeArguments[i], same.TypeArguments[i], inferred);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static bool Satisfies(ITypeSymbol type, ITypeParameterSymbol parameter, IMethodSymbol constructed, Compilation compilation)
    {
        bool fits = (!parameter.HasReferenceTypeConstraint || type.IsReferenceType)
            && (!parameter.HasValueTypeConstraint || (type.IsValueType && !ValueTypes.IsNullableValue(type)))
            && (!parameter.HasUnmanagedTypeConstraint || type.IsUnmanagedType)
            && (!parameter.HasConstructorConstraint || type.IsValueType || type is INamedTypeSymbol { IsAbstract: false });
        return fits && parameter.ConstraintTypes.All(constraint => compilation.ClassifyCommonConversion(type, InCall(constraint, constructed)) is { IsImplicit: true, IsUserDefined: false });
    }

    // where T : IComparable<T>
    private static ITypeSymbol InCall(ITypeSymbol constraint, IMethodSymbol constructed) => constraint switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } other => constructed.TypeArguments[other.Ordinal],
        INamedTypeSymbol { IsGenericType: true } named => named.OriginalDefinition.Construct([.. named.TypeArguments.Select(argument => InCall(argument, constructed))]),
        _ => constraint,
    };
}
