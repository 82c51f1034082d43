using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Puts <c>[VeroId]</c> on the member that by its name is the id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIdCodeFixProvider))]
[Shared]
public sealed class AddIdCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO001IdRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is { } type && scene.Node is TypeDeclarationSyntax && !DerivedHaveIds(scene, type))
            AddId(scene, type, repairs);
        return Task.CompletedTask;
    }

    private static void AddId(FixScene scene, INamedTypeSymbol type, List<Repair> repairs)
    {
        foreach (ISymbol candidate in IdCandidates.In(type))
        {
            SyntaxNode? member = candidate.DeclaringSyntaxReferences
                .FirstOrDefault(reference => !scene.Symbols.GeneratedTrees.Contains(reference.SyntaxTree))?.GetSyntax(scene.CancellationToken);

            // An attribute is on all fields of a declaration.
            if (member is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } })
                member = field;
            if (member is not (PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax))
                continue;

            SourceEdits edits = AttributeInsertion.Of("VeroId", member, scene);
            if (scene.IsImprovedBy(edits, type))
            {
                repairs.Add(new Repair($"Put [VeroId] on '{candidate.Name}'", EquivalenceKeys.AddAttribute, edits));
                return;
            }
        }
    }

    // Each of them would then have two.
    private static bool DerivedHaveIds(FixScene scene, INamedTypeSymbol type) =>
        scene.Symbols.DerivedTypes(type).Any(derived => AnnotatedTypeReader.Read(derived, scene.Symbols).HasId);
}
