using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Puts <c>[VeroSerialization]</c> on a type that only inherits its annotations.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSerializationCodeFixProvider))]
[Shared]
public sealed class AddSerializationCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO019SerializationRequired);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Node is not SimpleNameSyntax name || InheritedIdAnalyzer.SentBy(name, scene.Model, scene.CancellationToken) is not { } sent
            || !scene.Symbols.IsInThisCompilation(sent)
            || sent.DeclaringSyntaxReferences.FirstOrDefault(reference => !scene.Symbols.GeneratedTrees.Contains(reference.SyntaxTree))?.GetSyntax(scene.CancellationToken)
                is not TypeDeclarationSyntax declaration)
        {
            return;
        }

        SourceEdits edits = AttributeInsertion.Of("VeroSerialization", declaration, scene);
        // Several calls may need the same.
        edits.Claim($"[VeroSerialization] {TypeText.MetadataName(sent)}");
        if (await scene.IsImprovedByAsync(edits).ConfigureAwait(false))
            repairs.Add(new Repair($"Put [VeroSerialization] on '{sent.Name}'", EquivalenceKeys.AddAttribute, edits));
    }
}
