using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Client;

/// <summary>Takes a token out of the source: where there is another way to it, that one is left, else it is read from configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenInSourceCodeFixProvider))]
[Shared]
public sealed class TokenInSourceCodeFixProvider() : CorrectionCodeFixProvider(RuleIds.VERO201TokenInSource, EquivalenceKeys.ReadToken)
{
    private const string Section = "Vero";
    private const string Setting = "AuthToken";

    private protected override string? Correct(FixScene scene, SourceEdits edits)
    {
        // Where the token came by a name, it would still be in the source.
        if (scene.Diagnostic.AdditionalLocations.Count > 0 || !TextLiterals.IsWrittenOut(scene.Node))
            return null;
        return FallbackTo(scene.Node) is { } fallback ? RemoveFallback(fallback, edits) : Read(scene, edits);
    }

    private static BinaryExpressionSyntax? FallbackTo(SyntaxNode token)
    {
        SyntaxNode inner = token;
        while (inner.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax)
            inner = inner.Parent;
        return inner.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == inner ? coalesce : null;
    }

    private static string? RemoveFallback(BinaryExpressionSyntax fallback, SourceEdits edits)
    {
        if (Comments.AreIn(fallback))
            return null;
        edits.Remove(fallback.SyntaxTree, TextSpan.FromBounds(fallback.Left.Span.End, fallback.Span.End));
        return "Remove the token";
    }

    private static string Read(FixScene scene, SourceEdits edits)
    {
        if (scene.Fact(DiagnosticProperties.Configuration) is not { } configuration)
        {
            string variable = $"{Section}__{Setting}";
            string environment = TypeNames.At("System", nameof(Environment), scene.Node.SpanStart, scene.Model);
            edits.Replace(scene.Node, $"{environment}.{nameof(Environment.GetEnvironmentVariable)}(\"{variable}\")");
            return $"Read the token from the environment variable '{variable}'";
        }

        ITypeSymbol? type = scene.Model.GetSpeculativeTypeInfo(
            scene.Node.SpanStart, SyntaxFactory.ParseExpression(configuration), SpeculativeBindingOption.BindAsExpression).Type;
        string key = type?.Name == "IConfigurationSection" ? Setting : $"{Section}:{Setting}";
        edits.Replace(scene.Node, $"{configuration}[\"{key}\"]");
        return $"Read the token from '{configuration}'";
    }
}
