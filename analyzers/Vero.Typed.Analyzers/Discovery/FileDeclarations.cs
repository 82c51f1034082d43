using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>What a file declares, by syntax alone: its types, and what is outside of them.</summary>
/// <remarks>Bodies are left out: a model is made of declarations and constants, and no body changes either.</remarks>
internal sealed class FileDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();

    private readonly CompilationUnitSyntax _root;

    private FileDeclarations(SyntaxTree tree, CancellationToken ct)
    {
        Tree = tree;
        _root = (CompilationUnitSyntax)tree.GetRoot(ct);
        var types = new List<DeclaredType>();
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        bool isEverywhere = _root.AttributeLists.Count > 0;
        foreach (SyntaxNodeOrToken part in _root.DescendantNodesAndTokens(static node => !IsLeftOutside(node)))
        {
            ct.ThrowIfCancellationRequested();
            if (part.IsToken)
            {
                if (part.IsKind(SyntaxKind.IdentifierToken))
                    mentioned.Add(part.AsToken().ValueText);
                continue;
            }

            switch (part.AsNode())
            {
                case UsingDirectiveSyntax directive:
                    isEverywhere |= directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                    HasAlias |= directive.Alias is not null;
                    break;
                case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                    types.Add(new DeclaredType((MemberDeclarationSyntax)part.AsNode()!));
                    break;
                case BaseNamespaceDeclarationSyntax or GlobalStatementSyntax:
                    break;

                // Half-typed code, which may become anything.
                case MemberDeclarationSyntax:
                    isEverywhere = true;
                    break;
            }
        }

        Types = types;
        MentionedOutside = mentioned;
        ReachesEverywhere = isEverywhere;
    }

    public SyntaxTree Tree { get; }

    /// <summary>Those that are in no other type.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>The names in usings, namespaces and attributes of the assembly.</summary>
    public HashSet<string> MentionedOutside { get; }

    /// <summary>Whether the file has something that holds for all files: global usings, attributes of the assembly, code that is no declaration.</summary>
    public bool ReachesEverywhere { get; }

    /// <summary>Whether a using gives a name to a type.</summary>
    public bool HasAlias { get; }

    /// <summary>Whether a declaration in the file counts for types that do not mention it: a converter, or a map.</summary>
    public bool CountsForOthers => TextSearch.HasAny(Tree, MentionedWords.VeroConverter | MentionedWords.VeroMap, CancellationToken.None);

    public static FileDeclarations In(SyntaxTree tree, CancellationToken ct)
    {
        if (!Known.TryGetValue(tree, out FileDeclarations? known))
            known = Known.GetValue(tree, tree => new FileDeclarations(tree, ct));
        return known;
    }

    /// <summary>Whether usings, namespaces, attributes of the assembly and all else that is outside of types are the same.</summary>
    public bool IsSameOutside(FileDeclarations other) => DeclarationText.Of(_root, IsLeftOutside) == DeclarationText.Of(other._root, IsLeftOutside);

    private static bool IsLeftOutside(SyntaxNode node) => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or GlobalStatementSyntax;
}
