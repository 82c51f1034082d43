using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>Types that a plan lists and the project does not have.</summary>
internal static class GoneTypes
{
    /// <summary>Those of the types that are gone. While code is being typed none is.</summary>
    public static HashSet<string> Of(IEnumerable<string> types, Compilation compilation, CancellationToken ct)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        if (KnownSymbols.For(compilation) is not { } symbols)
            return gone;
        foreach (string type in types)
        {
            INamedTypeSymbol? found = compilation.Assembly.GetTypeByMetadataName(type);
            if (found is null || symbols.GeneratedTrees.ContainAll(found))
                gone.Add(type);
        }

        if (gone.Count > 0 && UnfinishedCode.IsIn(compilation, ct))
            gone.Clear();
        return gone;
    }
}
