using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Takes the id that a base has and that cannot be annotated there, or should not be because other types share the base.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InheritedIdCodeFixProvider))]
[Shared]
public sealed class InheritedIdCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO001IdRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is not { } type || scene.Node is not TypeDeclarationSyntax declaration || IdCandidates.In(type).Any())
            return Task.CompletedTask;

        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol candidate in IdCandidates.In(current))
            {
                SourceEdits edits = AttributeInsertion.Of("VeroId", declaration, scene, $"(From = nameof({candidate.Name}))");
                if (scene.IsImprovedBy(edits, type))
                {
                    repairs.Add(new Repair($"Use the inherited '{candidate.Name}' as the id", EquivalenceKeys.UseInheritedId, edits));
                    return Task.CompletedTask;
                }
            }
        }

        return Task.CompletedTask;
    }
}
