using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>Types that a plan lists and the project does not have.</summary>
internal static class GoneTypes
{
    /// <summary>Those of the types that are gone. While a file cannot be parsed nobody knows what is in it, so then none is.</summary>
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

        if (gone.Count > 0 && IsHalfTyped(compilation, ct))
            gone.Clear();
        return gone;
    }

    private static bool IsHalfTyped(Compilation compilation, CancellationToken ct)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            bool isBroken = tree.GetRoot(ct).ContainsDiagnostics
                && tree.GetDiagnostics(ct).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            if (isBroken)
                return true;
        }

        return false;
    }
}
