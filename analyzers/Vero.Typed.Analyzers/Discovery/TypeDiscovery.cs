using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>Finds the annotated types of a compilation, each once.</summary>
internal static class TypeDiscovery
{
    /// <summary>The models of all types for which there is something to print.</summary>
    public static EquatableArray<FileModel> Models(Compilation compilation, CancellationToken ct)
    {
        if (KnownSymbols.For(compilation) is not { } symbols)
            return default;

        var models = new List<FileModel>();
        foreach (INamedTypeSymbol type in Types(symbols, ct))
        {
            if (ModelBuilder.Build(TypeParser.Read(type, symbols, ct), ct) is { } model)
                models.Add(model);
        }

        return new EquatableArray<FileModel>(models);
    }

    /// <summary>
    /// Whether there can be annotated types: a file that somebody wrote names something of ours, or an assembly that is referenced knows the
    /// library. Where it is not so, which is nearly everywhere, nobody has to look at types or into the bodies of methods.
    /// </summary>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="alsoGenerated">Whether what other source generators make counts.</param>
    public static bool CanFindTypes(KnownSymbols symbols, CancellationToken ct, bool alsoGenerated = false)
    {
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            bool counts = alsoGenerated ? !symbols.GeneratedTrees.IsOwn(tree) : !symbols.GeneratedTrees.Contains(tree);
            if (counts && TextSearch.In(tree, ct).HasFlag(MentionedWords.Vero))
                return true;
        }

        foreach (IAssemblySymbol assembly in symbols.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name is not (KnownSymbols.LibraryName or KnownSymbols.LibraryName + ".Client") && symbols.CanBeAnnotated(assembly))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Types(KnownSymbols symbols, CancellationToken ct)
    {
        // To search a text costs next to nothing, and hardly any file names anything of ours. Aliases that hold in all files are in one that does.
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        var mentioning = new List<SyntaxTree>();
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            ct.ThrowIfCancellationRequested();
            if (!TextSearch.In(tree, ct).HasFlag(MentionedWords.Vero))
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
                if (!declaration.MayHaveOurs(aliases))
                    continue;
                model ??= symbols.Compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(declaration.Syntax, ct) is INamedTypeSymbol type && found.Add(type) && AnnotatedTypeReader.HasOwn(type, symbols))
                    yield return type;
            }
        }
    }
}
