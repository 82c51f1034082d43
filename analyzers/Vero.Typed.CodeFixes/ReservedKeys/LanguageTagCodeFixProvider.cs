using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Sends a language tag: <c>en-AU</c> for <c>en_AU</c>, and the name of a culture that is one for the names for people.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LanguageTagCodeFixProvider))]
[Shared]
public sealed class LanguageTagCodeFixProvider() : CorrectionCodeFixProvider(RuleIds.VERO106NoLanguageTag, EquivalenceKeys.UseLanguageTag)
{
    private protected override string? Correct(FixScene scene, SourceEdits edits) => Replacements.Write(scene, edits);
}
