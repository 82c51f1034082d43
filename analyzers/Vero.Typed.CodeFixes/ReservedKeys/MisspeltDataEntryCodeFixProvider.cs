using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Writes the reserved key that a key of a dictionary is a misspelling of. Whether its value is valid is reported next.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspeltDataEntryCodeFixProvider))]
[Shared]
public sealed class MisspeltDataEntryCodeFixProvider()
    : CorrectionCodeFixProvider(RuleIds.VERO121MisspeltDataEntry, EquivalenceKeys.CorrectEntry, RuleIds.VERO107DataEntryValue)
{
    private protected override string? Correct(FixScene scene, SourceEdits edits) => IsTaken(scene, edits) ? null : Replacements.Write(scene, edits);

    // The corrected key would be the second one of its kind.
    private static bool IsTaken(FixScene scene, SourceEdits edits)
    {
        if (scene.Fact(DiagnosticProperties.Replacement) is not { } key || !ReservedKeyTable.Contains(key))
            return false;

        SyntaxNode member = scene.Node.Ancestors().First(static node => node is MemberDeclarationSyntax or CompilationUnitSyntax);
        if (member is GlobalStatementSyntax)
            member = scene.Root;
        string dictionary = DictionaryOf(scene.Node);
        edits.Claim($"{member.SyntaxTree.FilePath} {member.Span} {dictionary}: {key}");
        return member.DescendantNodes().Any(node => node is LiteralExpressionSyntax literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText == key && DictionaryOf(node) == dictionary);
    }

    private static string DictionaryOf(SyntaxNode key)
    {
        foreach (SyntaxNode outer in key.Ancestors())
        {
            switch (outer)
            {
                case InitializerExpressionSyntax initializer when !initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                    return initializer.Span.ToString();
                case ElementAccessExpressionSyntax entry:
                    return entry.Expression.ToString();
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" } call }:
                    return call.Expression.ToString();
                case StatementSyntax:
                    return "";
            }
        }

        return "";
    }
}
