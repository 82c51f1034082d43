using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>What to take out of a text so that attributes are gone and everything else, comments above all, is where it was.</summary>
internal static class AttributeRemoval
{
    public static IEnumerable<TextSpan> Spans(IReadOnlyCollection<AttributeSyntax> attributes, SourceText text)
    {
        var spans = new List<TextSpan>();
        var lists = new List<TextSpan>();
        foreach (IGrouping<AttributeListSyntax, AttributeSyntax> list in attributes.GroupBy(static a => (AttributeListSyntax)a.Parent!))
        {
            var removed = new HashSet<AttributeSyntax>(list);
            if (removed.Count < list.Key.Attributes.Count)
                AddElements(list.Key.Attributes, removed, spans);
            else if (list.Key.DescendantTrivia().Any(trivia => IsComment(trivia) && list.Key.Span.Contains(trivia.Span)))
                AddTokens(list.Key, spans);
            else
                lists.Add(list.Key.Span);
        }

        spans.AddRange(Joined(lists, text).Select(span => WithSpace(span, text)));
        return spans;
    }

    // One list, some of whose attributes stay.
    private static void AddElements(SeparatedSyntaxList<AttributeSyntax> attributes, HashSet<AttributeSyntax> removed, List<TextSpan> spans)
    {
        bool somethingStaysBefore = false;
        for (int i = 0; i < attributes.Count; i++)
        {
            if (!removed.Contains(attributes[i]))
            {
                somethingStaysBefore = true;
                continue;
            }

            // With the comma that the attribute no longer needs: the one before it, or, at the beginning of the list, the one behind.
            SyntaxToken comma = attributes.GetSeparator(somethingStaysBefore ? i - 1 : i);
            if (somethingStaysBefore)
            {
                bool isJoined = !HasComments(comma.TrailingTrivia) && !HasComments(attributes[i].GetLeadingTrivia());
                bool takesSpace = !HasComments(comma.LeadingTrivia) && !HasComments(attributes[i - 1].GetTrailingTrivia());
                int start = takesSpace ? attributes[i - 1].Span.End : comma.SpanStart;
                Add(start, comma.Span.End, attributes[i].Span, isJoined, spans);
            }
            else
            {
                bool isJoined = !HasComments(attributes[i].GetTrailingTrivia()) && !HasComments(comma.LeadingTrivia);
                bool takesSpace = !HasComments(comma.TrailingTrivia) && !HasComments(attributes[i + 1].GetLeadingTrivia());
                int end = takesSpace ? attributes[i + 1].SpanStart : comma.Span.End;
                if (isJoined)
                    spans.Add(TextSpan.FromBounds(attributes[i].SpanStart, end));
                else
                    spans.AddRange([attributes[i].Span, TextSpan.FromBounds(comma.SpanStart, end)]);
            }
        }
    }

    private static void Add(int start, int commaEnd, TextSpan attribute, bool isJoined, List<TextSpan> spans)
    {
        if (isJoined)
            spans.Add(TextSpan.FromBounds(start, attribute.End));
        else
            spans.AddRange([TextSpan.FromBounds(start, commaEnd), attribute]);
    }

    // The comments inside the brackets stay.
    private static void AddTokens(AttributeListSyntax list, List<TextSpan> spans) =>
        spans.AddRange(list.DescendantTokens().Select(static token => token.Span));

    // Lists with nothing but space between them go together.
    private static IEnumerable<TextSpan> Joined(List<TextSpan> lists, SourceText text)
    {
        lists.Sort();
        TextSpan? current = null;
        foreach (TextSpan list in lists)
        {
            if (current is { } before && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(before.End, list.Start))))
            {
                current = TextSpan.FromBounds(before.Start, list.End);
                continue;
            }

            if (current is { } finished)
                yield return finished;
            current = list;
        }

        if (current is { } last)
            yield return last;
    }

    private static TextSpan WithSpace(TextSpan span, SourceText text)
    {
        TextLine firstLine = text.Lines.GetLineFromPosition(span.Start);
        TextLine lastLine = text.Lines.GetLineFromPosition(span.End);
        int start = span.Start;
        while (start > firstLine.Start && IsSpace(text[start - 1]))
            start--;
        int end = span.End;
        while (end < lastLine.End && IsSpace(text[end]))
            end++;

        bool beginsLine = start == firstLine.Start;
        bool endsLine = end == lastLine.End;
        return beginsLine && endsLine ? TextSpan.FromBounds(firstLine.Start, lastLine.EndIncludingLineBreak)
            : endsLine ? TextSpan.FromBounds(start, span.End)
            : TextSpan.FromBounds(span.Start, end);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t';

    private static bool HasComments(SyntaxTriviaList trivia) => trivia.Any(IsComment);

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
