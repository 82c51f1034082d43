using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>Looks into those files alone whose text has one of some words.</summary>
/// <remarks>
/// An action for a kind of syntax makes the compiler walk through all of every file, which takes more time than all the rules together.
/// Hardly any file has anything to do with Vero, and to search a text costs next to nothing.
/// </remarks>
internal static class FilesThatMention
{
    public static void RegisterActionForFilesThatMention(
        this CompilationStartAnalysisContext context, string[] words, Action<SemanticModelAnalysisContext, SyntaxNode> analyze) =>
        context.RegisterSemanticModelAction(context =>
        {
            string text = context.SemanticModel.SyntaxTree.GetText(context.CancellationToken).ToString();
            if (Array.Exists(words, word => text.IndexOf(word, StringComparison.Ordinal) >= 0))
                analyze(context, context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken));
        });
}
