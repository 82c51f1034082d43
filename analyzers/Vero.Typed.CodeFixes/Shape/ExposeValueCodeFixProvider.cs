using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Moves the attribute from a value object that another generator makes to a property of the user's own that returns its value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExposeValueCodeFixProvider))]
[Shared]
public sealed class ExposeValueCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO017MadeByGenerator);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is { } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { Attributes: [var written] } member
            && ExposedValue.Of(member.Member) is { } exposed
            && exposed.Name != type.Name && type.GetMembers(exposed.Name).IsEmpty)
        {
            Expose(scene, type, member, written, attribute, exposed, repairs);
        }

        return Task.CompletedTask;
    }

    private static void Expose(
        FixScene scene, INamedTypeSymbol type, AnnotatedMember member, VeroAttribute written, AttributeSyntax attribute, ExposedValue exposed, List<Repair> repairs)
    {
        if (attribute.Parent is not AttributeListSyntax { Parent: { } declaration })
            return;

        // A positional record reads its parameter through the property that is made of it, which is public.
        string accessibility = declaration is ParameterSyntax ? "public" : SyntaxFacts.GetText(member.Member.DeclaredAccessibility);
        string typeName = exposed.Type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(scene.Model, declaration.SpanStart);
        var edits = new SourceEdits();
        edits.Remove(attribute);
        edits.Claim($"{TypeText.MetadataName(type)}.{exposed.Name}");
        if (MemberInsertion.TryAdd(declaration, Attribute(member, written, attribute), exposed.Declaration(accessibility, typeName), edits)
            && scene.IsImprovedBy(edits, type))
        {
            repairs.Add(new Repair($"Expose '{exposed.Expression}' as '{exposed.Name}'", EquivalenceKeys.ExposeValue, edits));
        }
    }

    // The key is that of the member's name, which the property no longer has.
    private static string Attribute(AnnotatedMember member, VeroAttribute written, AttributeSyntax attribute)
    {
        bool takesKeyFromName = written.Kind == VeroAttributeKind.Trait && written.ArgumentCount == 0;
        if (!takesKeyFromName || member.KeyOf(written) is not { } key)
            return attribute.ToString();
        string settings = attribute.ArgumentList is { Arguments.Count: > 0 } list ? ", " + list.Arguments.ToString() : "";
        return $"{attribute.Name}({CSharpText.Literal(key)}{settings})";
    }
}
