using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Moves an attribute from where nobody reads it to the member that it was meant for, or removes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedAttributeCodeFixProvider))]
[Shared]
public sealed class MisplacedAttributeCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO014AttributeDoesNothing);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { Parent: AttributeListSyntax list } attribute)
            return Task.CompletedTask;

        // Of several fields in one declaration each would get it.
        bool canStay = list.Target is not null
            && list.Parent is PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 } or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax };
        if (canStay)
            RemoveTarget(scene, attribute, list, repairs);
        else if (list.Parent is AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property })
            MoveTo(scene, attribute, property, $"Move [{attribute.Name}] to '{property.Identifier.ValueText}'", repairs);

        var removal = new SourceEdits();
        removal.Remove(attribute);
        repairs.Add(new Repair($"Remove [{attribute.Name}]", EquivalenceKeys.RemoveAttribute, removal));
        return Task.CompletedTask;
    }

    private static void RemoveTarget(FixScene scene, AttributeSyntax attribute, AttributeListSyntax list, List<Repair> repairs)
    {
        string title = $"Remove '{list.Target!.Identifier.ValueText}:' from [{attribute.Name}]";
        if (list.Attributes.Count > 1)
        {
            // The others in the list may need the target.
            MoveTo(scene, attribute, list.Parent!, title, repairs);
            return;
        }

        var edits = new SourceEdits();
        edits.Remove(list.SyntaxTree, TextSpan.FromBounds(list.Target.SpanStart, attribute.SpanStart));
        Offer(scene, edits, list.Parent!, title, repairs);
    }

    private static void MoveTo(
        FixScene scene, AttributeSyntax attribute, SyntaxNode declaration, string title, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        edits.Remove(attribute);
        AttributeInsertion.Add(declaration, attribute.ToString(), edits);
        Offer(scene, edits, declaration, title, repairs);
    }

    // An attribute that begins to have an effect must not contradict the others. That its type then needs an id is said there.
    private static void Offer(FixScene scene, SourceEdits edits, SyntaxNode declaration, string title, List<Repair> repairs)
    {
        edits.Claim($"member at {declaration.SyntaxTree.FilePath} {declaration.Span}");
        if (scene.TypeAround(declaration) is { } type && scene.IsNotWorseAfter(edits, type, RuleIds.VERO001IdRequired, RuleIds.VERO030IdOrValueRequired))
            repairs.Add(new Repair(title, EquivalenceKeys.MoveToMember, edits));
    }
}
