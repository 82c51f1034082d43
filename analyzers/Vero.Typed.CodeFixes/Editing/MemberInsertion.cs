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

    /// <summary>Adds a member before all others of a type.</summary>
    /// <returns>Whether there is a place for it.</returns>
    public static bool TryAddFirst(TypeDeclarationSyntax type, string attribute, string member, SourceEdits edits)
    {
        SourceText text = type.SyntaxTree.GetText();
        string lineBreak = AttributeInsertion.LineBreak(text);
        if (type.Members is not [var first, ..])
            return type is RecordDeclarationSyntax record ? TryAddToRecord(record, $"[{attribute}] {member}", lineBreak, text, edits) : TryAddToEmpty(type, $"[{attribute}] {member}", lineBreak, text, edits);

        TextLine line = text.Lines.GetLineFromPosition(first.SpanStart);
        if (type.OpenBraceToken.Span.End >= line.Start)
        {
            edits.Insert(type.SyntaxTree, first.SpanStart, $"[{attribute}] {member} ");
            return true;
        }

        string indentation = AttributeInsertion.Indentation(first.SpanStart, text);
        bool isOnLineOfItsOwn = AttributeInsertion.IsOnLineOfItsOwn(first, text);
        string space = isOnLineOfItsOwn ? lineBreak + indentation : " ";
        int brace = text.Lines.GetLineFromPosition(type.OpenBraceToken.SpanStart).End;
        edits.Insert(type.SyntaxTree, brace, $"{lineBreak}{indentation}[{attribute}]{space}{member}{(isOnLineOfItsOwn ? lineBreak : "")}");
        return true;
    }

    private static bool TryAddToEmpty(TypeDeclarationSyntax type, string member, string lineBreak, SourceText text, SourceEdits edits)
    {
        string indentation = AttributeInsertion.Indentation(type.SpanStart, text);
        if (type.OpenBraceToken is { RawKind: (int)SyntaxKind.OpenBraceToken, IsMissing: false } brace)
        {
            bool isOneLine = text.Lines.GetLineFromPosition(brace.SpanStart).LineNumber == text.Lines.GetLineFromPosition(type.CloseBraceToken.SpanStart).LineNumber;
            edits.Insert(type.SyntaxTree, brace.Span.End, isOneLine ? " " + member : lineBreak + indentation + Inner(indentation, text) + member);
            return true;
        }

        if (type.SemicolonToken is not { RawKind: (int)SyntaxKind.SemicolonToken, IsMissing: false } semicolon)
            return false;
        edits.Replace(type.SyntaxTree, semicolon.Span, $" {{ {member} }}");
        return true;
    }

    /// <summary>The space that indents what is inside of a line with another indentation.</summary>
    public static string Inner(string indentation, SourceText text) =>
        indentation.StartsWith("\t", StringComparison.Ordinal) || text.ToString().Contains("\n\t") ? "\t" : "    ";

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
        string inner = indentation + Inner(indentation, text);
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
