using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Adds a class with a converter behind the type that needs it.</summary>
internal static class ConverterInsertion
{
    private const string Parameter = "value";

    /// <summary>Adds it.</summary>
    /// <param name="type">The type that needs it.</param>
    /// <param name="place">The place in its declaration where that is seen.</param>
    /// <param name="part">What the converter returns.</param>
    /// <param name="scene">The file.</param>
    /// <param name="edits">Receives the change.</param>
    /// <returns>Whether the name of the class is free.</returns>
    public static bool TryAdd(INamedTypeSymbol type, SyntaxNode place, SuggestedPart part, FixScene scene, SourceEdits edits)
    {
        if (place.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault() is not { } declaration)
            return false;
        ITypeSymbol holder = part.Holder.WithNullableAnnotation(NullableAnnotation.None);
        string name = holder.Name + "Converter";
        if (!scene.Model.LookupNamespacesAndTypes(declaration.Identifier.SpanStart, name: name).IsEmpty)
            return false;

        edits.Claim($"{TypeText.Namespace(type)}.{name}");
        Append(scene, declaration, name, holder, part, edits);
        return true;
    }

    private static void Append(FixScene scene, TypeDeclarationSyntax declaration, string name, ITypeSymbol holder, SuggestedPart part, SourceEdits edits)
    {
        SourceText text = declaration.SyntaxTree.GetText(scene.CancellationToken);
        string lineBreak = AttributeInsertion.LineBreak(text);
        string indentation = AttributeInsertion.Indentation(declaration.SpanStart, text);
        string inner = indentation + MemberInsertion.Inner(indentation, text);
        string attribute = AttributeNames.At("VeroConverter", declaration, scene.Model.Compilation, edits, scene.CancellationToken);
        string method = $"internal static {NameOf(part.Type)} ToVero({NameOf(holder)} {Parameter}) => {Parameter}.{part.Part};";
        string[] lines = ["", "", $"{indentation}internal static class {CSharpText.Identifier(name)}", $"{indentation}{{", $"{inner}[{attribute}]", inner + method, $"{indentation}}}"];
        int end = text.Lines.GetLineFromPosition(declaration.Span.End).End;
        bool endsLine = declaration.GetLastToken().GetNextToken() is var next && (next.RawKind == 0 || next.SpanStart >= end);
        edits.Append(declaration.SyntaxTree, endsLine ? end : declaration.Span.End, string.Join(lineBreak, lines));

        string NameOf(ITypeSymbol type) => type.ToMinimalDisplayString(scene.Model, declaration.Identifier.SpanStart);
    }
}
