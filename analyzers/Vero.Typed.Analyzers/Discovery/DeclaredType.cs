using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>One declaration of a type that is in no other type, with all that is in it.</summary>
internal sealed class DeclaredType
{
    private readonly Lazy<Names> _names;

    public DeclaredType(MemberDeclarationSyntax syntax)
    {
        Syntax = syntax;
        FullName = FullNameOf(syntax);
        _names = new(() => new Names(syntax));
    }

    public MemberDeclarationSyntax Syntax { get; }

    /// <summary>Namespace, name and arity: the same for all parts of a type.</summary>
    public string FullName { get; }

    /// <summary>The names by which other declarations can mean it or a type in it.</summary>
    public IReadOnlyCollection<string> Declared => _names.Value.Declared;

    /// <summary>The names in the lists of bases.</summary>
    public IReadOnlyCollection<string> Bases => _names.Value.Bases;

    /// <summary>Whether one of these names is in it.</summary>
    public bool Mentions(HashSet<string> names)
    {
        HashSet<string> mentioned = _names.Value.Mentioned;
        return names.Count <= mentioned.Count ? names.Any(mentioned.Contains) : mentioned.Any(names.Contains);
    }

    public bool Declares(HashSet<string> names) => Declared.Any(names.Contains);

    /// <summary>Whether the compiler sees the same declaration.</summary>
    public bool IsSame(DeclaredType other) => Syntax.IsIncrementallyIdenticalTo(other.Syntax)
        || DeclarationText.Of(Syntax, DeclarationText.IsBody) == DeclarationText.Of(other.Syntax, DeclarationText.IsBody);

    public bool HasSameBases(DeclaredType other) => _names.Value.Bases.SetEquals(other._names.Value.Bases);

    /// <summary>Namespace, name and arity of the outermost type around a declaration: what <see cref="TypeText.FullName"/> is of its symbol.</summary>
    public static string FullNameOf(SyntaxNode syntax)
    {
        string name = "";
        for (SyntaxNode? node = syntax; node is not null; node = node.Parent)
        {
            name = node switch
            {
                BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => Segment((MemberDeclarationSyntax)node, '`'),
                BaseNamespaceDeclarationSyntax space => $"{string.Concat(space.Name.DescendantTokens().Select(static token => token.ValueText))}.{name}",
                _ => name,
            };
        }

        return name;
    }

    private static string Segment(MemberDeclarationSyntax type, char? separator)
    {
        (string name, int arity) = type switch
        {
            TypeDeclarationSyntax declared => (declared.Identifier.ValueText, declared.TypeParameterList?.Parameters.Count ?? 0),
            DelegateDeclarationSyntax declared => (declared.Identifier.ValueText, declared.TypeParameterList?.Parameters.Count ?? 0),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier.ValueText, 0),
        };
        return arity == 0 ? name : $"{name}{separator}{arity.ToString(CultureInfo.InvariantCulture)}";
    }

    // Not needed of a file whose declarations are as before.
    private sealed class Names
    {
        public Names(MemberDeclarationSyntax syntax)
        {
            foreach (SyntaxNodeOrToken part in syntax.DescendantNodesAndTokensAndSelf(static node => !DeclarationText.IsBody(node)))
            {
                if (part.IsKind(SyntaxKind.IdentifierToken))
                    Mentioned.Add(part.AsToken().ValueText);
                else if (part.AsNode() is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                    Declare((MemberDeclarationSyntax)part.AsNode()!);
                else if (part.AsNode() is BaseListSyntax bases)
                    Bases.UnionWith(bases.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
            }
        }

        public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Mentioned { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

        private void Declare(MemberDeclarationSyntax type)
        {
            string name = Segment(type, separator: null);
            foreach (SyntaxNode outer in type.Ancestors().TakeWhile(static node => node is TypeDeclarationSyntax))
                name = $"{Segment((MemberDeclarationSyntax)outer, separator: null)}_{name}";

            // The class with the extension methods of Outer.Inner, or of Customer<T>, has the name of that of Outer_Inner, or of Customer1.
            Declared.Add(name);
            Mentioned.Add(name);
            Mentioned.Add(name + GeneratedNames.ExtensionClassSuffix);

            string own = type is BaseTypeDeclarationSyntax declared ? declared.Identifier.ValueText : ((DelegateDeclarationSyntax)type).Identifier.ValueText;
            Declared.Add(own);
            if (own.EndsWith(VeroAttributes.Suffix, StringComparison.Ordinal))
                Declared.Add(own.Substring(0, own.Length - VeroAttributes.Suffix.Length));
            Declared.Remove("");
        }
    }
}
