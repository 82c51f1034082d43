using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Puts <c>[VeroSerialization]</c> on a type that only inherits its annotations.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSerializationCodeFixProvider))]
[Shared]
public sealed class AddSerializationCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO019SerializationRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is { } type && scene.Node is TypeDeclarationSyntax declaration)
        {
            SourceEdits edits = AttributeInsertion.Of("VeroSerialization", declaration, scene);
            if (scene.IsImprovedBy(edits, type))
                repairs.Add(new Repair($"Put [VeroSerialization] on '{type.Name}'", EquivalenceKeys.AddAttribute, edits));
        }

        return Task.CompletedTask;
    }
}
