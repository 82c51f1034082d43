using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Plan;

/// <summary>
/// Keeps the planned key of a member that was renamed, renames the lines of a type that was, and else adds what is sent to the plan: which of
/// them is decided for each diagnostic, so that one Fix All makes them all.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPlannedCodeFixProvider))]
[Shared]
public sealed class NotPlannedCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO301NotPlanned);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        Project project = scene.Document.Project;
        IReadOnlyList<PlanLine> sent = PlanRepairs.Sent(scene.Diagnostic);
        if (sent.Count == 0 || !await PlanDocuments.CanBeChangedAsync(project, scene.CancellationToken).ConfigureAwait(false))
            return;

        if (scene.Fact(DiagnosticProperties.PlannedKey) is { } key)
        {
            IReadOnlyList<PlanLine> planned = PlanRepairs.Planned(scene.Diagnostic);
            if (KeepKey(scene, planned[0], key) is { } keep)
                repairs.Add(keep);
            repairs.Add(PlanRepairs.Of($"Rename {planned[0].Path} to {sent[0].Path} in", EquivalenceKeys.RenameInPlan, project, change =>
            {
                for (int i = 0; i < sent.Count; i++)
                    change.Replace(planned[i], sent[i]);
            }));
        }
        else if (scene.Fact(DiagnosticProperties.RenamedType) is { } type && await PlanDocuments.IsGoneAsync(type, project, scene.CancellationToken).ConfigureAwait(false))
        {
            repairs.Add(PlanRepairs.Of($"Rename {type} to {sent[0].Type} in", EquivalenceKeys.FollowPlan, project, change =>
            {
                change.Rename(type, sent[0].Type);
                SetAll(sent, change);
            }));
        }
        else
        {
            repairs.Add(PlanRepairs.Of($"List {sent[0].Path} in", EquivalenceKeys.FollowPlan, project, change => SetAll(sent, change)));
        }
    }

    private static void SetAll(IReadOnlyList<PlanLine> lines, PlanChange change)
    {
        foreach (PlanLine line in lines)
            change.Set(line);
    }

    private static Repair? KeepKey(FixScene scene, PlanLine planned, string key)
    {
        if (scene.Type is not { } type || scene.Diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } location]
            || tree.GetRoot(scene.CancellationToken).FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return null;
        }

        string literal = SymbolDisplay.FormatLiteral(key, quote: true);
        var edits = new SourceEdits();
        if (attribute.ArgumentList is not { } list)
            edits.Insert(tree, attribute.Name.Span.End, $"({literal})");
        else
            edits.Insert(tree, list.OpenParenToken.Span.End, list.Arguments.Count == 0 ? literal : literal + ", ");
        edits.Claim($"{planned.Type} {planned.Path}");
        return scene.IsNotWorseAfter(edits, type) ? new Repair($"Keep the key {literal}", EquivalenceKeys.FollowPlan, edits) : null;
    }
}
