using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Adds a member with an attribute behind another one, in the way in which the file puts them.</summary>
internal static class MemberInsertion
{
    /// <summary>Adds a member.</summary>
    /// <param name="neighbour">The property, field or parameter of a positional record behind which it goes.</param>
    /// <param name="attribute">Without brackets.</param>
    /// <param name="member">The declaration without the attribute.</param>
    /// <param name="edits">Receives the change.</param>
    /// <returns>Whether there is a place for it.</returns>
    public static bool TryAdd(SyntaxNode neighbour, string attribute, string member, SourceEdits edits)
    {
        SourceText text = neighbour.SyntaxTree.GetText();
        string lineBreak = AttributeInsertion.LineBreak(text);
        if (neighbour is ParameterSyntax { Parent.Parent: RecordDeclarationSyntax record })
            return TryAddToRecord(record, $"[{attribute}] {member}", lineBreak, text, edits);
        if (neighbour is not (PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }))
            return false;
        AddBehind((MemberDeclarationSyntax)neighbour, attribute, member, lineBreak, text, edits);
        return true;
    }

    private static void AddBehind(MemberDeclarationSyntax neighbour, string attribute, string member, string lineBreak, SourceText text, SourceEdits edits)
    {
        TextLine line = text.Lines.GetLineFromPosition(neighbour.Span.End);
        if (neighbour.GetLastToken().GetNextToken().SpanStart <= line.End)
        {
            edits.Insert(neighbour.SyntaxTree, neighbour.Span.End, $" [{attribute}] {member}");
            return;
        }

        string indentation = AttributeInsertion.Indentation(neighbour.SpanStart, text);
        bool isOnLineOfItsOwn = AttributeInsertion.IsOnLineOfItsOwn(neighbour, text);
        string space = isOnLineOfItsOwn ? lineBreak + indentation : " ";
        edits.Insert(
            neighbour.SyntaxTree, line.End, $"{lineBreak}{(isOnLineOfItsOwn ? lineBreak : "")}{indentation}[{attribute}]{space}{member}");
    }

    private static bool TryAddToRecord(RecordDeclarationSyntax record, string member, string lineBreak, SourceText text, SourceEdits edits)
    {
        string indentation = AttributeInsertion.Indentation(record.SpanStart, text);
        string inner = indentation + (indentation.StartsWith("\t", StringComparison.Ordinal) || text.ToString().Contains("\n\t") ? "\t" : "    ");
        if (record.OpenBraceToken is { RawKind: (int)SyntaxKind.OpenBraceToken, IsMissing: false })
        {
            bool isOneLine = text.Lines.GetLineFromPosition(record.OpenBraceToken.SpanStart).LineNumber == text.Lines.GetLineFromPosition(record.CloseBraceToken.SpanStart).LineNumber;
            edits.Insert(record.SyntaxTree, record.OpenBraceToken.Span.End, isOneLine ? " " + member : lineBreak + inner + member);
            return true;
        }

        if (record.SemicolonToken is not { RawKind: (int)SyntaxKind.SemicolonToken, IsMissing: false } semicolon)
            return false;
        bool endsLine = text.Lines.GetLineFromPosition(semicolon.SpanStart).End == semicolon.Span.End;
        edits.Replace(
            record.SyntaxTree, semicolon.Span,
            endsLine ? $"{lineBreak}{indentation}{{{lineBreak}{inner}{member}{lineBreak}{indentation}}}" : $" {{ {member} }}");
        return true;
    }
}
