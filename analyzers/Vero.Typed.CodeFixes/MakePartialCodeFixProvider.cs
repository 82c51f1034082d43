using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Parsing;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes;

/// <summary>Makes a type partial, so that generated code is inside it: there it reaches what is private, and its methods are virtual.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : VeroCodeFixProvider
{
    internal const string Key = "Vero.MakePartial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(RuleIds.VERO008MemberCannotBeRead, RuleIds.VERO009TypeCannotBeReached);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Type is not { } type)
            return;

        var edits = new SourceEdits();
        PartialTypes.Add(type, scene.Symbols, edits, scene.CancellationToken);
        if (edits.IsEmpty || !scene.IsRepairedBy(edits, type))
            return;

        IReadOnlyList<INamedTypeSymbol> following =
            await PartialTypes.DerivedThatMustFollowAsync(type, scene.Solution, scene.CancellationToken).ConfigureAwait(false);
        foreach (INamedTypeSymbol derived in following)
            PartialTypes.Add(derived, scene.Symbols, edits, scene.CancellationToken);

        string others = following.Count == 0 ? "" : " and the types that derive from it";
        repairs.Add(new Repair($"Make '{type.Name}'{others} partial", Key, edits));
    }
}
