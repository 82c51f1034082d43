using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>Looks into those files alone whose text has one of some words.</summary>
/// <remarks>
/// An action for a kind of syntax makes the compiler walk through all of every file, which takes more time than all the rules together.
/// Hardly any file has anything to do with Vero, and to search a text costs next to nothing.
/// </remarks>
internal static class FilesThatMention
{
    /// <param name="context">Of the compilation.</param>
    /// <param name="words">Any of them will do; null for all files.</param>
    /// <param name="analyze">Gets the root of each such file.</param>
    public static void RegisterActionForFilesThatMention(
        this CompilationStartAnalysisContext context, MentionedWords? words, Action<SemanticModelAnalysisContext, SyntaxNode> analyze) =>
        context.RegisterSemanticModelAction(context =>
        {
            SyntaxTree tree = context.SemanticModel.SyntaxTree;
            if (words is not { } wanted || TextSearch.HasAny(tree, wanted, context.CancellationToken))
                analyze(context, tree.GetRoot(context.CancellationToken));
        });
}
