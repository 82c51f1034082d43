using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Writes the name that was probably meant in a path.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathCodeFixProvider))]
[Shared]
public sealed class PathCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO024Path);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        // Only where the step is marked in text that is written out: a constant by name may be meant for others as well.
        bool isStep = scene.Node is LiteralExpressionSyntax literal && literal.Span != scene.Diagnostic.Location.SourceSpan;
        if (isStep && scene.Fact(DiagnosticProperties.Replacement) is { } name && scene.Type is { } type)
        {
            var edits = new SourceEdits();
            edits.Replace(scene.Root.SyntaxTree, scene.Diagnostic.Location.SourceSpan, name);
            if (scene.IsRepairedBy(edits, type))
                repairs.Add(new Repair($"Use '{name}'", EquivalenceKeys.UseSuggestedName, edits));
        }

        return Task.CompletedTask;
    }
}
