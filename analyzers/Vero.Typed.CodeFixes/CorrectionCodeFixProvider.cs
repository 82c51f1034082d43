using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Has one repair: what is marked, written as it was meant.</summary>
/// <remarks>One class for each rule: <c>dotnet format</c> may take the equivalence key of one rule's fix to all rules of a provider.</remarks>
public abstract class CorrectionCodeFixProvider : VeroCodeFixProvider
{
    private readonly string _equivalenceKey;
    private readonly string? _ruleThatMayFollow;

    private protected CorrectionCodeFixProvider(string rule, string equivalenceKey, string? ruleThatMayFollow = null)
    {
        _equivalenceKey = equivalenceKey;
        _ruleThatMayFollow = ruleThatMayFollow;
        FixableDiagnosticIds = ImmutableArray.Create(rule);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private protected sealed override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        if (Correct(scene, edits) is { } title && await scene.IsImprovedByAsync(edits, _ruleThatMayFollow).ConfigureAwait(false))
            repairs.Add(new Repair(title, _equivalenceKey, edits));
    }

    /// <summary>Makes the edits.</summary>
    /// <returns>The title of the repair; null when there is none.</returns>
    private protected abstract string? Correct(FixScene scene, SourceEdits edits);
}
