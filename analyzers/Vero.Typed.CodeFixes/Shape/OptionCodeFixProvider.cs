using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Removes an option that has no meaning, or the attribute where it is that which has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionCodeFixProvider))]
[Shared]
public sealed class OptionCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO026Option);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { } attribute || scene.Type is not { } type)
            return Task.CompletedTask;

        var edits = new SourceEdits();
        string title;
        if (scene.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: var option } argument)
        {
            title = $"Remove {option}";
            AttributeArguments.RemoveNamed(argument, edits);
        }
        else
        {
            title = $"Remove [{attribute.Name}]";
            edits.Remove(attribute);
        }

        if (scene.IsRepairedBy(edits, type))
            repairs.Add(new Repair(title, EquivalenceKeys.RemoveOption, edits));
        return Task.CompletedTask;
    }
}
