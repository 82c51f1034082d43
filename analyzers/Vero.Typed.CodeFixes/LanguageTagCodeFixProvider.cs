using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Sends a language tag: <c>en-AU</c> for <c>en_AU</c>, and the name of a culture that is one for the names for people.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LanguageTagCodeFixProvider))]
[Shared]
public sealed class LanguageTagCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO106NoLanguageTag);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        if (Replacements.Write(scene, edits) is { } title && await scene.IsImprovedByAsync(edits).ConfigureAwait(false))
            repairs.Add(new Repair(title, EquivalenceKeys.UseLanguageTag, edits));
    }
}
