using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Texts that are written out at their place. A constant by name is not one: others may use it too.</summary>
internal static class TextLiterals
{
    public static bool IsWrittenOut(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax text => text.Contents.All(static content => content is InterpolatedStringTextSyntax),
        ParenthesizedExpressionSyntax parenthesized => IsWrittenOut(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => !Comments.AreIn(sum) && IsWrittenOut(sum.Left) && IsWrittenOut(sum.Right),
        _ => false,
    };

    /// <summary>Puts another text there, in the same kind of literal where that is simple.</summary>
    public static void Replace(SyntaxNode writtenOut, string text, SourceEdits edits)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        if (writtenOut is LiteralExpressionSyntax { Token: { ValueText: { Length: > 0 } old } token } && literal.Length == text.Length + 2)
        {
            int start = token.Text.IndexOf(old, StringComparison.Ordinal);
            if (start >= 0)
                literal = token.Text.Remove(start, old.Length).Insert(start, text);
        }

        edits.Replace(writtenOut, literal);
    }
}
