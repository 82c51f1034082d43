using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Writes the key or the value of an entry as Vero's reserved key wants it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DataEntryCodeFixProvider))]
[Shared]
public sealed class DataEntryCodeFixProvider() : CorrectionCodeFixProvider(RuleIds.VERO107DataEntry, EquivalenceKeys.CorrectEntry)
{
    private protected override string? Correct(FixScene scene, SourceEdits edits) => IsTaken(scene, edits)
        ? null
        : Replacements.Write(scene, edits) ?? WriteNumber(scene, edits) ?? OffsetHours.Correct(scene, edits);

    // "10" for 10. Whether it is the value of a timezone is for the rule to say.
    private static string? WriteNumber(FixScene scene, SourceEdits edits)
    {
        if (!TextLiterals.IsWrittenOut(scene.Node)
            || scene.Model.GetConstantValue(scene.Node, scene.CancellationToken).Value is not string text
            || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int hours))
        {
            return null;
        }

        string number = hours.ToString(CultureInfo.InvariantCulture);
        edits.Replace(scene.Node, number);
        return $"Write {number}";
    }

    // The corrected key would be the second one of its kind.
    private static bool IsTaken(FixScene scene, SourceEdits edits)
    {
        if (scene.Fact(DiagnosticProperties.Replacement) is not { } key || !ReservedKeys.Contains(key))
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
