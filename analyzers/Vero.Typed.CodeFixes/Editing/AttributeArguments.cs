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

    /// <summary>Writes the first argument of the constructor, in place of the one that is there.</summary>
    public static void WriteFirst(string argument, AttributeSyntax attribute, SourceEdits edits)
    {
        if (attribute.ArgumentList is not { } arguments)
            edits.Insert(attribute.SyntaxTree, attribute.Span.End, $"({argument})");
        else if (arguments.Arguments.FirstOrDefault(static written => written.NameEquals is null) is { } first)
            edits.Replace(first.Expression, argument);
        else
            edits.Insert(attribute.SyntaxTree, arguments.OpenParenToken.Span.End, arguments.Arguments.Count == 0 ? argument : argument + ", ");
    }

    /// <summary>Adds an argument behind those that are there.</summary>
    public static void Add(string argument, AttributeSyntax attribute, SourceEdits edits)
    {
        if (attribute.ArgumentList is not { } arguments)
            edits.Insert(attribute.SyntaxTree, attribute.Span.End, $"({argument})");
        else
            edits.Insert(attribute.SyntaxTree, arguments.CloseParenToken.SpanStart, arguments.Arguments.Count == 0 ? argument : ", " + argument);
    }

    /// <summary>Removes one argument that sets a property.</summary>
    public static void RemoveNamed(AttributeArgumentSyntax argument, SourceEdits edits)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        int index = list.Arguments.IndexOf(argument);
        if (list.Arguments.Count == 1 && !Comments.AreIn(list))
            edits.Remove(list.SyntaxTree, list.Span);
        else if (index > 0)
            edits.Remove(list.SyntaxTree, TextSpan.FromBounds(list.Arguments.GetSeparator(index - 1).SpanStart, argument.Span.End));
        else
            Remove([argument], list, edits);
    }

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
