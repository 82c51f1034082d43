using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Says that a string is the id of a time zone, which nearly every string that is meant as one is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ZoneIdCodeFixProvider))]
[Shared]
public sealed class ZoneIdCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO101ReservedKeyType);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is { } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { Attributes: [{ Kind: VeroAttributeKind.Timezone }] } member)
        {
            var edits = new SourceEdits();
            AttributeArguments.Add("Id = true", attribute, edits);
            if (scene.IsImprovedBy(edits, type))
                repairs.Add(new Repair($"Send the time zone whose id is in '{member.Name}'", EquivalenceKeys.ReadZoneId, edits));
        }

        return Task.CompletedTask;
    }
}
