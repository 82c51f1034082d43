using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>The names of the types of which traits hold values, by the outermost type that they are found through. Names, so that they outlive a compilation.</summary>
internal sealed class TypesHeld
{
    private readonly IReadOnlyDictionary<string, HashSet<string>> _byHolder;
    private readonly HashSet<string> _all;

    private TypesHeld(IReadOnlyDictionary<string, HashSet<string>> byHolder)
    {
        _byHolder = byHolder;
        _all = new HashSet<string>(byHolder.Values.SelectMany(static held => held), StringComparer.Ordinal);
    }

    /// <summary>Looks at all types of an assembly.</summary>
    public static TypesHeld In(IAssemblySymbol assembly, KnownSymbols symbols) =>
        new(By(KnownSymbols.TypesIn(assembly.GlobalNamespace).Where(static type => type.ContainingType is null), symbols));

    public bool Contains(INamedTypeSymbol type) => _all.Contains(NameOf(type));

    /// <summary>The same after some types have changed.</summary>
    /// <param name="removed">The full names of outermost types that are no longer as they were.</param>
    /// <param name="added">Those of them that there are now.</param>
    /// <param name="symbols">Of the new compilation.</param>
    public TypesHeld With(HashSet<string> removed, IEnumerable<INamedTypeSymbol> added, KnownSymbols symbols)
    {
        Dictionary<string, HashSet<string>> byHolder = By(added, symbols);
        foreach (KeyValuePair<string, HashSet<string>> holder in _byHolder)
        {
            if (!removed.Contains(holder.Key))
                byHolder[holder.Key] = holder.Value;
        }

        return new TypesHeld(byHolder);
    }

    /// <summary>The full names of the outermost types around those that only one of the two has.</summary>
    public IEnumerable<string> DifferenceTo(TypesHeld other)
    {
        var different = new HashSet<string>(_all, StringComparer.Ordinal);
        different.SymmetricExceptWith(other._all);
        return different.Select(static name => name.Substring(0, name.IndexOf('+'))).Distinct(StringComparer.Ordinal);
    }

    private static Dictionary<string, HashSet<string>> By(IEnumerable<INamedTypeSymbol> outermost, KnownSymbols symbols)
    {
        var byHolder = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in outermost)
        {
            var held = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            TypesOfTraits.Add(type, held, symbols);
            if (held.Count == 0)
                continue;
            string name = TypeText.FullName(type);
            if (!byHolder.TryGetValue(name, out HashSet<string>? known))
                byHolder.Add(name, known = new HashSet<string>(StringComparer.Ordinal));
            known.UnionWith(held.Select(NameOf));
        }

        return byHolder;
    }

    // Begins with the name of the outermost type.
    private static string NameOf(INamedTypeSymbol type) =>
        $"{TypeText.FullName(type)}+{TypeText.MetadataName(type)}, {type.ContainingAssembly?.Name}";
}
