using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <param name="Method">The converter.</param>
/// <param name="ListedOn">The type or assembly on which a source generator lists its class; null where it makes the method itself.</param>
internal sealed record GeneratedConverter(IMethodSymbol Method, ISymbol? ListedOn);

/// <summary>The converters of a compilation, by the type that they convert.</summary>
internal sealed class ConverterTable
{
    private readonly KnownSymbols _symbols;
    private readonly Lazy<Dictionary<ITypeSymbol, List<IMethodSymbol>>> _own;
    private readonly Lazy<Dictionary<ITypeSymbol, List<IMethodSymbol>>> _generated;
    private readonly Lazy<Dictionary<ITypeSymbol, List<IMethodSymbol>>> _listed;
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<IMethodSymbol>> _listedByTypes = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _mayBeGenerated;

    public ConverterTable(KnownSymbols symbols)
    {
        _symbols = symbols;
        _own = new(() => ByType(FindOwn(isGenerated: false)));
        _generated = new(() => ByType(FindOwn(isGenerated: true)));
        _mayBeGenerated = new(() => symbols.GeneratedTrees.HasOthers && symbols.Compilation.SyntaxTrees.Any(tree =>
            symbols.GeneratedTrees.Contains(tree) && (symbols.HasGlobalAlias || TextSearch.HasAny(tree, MentionedWords.VeroConverter, CancellationToken.None))));
        _listed = new(() => ByType(ListedBy(symbols.Compilation.Assembly)));
    }

    /// <summary>Those that convert a type, at the nearest level that has any: more than one is a mistake.</summary>
    /// <param name="type">The type of a value, nullable or not.</param>
    /// <param name="annotated">The annotated type, which may list classes of its own.</param>
    public IReadOnlyList<IMethodSymbol> Of(ITypeSymbol type, INamedTypeSymbol annotated)
    {
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (_own.Value.TryGetValue(value, out List<IMethodSymbol>? own))
            return own;

        List<IMethodSymbol>? found = _listed.Value.TryGetValue(value, out List<IMethodSymbol>? listed) ? [.. listed] : null;
        for (INamedTypeSymbol? level = annotated; level is not null; level = level.BaseType)
        {
            foreach (IMethodSymbol method in OfType(level))
            {
                if (Converts(method, value) && found?.Contains(method, SymbolEqualityComparer.Default) != true)
                    (found ??= []).Add(method);
            }
        }

        return found ?? (IReadOnlyList<IMethodSymbol>)[];
    }

    /// <summary>What would convert a type if other source generators did not make it, or the attribute that lists it; null where nothing would, or where that is another one.</summary>
    /// <param name="type">The type of a value, nullable or not.</param>
    /// <param name="annotated">The annotated type, which may list classes of its own.</param>
    public GeneratedConverter? Generated(ITypeSymbol type, INamedTypeSymbol annotated)
    {
        if (!_mayBeGenerated.Value)
            return null;
        ITypeSymbol value = ValueTypes.WithoutNullable(type);
        if (_own.Value.ContainsKey(value))
            return null;
        if (_generated.Value.TryGetValue(value, out List<IMethodSymbol>? made))
            return new GeneratedConverter(made[0], ListedOn: null);
        if (Of(type, annotated).Count > 0)
            return null;
        for (ISymbol? target = annotated; target is not null; target = target is INamedTypeSymbol level ? level.BaseType ?? (ISymbol)_symbols.Compilation.Assembly : null)
        {
            if (ListedBy(target, isGenerated: true).FirstOrDefault(method => Converts(method, value)) is { } listed)
                return new GeneratedConverter(listed, target);
        }

        return null;
    }

    /// <summary>Whether a type, or a base of it, lists classes with converters of its own.</summary>
    public bool AreListedBy(INamedTypeSymbol annotated)
    {
        for (INamedTypeSymbol? level = annotated; level is not null; level = level.BaseType)
        {
            if (OfType(level).Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>Why a method cannot be a converter; null when it can.</summary>
    public static string? ReasonNotToConvert(IMethodSymbol method)
    {
        if (!method.IsStatic)
            return "is not static";
        if (method.MethodKind != MethodKind.Ordinary)
            return "is not an ordinary method";
        if (method.IsAbstract || method.IsVirtual)
            return "is abstract or virtual";
        if (method.IsGenericMethod || TypeText.WithContainingTypes(method.ContainingType).Exists(static type => type.Arity > 0))
            return "is generic";
        if (method.Parameters.Length != 1)
            return "does not have exactly one parameter";
        if (method.Parameters[0].RefKind != RefKind.None)
            return "takes its parameter by reference";
        if (method.ReturnsVoid)
            return "returns nothing";
        if (method.IsAsync)
            return "is asynchronous";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "returns a reference";
        if (ValueTypes.IsObsoleteError(method) || ValueTypes.IsObsoleteError(method.ContainingType))
            return "is obsolete as an error";
        return NameChoice.Preferred(method, overload => TakesTheSame(overload, method.Parameters[0].Type)) is { } preferred
            ? $"is not what C# calls: it prefers '{TypeText.ForMessage(preferred)}'"
            : null;
    }

    private static bool TakesTheSame(IMethodSymbol overload, ITypeSymbol value) => overload.Parameters is [var first, .. var others]
        && others.All(static parameter => parameter.IsOptional || parameter.IsParams)
        && (overload.IsGenericMethod || IsOf(value, first.Type));

    private static bool IsOf(ITypeSymbol value, ITypeSymbol type)
    {
        ITypeSymbol taken = ValueTypes.WithoutNullable(type);
        for (ITypeSymbol? level = ValueTypes.WithoutNullable(value); level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, taken))
                return true;
        }

        return taken.SpecialType == SpecialType.System_Object || value.AllInterfaces.Contains(taken, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether a converter receives nulls: its parameter says so.</summary>
    public static bool TakesNull(IMethodSymbol converter) => converter.Parameters[0].Type is { } type
        && (ValueTypes.IsNullableValue(type) || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated });

    /// <summary>The methods of a class that say that they convert.</summary>
    public static IEnumerable<IMethodSymbol> In(INamedTypeSymbol holder) => holder.GetMembers().OfType<IMethodSymbol>().Where(IsConverter);

    private static bool IsConverter(IMethodSymbol method) => method.GetAttributes().Any(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Converter);

    // Asked for every member of the type.
    private IReadOnlyList<IMethodSymbol> OfType(INamedTypeSymbol type) =>
        _listedByTypes.TryGetValue(type, out IReadOnlyList<IMethodSymbol>? known) ? known : _listedByTypes.GetOrAdd(type, ListedBy(type).ToList());

    private static bool Converts(IMethodSymbol method, ITypeSymbol value) => SymbolEqualityComparer.Default.Equals(ValueTypes.WithoutNullable(method.Parameters[0].Type), value);

    private IEnumerable<IMethodSymbol> ListedBy(ISymbol target, bool isGenerated = false)
    {
        foreach (AttributeData attribute in target.GetAttributes())
        {
            if (KnownSymbols.KindOf(attribute) != VeroAttributeKind.Converters || attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol holder }]
                || _symbols.GeneratedTrees.Contains(attribute) != isGenerated)
            {
                continue;
            }

            // What is internal there cannot be called from here, so it is not listed.
            foreach (IMethodSymbol method in In(holder))
            {
                if (ReasonNotToConvert(method) is null && _symbols.Compilation.IsSymbolAccessibleWithin(method, _symbols.Compilation.Assembly))
                    yield return method;
            }
        }
    }

    private IEnumerable<IMethodSymbol> FindOwn(bool isGenerated) => AttributeSearch
        .Find<MethodDeclarationSyntax>(_symbols, MentionedWords.VeroConverter, VeroAttributeKind.Converter, isGenerated)
        .OfType<IMethodSymbol>()
        .Where(static method => ReasonNotToConvert(method) is null);

    private static Dictionary<ITypeSymbol, List<IMethodSymbol>> ByType(IEnumerable<IMethodSymbol> methods)
    {
        var found = new Dictionary<ITypeSymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol method in methods)
        {
            ITypeSymbol type = ValueTypes.WithoutNullable(method.Parameters[0].Type);
            if (!found.TryGetValue(type, out List<IMethodSymbol>? known))
                found.Add(type, known = []);
            if (!known.Contains(method, SymbolEqualityComparer.Default))
                known.Add(method);
        }

        return found;
    }
}
