using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Plan;

/// <summary>Removes what is no longer sent from the plan, asked at the type, or at the line where the type is gone.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, Name = nameof(NotSentCodeFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".cs", ".txt"])]
[Shared]
public sealed class NotSentCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO302NotSent);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs) => FindInFileAsync(scene.Document, scene.Diagnostic, repairs, scene.CancellationToken);

    private protected override async Task FindInFileAsync(TextDocument file, Diagnostic diagnostic, List<Repair> repairs, CancellationToken ct)
    {
        IReadOnlyList<PlanLine> planned = PlanRepairs.Planned(diagnostic);
        if (planned.Count == 0 || !await PlanDocuments.CanBeChangedAsync(file.Project, ct).ConfigureAwait(false))
            return;

        repairs.Add(PlanRepairs.Of($"Remove {planned[0].Path} from", EquivalenceKeys.RemoveFromPlan, file.Project, change =>
        {
            foreach (PlanLine line in planned)
                change.Remove(line);
        }));
    }
}
