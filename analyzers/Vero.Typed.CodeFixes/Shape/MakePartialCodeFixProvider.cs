using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.FindSymbols;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Shape;

/// <summary>Makes a type partial, so that generated code is inside it: there it reaches what is private, and its methods are virtual.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.VERO008MemberCannotBeRead, RuleIds.VERO009TypeCannotBeReached, RuleIds.VERO015TraitsLost, RuleIds.VERO032TraitsLostAtCall);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        bool isAtCall = scene.Diagnostic.Id == RuleIds.VERO032TraitsLostAtCall;
        INamedTypeSymbol? type = isAtCall ? await SentByCallAsync(scene).ConfigureAwait(false) : scene.Type;
        if (type is null)
            return;

        var edits = new SourceEdits();
        PartialTypes.Add(type, scene.Symbols, edits, scene.CancellationToken);
        if (edits.IsEmpty)
            return;

        IReadOnlyList<INamedTypeSymbol> following =
            await PartialTypes.DerivedThatMustFollowAsync(type, scene.Solution, scene.CancellationToken).ConfigureAwait(false);
        foreach (INamedTypeSymbol derived in following)
            PartialTypes.Add(derived, scene.Symbols, edits, scene.CancellationToken);

        // A private member that the type can read then, its derived types still cannot.
        bool isRight = (isAtCall ? scene.IsNotWorseAfter(edits, type) : scene.IsRepairedBy(edits, type))
            && following.All(derived => scene.IsNotWorseAfter(edits, derived));
        if (!isRight)
            return;

        string others = following.Count == 0 ? "" : " and the types that derive from it";
        repairs.Add(new Repair($"Make '{type.Name}'{others} partial", EquivalenceKeys.MakePartial, edits));
    }

    // A call of the class with the extension methods by its name would no longer compile: the class goes when the methods move.
    private static async Task<INamedTypeSymbol?> SentByCallAsync(FixScene scene)
    {
        SymbolInfo info = scene.Model.GetSymbolInfo(scene.Node, scene.CancellationToken);
        return info.Symbol is IMethodSymbol { ReducedFrom: { Parameters: [{ Type: INamedTypeSymbol sent }, ..] } }
            ? await SymbolFinder.FindSourceDefinitionAsync(sent.OriginalDefinition, scene.Solution, scene.CancellationToken).ConfigureAwait(false) as INamedTypeSymbol
            : null;
    }
}
