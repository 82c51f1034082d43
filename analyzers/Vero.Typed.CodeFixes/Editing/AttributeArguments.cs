using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Takes arguments away from an attribute.</summary>
internal static class AttributeArguments
{
    /// <summary>Removes the arguments of the constructor; those that set properties stay, and so do comments.</summary>
    public static void RemovePositional(AttributeArgumentListSyntax list, SourceEdits edits) =>
        Remove(list.Arguments.Where(static argument => argument.NameEquals is null).ToList(), list, edits);

    /// <summary>Removes all arguments; comments stay.</summary>
    public static void RemoveAll(AttributeArgumentListSyntax list, SourceEdits edits) => Remove(list.Arguments.ToList(), list, edits);

    private static void Remove(List<AttributeArgumentSyntax> removed, AttributeArgumentListSyntax list, SourceEdits edits)
    {
        if (removed.Count == list.Arguments.Count && !Comments.AreIn(list))
        {
            edits.Remove(list.SyntaxTree, list.Span);
            return;
        }

        // Those that set properties come last, so what is removed is at the beginning.
        for (int i = 0; i < removed.Count; i++)
        {
            edits.Remove(list.SyntaxTree, removed[i].Span);
            if (i < list.Arguments.SeparatorCount)
                RemoveComma(list, i, edits);
        }
    }

    private static void RemoveComma(AttributeArgumentListSyntax list, int index, SourceEdits edits)
    {
        SyntaxToken comma = list.Arguments.GetSeparator(index);
        int next = list.Arguments[index + 1].SpanStart;
        bool isFollowedBySpace = comma.TrailingTrivia.All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) && comma.FullSpan.End == next;
        edits.Remove(list.SyntaxTree, TextSpan.FromBounds(comma.SpanStart, isFollowedBySpace ? next : comma.Span.End));
    }
}
