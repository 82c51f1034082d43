using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Sends the hours that a timezone is ahead of GMT now, instead of another part of its offset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OffsetInHoursCodeFixProvider))]
[Shared]
public sealed class OffsetInHoursCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO105TimezoneNotInHours);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        if (OffsetHours.Correct(scene, edits) is { } title && await scene.IsImprovedByAsync(edits).ConfigureAwait(false))
            repairs.Add(new Repair(title, EquivalenceKeys.OffsetInHours, edits));
    }
}
