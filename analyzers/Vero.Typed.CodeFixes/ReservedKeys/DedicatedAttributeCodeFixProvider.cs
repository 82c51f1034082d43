using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Parsing.Values;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Symbols;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.ReservedKeys;

/// <summary>Sends a member by the attribute that Vero's reserved key has for itself, if the member's type fits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DedicatedAttributeCodeFixProvider))]
[Shared]
public sealed class DedicatedAttributeCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.VERO007TraitType, RuleIds.VERO101ReservedKeyType, RuleIds.VERO102MisspeltReservedKey, RuleIds.VERO103ReservedKeyAsTrait,
        RuleIds.VERO109PhoneNumberAsTrait, RuleIds.VERO120ReservedKeyNull);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        // Of several attributes of one member, VERO010 says which to keep.
        if (scene.Attribute is { } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { Attributes.Count: 1 } member)
        {
            VeroAttribute written = member.Attributes.FirstOrDefault(candidate => candidate.IsWrittenAt(attribute))!;
            foreach (string key in written.Kind == VeroAttributeKind.Data ? [] : KeysMeant(member, written, scene.Symbols.Converters.Of(member.Type, type)))
            {
                if (ReservedKeyTable.AttributeFor(key) != written.Name && Use(scene, type, member, attribute, key) is { } repair)
                {
                    repairs.Add(repair);
                    break;
                }
            }
        }

        return Task.CompletedTask;
    }

    // Where the type does not fit the key, it may leave no doubt about which key is meant.
    private static IEnumerable<string> KeysMeant(AnnotatedMember member, VeroAttribute written, IReadOnlyList<IMethodSymbol> converters)
    {
        if (member.KeyOf(written) is { } key && (ReservedKeyTable.Contains(key) ? key : ReservedKeyTable.MisspeltBy(key)) is { } meant)
            yield return meant;
        if (ReservedKeyTable.OnlyFor(converters is [var converter] ? converter.ReturnType : member.Type) is { } only)
            yield return only;
    }

    private static Repair? Use(FixScene scene, INamedTypeSymbol type, AnnotatedMember member, AttributeSyntax attribute, string key)
    {
        var edits = new SourceEdits();
        string name = ReservedKeyTable.AttributeFor(key);
        SyntaxNode place = attribute.FirstAncestorOrSelf<AttributeListSyntax>()!.Parent!;
        edits.Replace(attribute.Name, AttributeNames.At(name, place, scene.Model.Compilation, edits, scene.CancellationToken));
        string without = "";
        if (attribute.ArgumentList is { } arguments)
        {
            AttributeArguments.RemoveAll(arguments, edits);
            string[] settings = arguments.Arguments.Select(static argument => argument.NameEquals?.Name.Identifier.ValueText).OfType<string>().ToArray();
            without = settings.Length == 0 ? "" : ", without " + string.Join(", ", settings);
        }

        // Types that derive from this one may have the key as well.
        List<INamedTypeSymbol> derivedTypes = scene.Symbols.DerivedTypes(type).ToList();
        foreach (INamedTypeSymbol sender in derivedTypes.Prepend(type))
            edits.Claim($"{TypeText.MetadataName(sender)}: {key}");
        // Of a base with errors, derived types have not said yet what is wrong with them.
        bool isRight = scene.IsImprovedBy(edits, type)
            && (scene.Diagnostic.DefaultSeverity == DiagnosticSeverity.Error || derivedTypes.TrueForAll(derived => scene.IsNotWorseAfter(edits, derived)));
        return isRight ? new Repair($"Use [{name}] on '{member.Member.Name}'{without}", EquivalenceKeys.UseDedicatedAttribute, edits) : null;
    }
}
