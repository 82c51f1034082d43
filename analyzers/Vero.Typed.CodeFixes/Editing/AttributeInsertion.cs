using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Puts an attribute on a declaration the way the file puts attributes: on a line of its own, or on the line of the member.</summary>
internal static class AttributeInsertion
{
    /// <summary>The edits that add one of Vero's attributes to a declaration.</summary>
    public static SourceEdits Of(string attribute, SyntaxNode declaration, FixScene scene, string arguments = "")
    {
        var edits = new SourceEdits();
        Add(declaration, AttributeNames.At(attribute, declaration, scene.Model.Compilation, edits, scene.CancellationToken) + arguments, edits);
        return edits;
    }

    /// <summary>Adds an attribute to a member, a parameter or a type.</summary>
    /// <param name="declaration">Where it goes.</param>
    /// <param name="attribute">The attribute with its arguments, without brackets.</param>
    /// <param name="edits">Receives the change.</param>
    public static void Add(SyntaxNode declaration, string attribute, SourceEdits edits)
    {
        SourceText text = declaration.SyntaxTree.GetText();
        int position = declaration.GetFirstToken().SpanStart;
        string separator = IsOnLineOfItsOwn(declaration, text) ? LineBreak(text) + Indentation(position, text) : " ";
        edits.Insert(declaration.SyntaxTree, position, $"[{attribute}]{separator}");
    }

    /// <summary>The line break that a file uses.</summary>
    public static string LineBreak(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The space that a line begins with.</summary>
    public static string Indentation(int position, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        int end = line.Start;
        while (end < position && char.IsWhiteSpace(text[end]))
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether the attributes of a declaration, or those of its neighbours, are on lines of their own.</summary>
    public static bool IsOnLineOfItsOwn(SyntaxNode declaration, SourceText text)
    {
        int position = declaration.GetFirstToken().SpanStart;
        bool beginsLine = text.Lines.GetLineFromPosition(position).Start + Indentation(position, text).Length == position;
        if (declaration is ParameterSyntax || !beginsLine)
            return false;

        // Its own attributes say how it is done here, then those of its neighbours, then the custom.
        if (IsOnLineOfItsOwn(ListsOf(declaration), text) is { } own)
            return own;
        if (declaration.Parent is TypeDeclarationSyntax type && declaration is not TypeDeclarationSyntax)
        {
            foreach (MemberDeclarationSyntax neighbour in type.Members)
            {
                if (neighbour is not TypeDeclarationSyntax && IsOnLineOfItsOwn(neighbour.AttributeLists, text) is { } usual)
                    return usual;
            }
        }

        return true;
    }

    private static bool? IsOnLineOfItsOwn(SyntaxList<AttributeListSyntax> lists, SourceText text)
    {
        if (lists.Count == 0)
            return null;
        AttributeListSyntax last = lists[lists.Count - 1];
        return text.Lines.GetLineFromPosition(last.Span.End).LineNumber != text.Lines.GetLineFromPosition(last.GetLastToken().GetNextToken().SpanStart).LineNumber;
    }

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode declaration) =>
        declaration is MemberDeclarationSyntax member ? member.AttributeLists : default;
}
