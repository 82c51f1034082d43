using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Puts <c>[VeroId]</c> on the member that by its name is the id, or <c>[VeroSerialization]</c> on a type that only inherits one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIdCodeFixProvider))]
[Shared]
public sealed class AddIdCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO001IdRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is { } type && scene.Node is TypeDeclarationSyntax declaration)
        {
            if (AnnotatedMembers.Anchor(type, scene.Symbols) is null)
                AddSerialization(scene, type, declaration, repairs);
            else
                AddId(scene, type, repairs);
        }

        return Task.CompletedTask;
    }

    private static void AddSerialization(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        SourceEdits edits = Annotated("VeroSerialization", declaration, scene);
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Put [VeroSerialization] on '{type.Name}'", EquivalenceKeys.AddAttribute, edits));
    }

    private static void AddId(FixScene scene, INamedTypeSymbol type, List<Repair> repairs)
    {
        if (DerivedHaveIds(scene, type))
            return;

        foreach (ISymbol candidate in Candidates(type))
        {
            SyntaxNode? declaration = candidate.DeclaringSyntaxReferences
                .FirstOrDefault(reference => !scene.Symbols.GeneratedTrees.Contains(reference.SyntaxTree))?.GetSyntax(scene.CancellationToken);

            // An attribute is on all fields of a declaration.
            if (declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } })
                declaration = field;
            if (declaration is not (PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax))
                continue;

            SourceEdits edits = Annotated("VeroId", declaration, scene);
            if (scene.IsImprovedBy(edits, type))
            {
                repairs.Add(new Repair($"Put [VeroId] on '{candidate.Name}'", EquivalenceKeys.AddAttribute, edits));
                return;
            }
        }
    }

    private static SourceEdits Annotated(string attribute, SyntaxNode declaration, FixScene scene)
    {
        var edits = new SourceEdits();
        AttributeInsertion.Add(
            declaration, AttributeNames.At(attribute, declaration, scene.Model.Compilation, edits, scene.CancellationToken), edits);
        return edits;
    }

    // What is marked as the key of the table, then what Entity Framework and everybody else would take for it.
    private static IEnumerable<ISymbol> Candidates(INamedTypeSymbol type)
    {
        List<ISymbol> members = type.GetMembers().Where(static member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }).ToList();
        List<ISymbol> keys = members.FindAll(static member => member.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "KeyAttribute", ContainingNamespace: { Name: "DataAnnotations", ContainingNamespace.Name: "ComponentModel" } }));
        return (keys.Count == 1 ? keys : [])
            .Concat(Named("Id"))
            .Concat(Named(type.Name + "Id"));

        IEnumerable<ISymbol> Named(string name) => members
            .Where(member => string.Equals(member.Name.TrimStart('_'), name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static member => member is IFieldSymbol);
    }

    // Each of them would then have two.
    private static bool DerivedHaveIds(FixScene scene, INamedTypeSymbol type) =>
        scene.DerivedTypes(type).Any(derived => AnnotatedMembers.HaveId(scene.Members(derived)));
}
