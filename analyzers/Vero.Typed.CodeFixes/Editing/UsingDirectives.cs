using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Adds a using directive where the file has its others, in their order.</summary>
internal static class UsingDirectives
{
    /// <summary>Imports a namespace for a place of a file.</summary>
    /// <param name="ns">The namespace, which the file does not import yet.</param>
    /// <param name="place">Where its types are to be known.</param>
    /// <param name="edits">Receives the change.</param>
    /// <param name="ct">Stops the work.</param>
    public static void Add(string ns, SyntaxNode place, SourceEdits edits, CancellationToken ct)
    {
        var root = (CompilationUnitSyntax)place.SyntaxTree.GetRoot(ct);
        SourceText text = place.SyntaxTree.GetText(ct);
        string lineBreak = AttributeInsertion.LineBreak(text);
        string directive = $"using {ns};";

        // What is between #if and #endif would not be there for everybody.
        List<UsingDirectiveSyntax> usings = UsingsAround(place, root).Where(one => !IsConditional(one, root)).ToList();
        if (Before(usings, ns) is { } before)
        {
            TextLine line = text.Lines.GetLineFromPosition(before.Span.End);
            bool endsLine = before.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
            if (endsLine)
                edits.Insert(root.SyntaxTree, line.End, lineBreak + AttributeInsertion.Indentation(before.SpanStart, text) + directive);
            else
                edits.Insert(root.SyntaxTree, before.Span.End, " " + directive);
        }
        else if (usings.Count > 0)
        {
            int start = usings[0].SpanStart;
            edits.Insert(root.SyntaxTree, start, directive + lineBreak + AttributeInsertion.Indentation(start, text));
        }
        else
        {
            edits.Insert(root.SyntaxTree, FirstPlace(root, text), directive + lineBreak + lineBreak);
        }
    }

    private static SyntaxList<UsingDirectiveSyntax> UsingsAround(SyntaxNode place, CompilationUnitSyntax root) =>
        place.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(static ns => ns.Usings).FirstOrDefault(static usings => usings.Count > 0) is { Count: > 0 } inner
            ? inner
            : root.Usings;

    // The last that comes before the new one in the alphabet, System first; where the others are in no order, the last of all.
    private static UsingDirectiveSyntax? Before(List<UsingDirectiveSyntax> usings, string ns)
    {
        List<UsingDirectiveSyntax> plain = usings
            .Where(static one => one.Alias is null && one.StaticKeyword.IsKind(SyntaxKind.None) && one.GlobalKeyword.IsKind(SyntaxKind.None))
            .ToList();
        List<string> names = plain.ConvertAll(static one => one.Name?.ToString() ?? "");
        bool isSorted = names.SequenceEqual(names.OrderBy(static name => name, Order)) || names.SequenceEqual(names.OrderBy(static name => name, StringComparer.OrdinalIgnoreCase));
        return isSorted
            ? plain.LastOrDefault(one => Order.Compare(one.Name?.ToString() ?? "", ns) < 0)
                ?? usings.LastOrDefault(static one => one.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            : plain.LastOrDefault();
    }

    // Behind the header of the file, before the comment that belongs to the first type.
    private static int FirstPlace(CompilationUnitSyntax root, SourceText text)
    {
        if (root.Externs.Count > 0)
            return text.Lines.GetLineFromPosition(root.Externs[root.Externs.Count - 1].Span.End).EndIncludingLineBreak;

        SyntaxToken first = root.GetFirstToken(includeZeroWidth: true);
        if (first.IsKind(SyntaxKind.NamespaceKeyword))
            return first.SpanStart;

        int line = text.Lines.GetLineFromPosition(first.SpanStart).LineNumber;
        while (line > 0 && text.Lines[line - 1].ToString().TrimStart() is { Length: > 0 } above && !above.StartsWith("#", StringComparison.Ordinal))
            line--;
        return text.Lines[line].Start;
    }

    private static bool IsConditional(SyntaxNode node, CompilationUnitSyntax root)
    {
        int depth = 0;
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart;
            directive = directive.GetNextDirective())
        {
            depth += directive.Kind() switch
            {
                SyntaxKind.IfDirectiveTrivia => 1,
                SyntaxKind.EndIfDirectiveTrivia => -1,
                _ => 0,
            };
        }

        return depth > 0;
    }

    private static readonly Comparer<string> Order = Comparer<string>.Create(static (left, right) =>
    {
        int bySystem = IsSystem(right).CompareTo(IsSystem(left));
        return bySystem != 0 ? bySystem : StringComparer.OrdinalIgnoreCase.Compare(left, right);
    });

    private static bool IsSystem(string ns) => ns == "System" || ns.StartsWith("System.", StringComparison.Ordinal);
}
