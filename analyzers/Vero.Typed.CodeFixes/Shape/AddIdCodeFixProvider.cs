using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Puts <c>[VeroId]</c> on the member that by its name is the id; else names the one of a base, or adds a member that returns it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIdCodeFixProvider))]
[Shared]
public sealed class AddIdCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO001IdRequired);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is { } type && scene.Node is TypeDeclarationSyntax declaration && !DerivedHaveIds(scene, type))
        {
            AddId(scene, type, repairs);
            if (repairs.Count == 0)
            {
                UseInherited(scene, type, declaration, repairs);
                ReturnInherited(scene, type, declaration, repairs);
            }
        }

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

    // Whoever owns the base: other types may share it.
    private static void UseInherited(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        if (IdCandidates.In(type).Any())
            return;

        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol candidate in IdCandidates.In(current))
            {
                SourceEdits edits = AttributeInsertion.Of("VeroId", declaration, scene, $"(From = nameof({CSharpText.Identifier(candidate.Name)}))");
                if (scene.IsImprovedBy(edits, type))
                {
                    repairs.Add(new Repair($"Use the inherited '{candidate.Name}' as the id", EquivalenceKeys.UseInheritedId, edits));
                    return;
                }
            }
        }
    }

    // No attribute can be written in a base of another assembly: an override carries it, or a property that returns the inherited member.
    private static void ReturnInherited(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        if (IdCandidates.InBaseOfOthers(type, scene.Symbols) is not { } id)
            return;

        string typeName = AnnotatedMember.TypeOf(id).ToMinimalDisplayString(scene.Model, declaration.Identifier.SpanStart);
        string inherited = CSharpText.Identifier(id.Name);
        string? name = id is IPropertySymbol property && Override(property, typeName, inherited) is not null ? id.Name : FreeName(type);
        if (name is null)
            return;
        string member = id is IPropertySymbol overridden && Override(overridden, typeName, inherited) is { } text ? text : $"public {typeName} {name} => {inherited};";

        var edits = new SourceEdits();
        string attribute = AttributeNames.At("VeroId", declaration, scene.Model.Compilation, edits, scene.CancellationToken);
        if (MemberInsertion.TryAddFirst(declaration, attribute, member, edits) && scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Put [VeroId] on '{name}', which {(name == id.Name ? "overrides" : "returns")} '{id.ContainingType.Name}.{id.Name}'", EquivalenceKeys.ReturnInherited, edits));
    }

    private static string? Override(IPropertySymbol property, string typeName, string name)
    {
        bool canBeOverridden = (property.IsVirtual || property.IsAbstract || property.IsOverride) && !property.IsSealed && !property.IsRequired
            && property is { GetMethod: not null, DeclaredAccessibility: Accessibility.Public };
        if (!canBeOverridden)
            return null;
        string setter = property.SetMethod switch
        {
            null => "",
            { DeclaredAccessibility: not Accessibility.Public } => "",
            { IsInitOnly: true } => $" init => base.{name} = value;",
            _ => $" set => base.{name} = value;",
        };
        return $"public override {typeName} {name} {{ get => base.{name};{setter} }}";
    }

    private static string? FreeName(INamedTypeSymbol type)
    {
        const string Name = "UserId";
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(Name).IsEmpty || current.Name == Name)
                return null;
        }

        return Name;
    }

    // Each of them would then have two.
    private static bool DerivedHaveIds(FixScene scene, INamedTypeSymbol type) =>
        scene.Symbols.DerivedTypes(type).Any(derived => AnnotatedTypeReader.Read(derived, scene.Symbols).HasId);
}
