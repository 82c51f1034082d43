using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Writes the name that a member has in other JSON as its key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JsonNameCodeFixProvider))]
[Shared]
public sealed class JsonNameCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO110OtherJsonName);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { } attribute || scene.Type is not { } type || scene.MemberWith(attribute, type) is not { } member
            || JsonAttributes.NameOf(member.Member) is not { } other)
        {
            return Task.CompletedTask;
        }

        var edits = new SourceEdits();
        AttributeArguments.WriteFirst(SymbolDisplay.FormatLiteral(other.Name, quote: true), attribute, edits);
        edits.Claim($"{TypeText.MetadataName(type)}: {other.Name}");
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Send '{member.Name}' as \"{other.Name}\"", EquivalenceKeys.UseJsonName, edits));
        return Task.CompletedTask;
    }
}
