using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Removes the attribute that is one too many, or all the others.</summary>
/// <remarks>One class for each rule: <c>dotnet format</c> may take the equivalence key of one rule's fix to all rules of a provider.</remarks>
public abstract class SurplusAttributeCodeFixProvider : VeroCodeFixProvider
{
    private readonly string _rule;

    private protected SurplusAttributeCodeFixProvider(string rule)
    {
        _rule = rule;
        FixableDiagnosticIds = ImmutableArray.Create(rule);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private bool IsOnOneMember => _rule == RuleIds.VERO010ExclusiveAttributes;

    private protected sealed override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is { } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { } member)
        {
            VeroAttribute diagnosed = member.Attributes.First(candidate => candidate.IsWrittenAt(attribute));
            List<VeroAttribute> others = IsOnOneMember
                ? member.Attributes.Where(other => other != diagnosed).ToList()
                : scene.Members(type).Where(other => !other.IsSameAs(member))
                    .SelectMany(static other => other.Attributes).Where(other => other.Kind == diagnosed.Kind).ToList();
            Remove(scene, type, member, diagnosed, attribute, repairs);
            if (!IsOnOneMember)
                SendAsTrait(scene, type, member, attribute, repairs);
            KeepOnly(scene, type, member, diagnosed, others, repairs);
            if (IsOnOneMember)
                LeaveWhatSuits(scene, type, repairs);
        }

        return Task.CompletedTask;
    }

    // An attribute that does not suit the member's type would be the next error, so it is not the one to keep.
    private static void LeaveWhatSuits(FixScene scene, INamedTypeSymbol type, List<Repair> repairs)
    {
        Dictionary<Repair, int> problems = repairs.ToDictionary(static repair => repair, repair => scene.ProblemsOfOtherRulesAfter(repair.Edits, type));
        repairs.RemoveAll(repair => problems[repair] > problems.Values.Min());
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
    private void KeepOnly(
        FixScene scene, INamedTypeSymbol type, AnnotatedMember member, VeroAttribute diagnosed, List<VeroAttribute> others, List<Repair> repairs)
    {
        var edits = new SourceEdits();
        foreach (VeroAttribute other in others)
        {
            if (!SymbolEqualityComparer.Default.Equals(other.Target.ContainingType ?? type, type)
                || other.Place?.GetSyntax(scene.CancellationToken) is not AttributeSyntax syntax)
            {
                return;
            }

            edits.Remove(syntax);
        }

        edits.Claim(IsOnOneMember
            ? $"{TypeText.MetadataName(type)}.{member.Member.Name}"
            : $"{TypeText.MetadataName(type)}: {diagnosed.Name}");
        if (scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Keep only [{diagnosed.Name}] of '{member.Member.Name}'", EquivalenceKeys.KeepOnlyThis, edits));
    }
}
