using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Finds the declarations of a compilation that have one of our attributes.</summary>
/// <remarks>Not by asking every symbol of the assembly for its attributes, which would bind them all at every key that is pressed.</remarks>
internal static class AttributeSearch
{
    /// <summary>The symbols whose declarations have an attribute.</summary>
    /// <typeparam name="T">The kind of declaration.</typeparam>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="word">What a file must mention.</param>
    /// <param name="kind">The attribute.</param>
    /// <param name="isGenerated">Whether to look at what other source generators make, or at everything else.</param>
    public static IEnumerable<ISymbol> Find<T>(KnownSymbols symbols, MentionedWords word, VeroAttributeKind kind, bool isGenerated = false)
        where T : MemberDeclarationSyntax
    {
        VeroAttributeRow row = VeroAttributes.Of(kind);
        HashSet<string> names = [row.Name, row.ClassName];
        bool hasGlobalAlias = false;
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            if (Mentions(tree, word))
                hasGlobalAlias |= AddAliases(tree, row.ClassName, isGlobal: true, names);
        }

        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            if (symbols.GeneratedTrees.Contains(tree) != isGenerated || !(hasGlobalAlias || Mentions(tree, word)))
                continue;

            HashSet<string> namesHere = [.. names];
            AddAliases(tree, row.ClassName, isGlobal: false, namesHere);
            foreach (T declaration in tree.GetRoot().DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax)).OfType<T>())
            {
                if (declaration.AttributeLists.Any(list => list.Attributes.Any(attribute => namesHere.Contains(RightmostName(attribute.Name))))
                    && symbols.Compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration) is { } symbol
                    && symbol.GetAttributes().Any(attribute => KnownSymbols.KindOf(attribute) == kind))
                {
                    yield return symbol;
                }
            }
        }
    }

    private static bool Mentions(SyntaxTree tree, MentionedWords word) => TextSearch.HasAny(tree, word, CancellationToken.None);

    private static bool AddAliases(SyntaxTree tree, string className, bool isGlobal, HashSet<string> names)
    {
        bool found = false;
        foreach (UsingDirectiveSyntax directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings)
        {
            bool isMeant = directive is { Alias: not null, Name: { } target } && directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) == isGlobal
                && RightmostName(target) == className;
            foreach (string name in isMeant ? AnnotatedDeclarations.NamesOf(directive) : [])
                found |= names.Add(name);
        }

        return found;
    }

    private static string RightmostName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
