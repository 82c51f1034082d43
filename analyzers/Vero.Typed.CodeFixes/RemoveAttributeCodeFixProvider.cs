using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Removes the attribute that is one too many, or all the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeCodeFixProvider))]
[Shared]
public sealed class RemoveAttributeCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.VERO002SeveralIds, RuleIds.VERO003SeveralEmails, RuleIds.VERO010ExclusiveAttributes);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is { } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { } member)
        {
            VeroAttribute diagnosed = member.Attributes.Find(candidate => candidate.IsWrittenAt(attribute))!;
            List<VeroAttribute> others = scene.Diagnostic.Id == RuleIds.VERO010ExclusiveAttributes
                ? member.Attributes.FindAll(other => other != diagnosed)
                : scene.Members(type).FindAll(other => !other.IsSameAs(member))
                    .SelectMany(static other => other.Attributes).Where(other => other.Kind == diagnosed.Kind).ToList();
            Remove(scene, type, member, diagnosed, attribute, repairs);
            if (scene.Diagnostic.Id != RuleIds.VERO010ExclusiveAttributes)
                SendAsTrait(scene, type, member, attribute, repairs);
            KeepOnly(scene, type, member, diagnosed, others, repairs);
        }

        return Task.CompletedTask;
    }

    private static void Remove(
        FixScene scene, INamedTypeSymbol type, AnnotatedMember member, VeroAttribute diagnosed, AttributeSyntax attribute, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        edits.Remove(attribute);
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Remove [{diagnosed.Name}] from '{member.Member.Name}'", EquivalenceKeys.RemoveAttribute, edits));
    }

    private static void SendAsTrait(FixScene scene, INamedTypeSymbol type, AnnotatedMember member, AttributeSyntax attribute, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        string name = AttributeNames.At("VeroTrait", attribute.FirstAncestorOrSelf<AttributeListSyntax>()!.Parent!, scene.Model.Compilation, edits, scene.CancellationToken);
        edits.Replace(attribute, name);
        string key = NamingPolicy.KeyFor(member.Member.Name, member.AnnotatedIn);
        edits.Claim($"{TypeText.MetadataName(type)}: {key}");
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Send '{member.Member.Name}' as \"{key}\"", EquivalenceKeys.SendAsTrait, edits));
    }

    // Attributes of a base, which other types have too, are not for this type to remove.
    private static void KeepOnly(
        FixScene scene, INamedTypeSymbol type, AnnotatedMember member, VeroAttribute diagnosed, List<VeroAttribute> others, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        foreach (VeroAttribute other in others)
        {
            if (!SymbolEqualityComparer.Default.Equals(other.Target.ContainingType ?? type, type)
                || other.Data.ApplicationSyntaxReference?.GetSyntax(scene.CancellationToken) is not AttributeSyntax syntax)
            {
                return;
            }

            edits.Remove(syntax);
        }

        edits.Claim(scene.Diagnostic.Id == RuleIds.VERO010ExclusiveAttributes
            ? $"{TypeText.MetadataName(type)}.{member.Member.Name}"
            : $"{TypeText.MetadataName(type)}: {diagnosed.Name}");
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Keep only [{diagnosed.Name}] of '{member.Member.Name}'", EquivalenceKeys.KeepOnlyThis, edits));
    }
}
