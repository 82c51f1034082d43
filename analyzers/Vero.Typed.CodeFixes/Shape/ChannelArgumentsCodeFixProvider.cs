using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Leaves out what a <c>VeroChannel</c> says itself: type and platform.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChannelArgumentsCodeFixProvider))]
[Shared]
public sealed class ChannelArgumentsCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO016Channel);

    private protected override Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Attribute is { ArgumentList: { } arguments } attribute && scene.Type is { } type && scene.MemberWith(attribute, type) is { } member)
        {
            var edits = new SourceEdits();
            AttributeArguments.RemovePositional(arguments, edits);
            if (scene.IsImprovedBy(edits, type))
                repairs.Add(new Repair($"Remove the arguments of [{attribute.Name}] on '{member.Member.Name}'", EquivalenceKeys.RemoveArguments, edits));
        }

        return Task.CompletedTask;
    }
}
