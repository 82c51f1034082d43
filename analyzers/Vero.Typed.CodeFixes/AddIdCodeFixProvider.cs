using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>
/// Puts <c>[VeroId]</c> on the member that by its name is the id, or <c>[VeroSerialization]</c> on a type that only inherits one or that is a value.
/// </summary>
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
                AddId(scene, type, declaration, repairs);
        }

        return Task.CompletedTask;
    }

    private static void AddSerialization(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        SourceEdits edits = Annotated("VeroSerialization", declaration, scene);
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Put [VeroSerialization] on '{type.Name}'", EquivalenceKeys.AddAttribute, edits));
    }

    private static void AddId(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        if (scene.Diagnostic.Descriptor.Equals(Descriptors.IdRequiredUnlessValue))
        {
            MarkAsValue(scene, type, declaration, repairs);
            return;
        }

        if (DerivedHaveIds(scene, type))
            return;

        foreach (ISymbol candidate in IdCandidates.In(type))
        {
            SyntaxNode? member = candidate.DeclaringSyntaxReferences
                .FirstOrDefault(reference => !scene.Symbols.GeneratedTrees.Contains(reference.SyntaxTree))?.GetSyntax(scene.CancellationToken);

            // An attribute is on all fields of a declaration.
            if (member is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } })
                member = field;
            if (member is not (PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax))
                continue;

            SourceEdits edits = Annotated("VeroId", member, scene);
            if (scene.IsImprovedBy(edits, type))
            {
                repairs.Add(new Repair($"Put [VeroId] on '{candidate.Name}'", EquivalenceKeys.AddAttribute, edits));
                return;
            }
        }
    }

    // Whatever may have an id is not offered this: dotnet format makes all repairs of one kind, and would mark customers as values.
    private static void MarkAsValue(FixScene scene, INamedTypeSymbol type, TypeDeclarationSyntax declaration, List<Repair> repairs)
    {
        const string Setting = "ValueOnly = true";
        SourceEdits edits;
        AttributeData? present = type.GetAttributes().FirstOrDefault(static attribute => KnownSymbols.KindOf(attribute) == VeroAttributeKind.Serialization);
        if (present is null)
        {
            edits = Annotated("VeroSerialization", declaration, scene, $"({Setting})");
        }
        else if (present.ApplicationSyntaxReference?.GetSyntax(scene.CancellationToken) is AttributeSyntax attribute)
        {
            edits = new SourceEdits();
            if (attribute.ArgumentList is not { } arguments)
                edits.Insert(attribute.SyntaxTree, attribute.Span.End, $"({Setting})");
            else
                edits.Insert(attribute.SyntaxTree, arguments.CloseParenToken.SpanStart, arguments.Arguments.Count == 0 ? Setting : ", " + Setting);
        }
        else
        {
            return;
        }

        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Mark '{type.Name}' as a value", EquivalenceKeys.MarkAsValue, edits));
    }

    private static SourceEdits Annotated(string attribute, SyntaxNode declaration, FixScene scene, string arguments = "")
    {
        var edits = new SourceEdits();
        AttributeInsertion.Add(
            declaration, AttributeNames.At(attribute, declaration, scene.Model.Compilation, edits, scene.CancellationToken) + arguments, edits);
        return edits;
    }

    // Each of them would then have two.
    private static bool DerivedHaveIds(FixScene scene, INamedTypeSymbol type) =>
        scene.Symbols.DerivedTypes(type).Any(derived => AnnotatedMembers.HaveId(scene.Members(derived)));
}
