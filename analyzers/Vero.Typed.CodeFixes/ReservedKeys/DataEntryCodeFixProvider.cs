using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Writes the value of an entry as Vero's reserved key needs it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DataEntryCodeFixProvider))]
[Shared]
public sealed class DataEntryCodeFixProvider() : CorrectionCodeFixProvider(RuleIds.VERO107DataEntryValue, EquivalenceKeys.CorrectEntry)
{
    private protected override string? Correct(FixScene scene, SourceEdits edits) => 
        Replacements.Write(scene, edits) ?? WriteNumber(scene, edits) ?? OffsetHours.Correct(scene, edits);

    // "10" for 10. Whether it is the value of a timezone is for the rule to say.
    private static string? WriteNumber(FixScene scene, SourceEdits edits)
    {
        if (!TextLiterals.IsWrittenOut(scene.Node)
            || scene.Model.GetConstantValue(scene.Node, scene.CancellationToken).Value is not string text
            || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int hours))
        {
            return null;
        }

        string number = hours.ToString(CultureInfo.InvariantCulture);
        edits.Replace(scene.Node, number);
        return $"Write {number}";
    }
}
