using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.Analyzers.Discovery;

/// <summary>The tokens of declarations as one text: equal where the compiler sees the same declarations.</summary>
internal static class DeclarationText
{
    private const char Separator = '\u0001';

    /// <summary>The text of a node without what is left out. Where something is left out there is a mark: a method with a body is another one than without.</summary>
    public static string Of(SyntaxNode node, Func<SyntaxNode, bool> isLeftOut)
    {
        var text = new StringBuilder();
        foreach (SyntaxNodeOrToken part in node.DescendantNodesAndTokens(node => !isLeftOut(node)))
        {
            if (part.IsToken)
            {
                SyntaxToken token = part.AsToken();
                if (token.ContainsDirectives)
                    AddNullability(token.GetAllTrivia(), text);
                text.Append(token.Text).Append(Separator);
            }
            else if (part.AsNode() is { } left && isLeftOut(left))
            {
                // Types are compared one by one, wherever they are.
                if (left is not MemberDeclarationSyntax)
                    text.Append(left.RawKind).Append(Separator);
                if (left.ContainsDirectives)
                    AddNullability(left.DescendantTrivia(descendIntoTrivia: false), text);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a node is the body of a member.</summary>
    public static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax;

    // Holds for all that follows, also behind the body that it is in.
    private static void AddNullability(IEnumerable<SyntaxTrivia> trivia, StringBuilder text)
    {
        foreach (SyntaxTrivia one in trivia)
        {
            if (one.IsKind(SyntaxKind.NullableDirectiveTrivia))
                text.Append(one.ToFullString().Trim()).Append(Separator);
        }
    }
}
