using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Sends the hours that a timezone is ahead of GMT now, instead of another part of its offset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OffsetInHoursCodeFixProvider))]
[Shared]
public sealed class OffsetInHoursCodeFixProvider() : CorrectionCodeFixProvider(RuleIds.VERO105TimezoneNotInHours, EquivalenceKeys.OffsetInHours)
{
    private protected override string? Correct(FixScene scene, SourceEdits edits) => OffsetHours.Correct(scene, edits);
}
