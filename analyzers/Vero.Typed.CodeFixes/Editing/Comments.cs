using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Looks for what a change of text must not take along: comments and directives.</summary>
internal static class Comments
{
    public static bool AreIn(SyntaxNode node) => node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span)
        && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
