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

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>
/// Where a value cannot be sent, but it is evident which part of it is meant: writes the path to that part, or a converter with which all members, items
/// and keys of the type can be sent.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendPartCodeFixProvider))]
[Shared]
public sealed class SendPartCodeFixProvider : VeroCodeFixProvider
{
    private const string From = "From";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(RuleIds.VERO005IdType, RuleIds.VERO006EmailType, RuleIds.VERO007TraitType);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Fact(DiagnosticProperties.Replacement) is not { } path || scene.Attribute is not { } attribute || scene.Type is not { } type
            || scene.MemberWith(attribute, type) is not { } member || member.Attributes.FirstOrDefault(candidate => candidate.IsWrittenAt(attribute)) is not { } written)
        {
            return Task.CompletedTask;
        }

        // Without a key the path would give it another one.
        string? key = written is { Kind: VeroAttributeKind.Trait, ArgumentCount: 0 } && member.KeyOf(written) is { } named ? CSharpText.Literal(named) + ", " : null;
        var edits = new SourceEdits();
        if (TryWrite(attribute, key, CSharpText.Literal(path), edits) && scene.IsImprovedBy(edits, type))
            repairs.Add(new Repair($"Send '{path}'", EquivalenceKeys.SendPart, edits));

        // At the end of a path there may be another type.
        var converter = new SourceEdits();
        if (written.SendsWholeValue && SuggestedPart.Of(member, member.Type, scene.Symbols) is { } part
            && ConverterInsertion.TryAdd(type, attribute, part, scene, converter) && scene.IsImprovedBy(converter, type))
        {
            repairs.Add(new Repair($"Write a converter for '{part.Holder.Name}'", EquivalenceKeys.WriteConverter, converter));
        }

        return Task.CompletedTask;
    }

    private static bool TryWrite(AttributeSyntax attribute, string? key, string path, SourceEdits edits)
    {
        if (attribute.ArgumentList is not { Arguments: [var first, ..] arguments })
        {
            AttributeArguments.Add($"{key}{From} = {path}", attribute, edits);
            return true;
        }

        if (key is not null)
            edits.Insert(attribute.SyntaxTree, first.SpanStart, key);
        if (arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == From) is not { } before)
            AttributeArguments.Add($"{From} = {path}", attribute, edits);
        else if (before.Expression is LiteralExpressionSyntax literal)
            edits.Replace(literal, path);
        else
            return false;
        return true;
    }
}
