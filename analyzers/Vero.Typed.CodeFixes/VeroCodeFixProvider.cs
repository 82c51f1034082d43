using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>
/// Finds the repairs of one diagnostic and offers them, alone or, in Fix All, together with those of all others of their kind. Everything
/// is checked before something is offered.
/// </summary>
public abstract class VeroCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RepairsTogether.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.TextDocument.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            ImmutableArray<Repair> repairs = context.TextDocument is Document document
                ? await RepairsAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false)
                : await RepairsInFileAsync(context.TextDocument, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (Repair repair in repairs)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, ct => repair.Edits.ApplyToAsync(solution, ct), repair.EquivalenceKey), diagnostic);
            }
        }
    }

    /// <summary>The repairs of one diagnostic, the safest first: <c>dotnet format</c> takes that one without asking.</summary>
    internal async Task<ImmutableArray<Repair>> RepairsAsync(Document document, Diagnostic diagnostic, CancellationToken ct)
    {
        // dotnet format asks with the first of all diagnostics that it has found, to learn the equivalence key.
        if (!FixableDiagnosticIds.Contains(diagnostic.Id))
            return ImmutableArray<Repair>.Empty;
        if (await FixScene.OpenAsync(document, diagnostic, ct).ConfigureAwait(false) is not { } scene)
            return ImmutableArray<Repair>.Empty;

        var repairs = new List<Repair>();
        await FindAsync(scene, repairs).ConfigureAwait(false);
        return repairs.Where(static repair => !repair.Edits.IsEmpty).Select(Ranked).ToImmutableArray();
    }

    // Fix All takes what has the key of the first diagnostic: where only removal is possible, it must not remove what could stay.
    private static Repair Ranked(Repair repair, int rank) =>
        rank > 0 && repair.EquivalenceKey == EquivalenceKeys.RemoveAttribute ? repair with { EquivalenceKey = EquivalenceKeys.RemoveInstead } : repair;

    private async Task<ImmutableArray<Repair>> RepairsInFileAsync(TextDocument file, Diagnostic diagnostic, CancellationToken ct)
    {
        var repairs = new List<Repair>();
        await FindInFileAsync(file, diagnostic, repairs, ct).ConfigureAwait(false);
        return repairs.ToImmutableArray();
    }

    private protected abstract Task FindAsync(FixScene scene, List<Repair> repairs);

    /// <summary>The same for a diagnostic in a file that is no code.</summary>
    private protected virtual Task FindInFileAsync(TextDocument file, Diagnostic diagnostic, List<Repair> repairs, CancellationToken ct) => Task.CompletedTask;
}
