using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Events;

/// <summary>Removes an attribute that has no place on a user or an event, or the name of an abstract event.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeWithoutPlaceCodeFixProvider))]
[Shared]
public sealed class AttributeWithoutPlaceCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO022AttributeWithoutPlace);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is not { } attribute || scene.Type is not { } type)
            return Task.CompletedTask;

        var edits = new SourceEdits();
        bool isArgument = scene.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not null;
        if (isArgument)
            AttributeArguments.RemovePositional(attribute.ArgumentList!, edits);
        else
            edits.Remove(attribute);
        if (scene.IsRepairedBy(edits, type))
        {
            repairs.Add(new Repair(
                isArgument ? $"Remove the name from [{attribute.Name}]" : $"Remove [{attribute.Name}]",
                isArgument ? EquivalenceKeys.RemoveArguments : EquivalenceKeys.RemoveAttribute,
                edits));
        }

        return Task.CompletedTask;
    }
}
