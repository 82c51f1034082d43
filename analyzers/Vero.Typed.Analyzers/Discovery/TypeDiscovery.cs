using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>Finds the annotated types of a compilation, each once.</summary>
internal static class TypeDiscovery
{
    // They know the library and have no annotated types.
    private static readonly HashSet<string> OwnAssemblies = new(
        new[] { "", ".Client", ".Quartz", ".Quartz.EntityFrameworkCore", ".Testing", ".Sandbox" }.Select(static end => KnownSymbols.LibraryName + end), StringComparer.Ordinal);

    /// <summary>
    /// Whether there can be annotated types: a file that somebody wrote names something of ours, or an assembly that is referenced knows the
    /// library. Where it is not so, which is nearly everywhere, nobody has to look at types or into the bodies of methods.
    /// </summary>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="ct">Stops the work.</param>
    public static bool CanFindTypes(KnownSymbols symbols, CancellationToken ct)
    {
        if (CanDeclareTypes(symbols, ct))
            return true;

        foreach (IAssemblySymbol assembly in symbols.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!OwnAssemblies.Contains(assembly.Name) && symbols.CanBeAnnotated(assembly))
                return true;
        }

        return false;
    }

    /// <summary>Whether this compilation itself can have annotated types. A project that only uses those of another one has none.</summary>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="alsoGenerated">Whether what other source generators make counts.</param>
    public static bool CanDeclareTypes(KnownSymbols symbols, CancellationToken ct, bool alsoGenerated = false)
    {
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            if (TextSearch.HasAny(tree, MentionedWords.Vero, ct) && !(alsoGenerated ? symbols.GeneratedTrees.IsOwn(tree) : symbols.GeneratedTrees.Contains(tree)))
                return true;
        }

        return false;
    }

    /// <summary>The annotated types.</summary>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="outermost">The full names of the outermost types that are looked at; null for all.</param>
    /// <param name="ct">Stops the work.</param>
    public static IEnumerable<INamedTypeSymbol> Types(KnownSymbols symbols, HashSet<string>? outermost, CancellationToken ct)
    {
        // To search a text costs next to nothing, and hardly any file names anything of ours. Aliases that hold in all files are in one that does.
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        var mentioning = new List<SyntaxTree>();
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            ct.ThrowIfCancellationRequested();
            if (!TextSearch.HasAny(tree, MentionedWords.Vero, ct))
                continue;
            mentioning.Add(tree);
            aliases.UnionWith(AnnotatedDeclarations.In(tree, ct).GlobalAliases);
        }

        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in aliases.Count == 0 ? mentioning : symbols.Compilation.SyntaxTrees)
        {
            ct.ThrowIfCancellationRequested();
            SemanticModel? model = null;
            foreach (AnnotatedDeclaration declaration in AnnotatedDeclarations.In(tree, ct).Declarations)
            {
                if (!declaration.MayHaveOurs(aliases) || outermost?.Contains(DeclaredType.FullNameOf(declaration.Syntax)) == false)
                    continue;
                model ??= symbols.Compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(declaration.Syntax, ct) is INamedTypeSymbol type && found.Add(type) && AnnotatedTypeReader.HasOwn(type, symbols))
                    yield return type;
            }
        }
    }
}
