using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.CodeFixes.Editing;

/// <summary>Writes what a rule says instead of the text or name that it marks.</summary>
internal static class Replacements
{
    /// <summary>Writes it, where it is not a constant or variable that is marked.</summary>
    /// <returns>The title of the repair; null when there is none.</returns>
    public static string? Write(FixScene scene, SourceEdits edits)
    {
        if (scene.Fact(DiagnosticProperties.Replacement) is not { } replacement)
            return null;

        if (TextLiterals.IsWrittenOut(scene.Node))
        {
            TextLiterals.Replace(scene.Node, replacement, edits);
            return $"Write \"{replacement}\"";
        }

        if (scene.Node is IdentifierNameSyntax name
            && scene.Model.GetSymbolInfo(name, scene.CancellationToken).Symbol is IPropertySymbol { ContainingType: var type } && ValueTypes.IsCultureInfo(type))
        {
            edits.Replace(name, replacement);
            return $"Use '{replacement}'";
        }

        return null;
    }
}
