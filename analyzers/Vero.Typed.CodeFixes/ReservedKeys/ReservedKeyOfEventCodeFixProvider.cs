using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Writes the reserved key that is meant by a member of an event, where the key's own attribute has no place, or by a constant, which that attribute does not have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReservedKeyOfEventCodeFixProvider))]
[Shared]
public sealed class ReservedKeyOfEventCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO102MisspeltReservedKey);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { } attribute || scene.Type is not { } type
            || scene.MemberWith(attribute, type) is not { Attributes: [var trait] } member
            || (EventParser.ReadEvent(type, scene.Symbols) is null && trait.Named("Value") is null)
            || member.KeyOf(trait) is not { } written || ReservedKeyTable.MisspeltBy(written) is not { } key)
        {
            return Task.CompletedTask;
        }

        var edits = new SourceEdits();
        AttributeArguments.WriteFirst(SymbolDisplay.FormatLiteral(key, quote: true), attribute, edits);
        List<INamedTypeSymbol> derivedTypes = scene.Symbols.DerivedTypes(type).ToList();
        foreach (INamedTypeSymbol sender in derivedTypes.Prepend(type))
            edits.Claim($"{TypeText.MetadataName(sender)}: {key}");
        if (scene.IsImprovedBy(edits, type) && derivedTypes.TrueForAll(derived => scene.IsNotWorseAfter(edits, derived)))
            repairs.Add(new Repair($"Send '{member.Name}' as \"{key}\"", EquivalenceKeys.UseReservedKey, edits));
        return Task.CompletedTask;
    }
}
