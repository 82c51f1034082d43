using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Lets the naming policy make a key that is blank or that another member has, from the member's name.</summary>
/// <remarks>One class for each rule: <c>dotnet format</c> may take the equivalence key of one rule's fix to all rules of a provider.</remarks>
public abstract class OwnKeyCodeFixProvider : VeroCodeFixProvider
{
    private protected OwnKeyCodeFixProvider(string rule) => FixableDiagnosticIds = ImmutableArray.Create(rule);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private protected sealed override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { } attribute || scene.Type is not { } type || scene.MemberWith(attribute, type) is not { } member)
            return Task.CompletedTask;

        // The other one may be the one that borrows this one's name.
        bool isDone = AddOwnKey(scene, type, member, attribute, repairs);
        if (scene.Diagnostic.Id == RuleIds.VERO011BlankKey)
            return Task.CompletedTask;
        foreach (AnnotatedMember other in isDone ? [] : scene.Members(type))
        {
            if (!other.IsSameAs(member) && SymbolEqualityComparer.Default.Equals(other.AnnotatedIn, type)
                && other.Attributes[0].Place?.GetSyntax(scene.CancellationToken) is AttributeSyntax otherAttribute
                && AddOwnKey(scene, type, other, otherAttribute, repairs))
            {
                break;
            }
        }

        var removal = new SourceEdits();
        removal.Remove(attribute);
        if (scene.IsImprovedBy(removal, type))
            repairs.Add(new Repair($"Remove [{member.Attributes[0].Name}] from '{member.Member.Name}'", EquivalenceKeys.RemoveAttribute, removal));
        return Task.CompletedTask;
    }

    private static bool AddOwnKey(FixScene scene, INamedTypeSymbol type, AnnotatedMember member, AttributeSyntax attribute, List<Repair> repairs)
    {
        VeroAttribute trait = member.Attributes[0];
        if (trait.Kind != VeroAttributeKind.Trait || trait.ArgumentCount == 0 || attribute.ArgumentList is not { } arguments)
            return false;

        string key = NamingPolicy.KeyFor(member.Member.Name, member.AnnotatedIn);
        var edits = new SourceEdits();
        AttributeArguments.RemovePositional(arguments, edits);
        edits.Claim($"{TypeText.MetadataName(type)}: {key}");
        if (!scene.IsImprovedBy(edits, type))
            return false;
        repairs.Add(new Repair($"Send '{member.Member.Name}' as \"{key}\"", EquivalenceKeys.OwnKey, edits));
        return true;
    }
}
