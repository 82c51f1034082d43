using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Makes types partial, with everything that has to become partial with them.</summary>
internal static class PartialTypes
{
    /// <summary>Makes a type and the types around it partial, in all their declarations.</summary>
    public static void Add(INamedTypeSymbol type, KnownSymbols symbols, SourceEdits edits, CancellationToken ct)
    {
        foreach (INamedTypeSymbol around in TypeText.WithContainingTypes(type))
        {
            foreach (SyntaxReference reference in around.DeclaringSyntaxReferences)
            {
                if (!symbols.GeneratedTrees.Contains(reference.SyntaxTree)
                    && reference.GetSyntax(ct) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    edits.Insert(reference.SyntaxTree, declaration.Keyword.SpanStart, "partial ");
                }
            }
        }
    }

    /// <summary>
    /// The types of the solution that derive from one, add annotated members and are not partial: once its methods are its own, theirs
    /// must override them.
    /// </summary>
    public static async Task<IReadOnlyList<INamedTypeSymbol>> DerivedThatMustFollowAsync(INamedTypeSymbol type, Solution solution, CancellationToken ct)
    {
        var following = new List<INamedTypeSymbol>();
        if (type.TypeKind != TypeKind.Class || type.IsSealed)
            return following;

        IEnumerable<INamedTypeSymbol> derived =
            await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: true, cancellationToken: ct).ConfigureAwait(false);
        foreach (INamedTypeSymbol candidate in derived)
        {
            if (solution.GetProject(candidate.ContainingAssembly, ct) is { } project
                && await project.GetCompilationAsync(ct).ConfigureAwait(false) is { } compilation
                && KnownSymbols.For(compilation) is { } symbols
                && AnnotatedTypeReader.Read(candidate, symbols).Members.Any(m => SymbolEqualityComparer.Default.Equals(m.AnnotatedIn, candidate))
                && !new TypeReach(candidate, symbols).IsInstance)
            {
                following.Add(candidate);
            }
        }

        return following;
    }
}
