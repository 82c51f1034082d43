using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Architecture.Tests;

/// <summary>
/// What the sources of a project mention, by name: constants included, which compiled code no longer shows.
/// </summary>
internal sealed class UsedNames
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly CSharpCompilation _compilation;

    private UsedNames(CSharpCompilation compilation) => _compilation = compilation;

    /// <summary>The sources of a project, such as analyzers/Vero.Typed.Analyzers, and those that are linked into it.</summary>
    public static UsedNames In(params string[] folders)
    {
        IEnumerable<SyntaxTree> trees = folders.SelectMany(static folder => Repository.Files(folder, "*.cs"))
            .Select(static file => CSharpSyntaxTree.ParseText(Repository.Read(file), path: file));
        return Of([.. trees]);
    }

    /// <summary>The same for sources that a test plants.</summary>
    public static UsedNames Of(params SyntaxTree[] trees) => new(CSharpCompilation.Create(
        "Read",
        [CSharpSyntaxTree.ParseText(Usings), .. trees],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));

    /// <summary>The types that the code of a namespace mentions, from whatever assembly.</summary>
    public IEnumerable<INamedTypeSymbol> TypesMentionedIn(string ns) => _compilation.SyntaxTrees.SelectMany(tree => MentionedIn(tree, ns)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The namespace of a type, with dots.</summary>
    public static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();

    private IEnumerable<INamedTypeSymbol> MentionedIn(SyntaxTree tree, string ns)
    {
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        if (root.Members is not [BaseNamespaceDeclarationSyntax { Name: var name }] || name.ToString() != ns)
            yield break;

        SemanticModel model = _compilation.GetSemanticModel(tree);
        foreach (SimpleNameSyntax mentioned in root.Members[0].DescendantNodes().OfType<SimpleNameSyntax>())
        {
            SymbolInfo info = model.GetSymbolInfo(mentioned);
            ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? (symbol is INamespaceSymbol or ITypeParameterSymbol or ILocalSymbol or IParameterSymbol ? null : symbol?.ContainingType);
            while (type?.ContainingType is { } outer)
                type = outer;
            if (type is { IsAnonymousType: false, IsTupleType: false, TypeKind: not TypeKind.Error })
                yield return type.OriginalDefinition;
        }
    }
}
