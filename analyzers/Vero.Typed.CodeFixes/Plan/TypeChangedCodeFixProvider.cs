using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Plan;

/// <summary>Writes into the plan as what a key is sent now.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypeChangedCodeFixProvider))]
[Shared]
public sealed class TypeChangedCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO303TypeChanged);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        Project project = scene.Document.Project;
        IReadOnlyList<PlanLine> sent = PlanRepairs.Sent(scene.Diagnostic);
        if (sent.Count == 0 || !await PlanDocuments.CanBeChangedAsync(project, scene.CancellationToken).ConfigureAwait(false))
            return;

        repairs.Add(PlanRepairs.Of($"Update {sent[0].Path} in", EquivalenceKeys.UpdatePlan, project, change =>
        {
            foreach (PlanLine line in sent)
                change.Set(line);
            foreach (PlanLine line in PlanRepairs.Planned(scene.Diagnostic))
            {
                if (!change.Lines.ContainsKey(line.Key))
                    change.Remove(line);
            }
        }));
    }
}
