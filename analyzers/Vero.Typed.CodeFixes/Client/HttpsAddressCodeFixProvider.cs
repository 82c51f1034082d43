using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Client;

/// <summary>Writes an address with https, where its text is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HttpsAddressCodeFixProvider))]
[Shared]
public sealed class HttpsAddressCodeFixProvider : VeroCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VERO202AddressWithoutHttps);

    private protected override async Task FindAsync(FixScene scene, List<Repair> repairs)
    {
        if (scene.Fact(DiagnosticProperties.HttpsAddress) is not { } address)
            return;

        Location place = scene.Diagnostic.AdditionalLocations.Count > 0 ? scene.Diagnostic.AdditionalLocations[0] : scene.Diagnostic.Location;
        if (place.SourceTree is not { } tree || !scene.Model.Compilation.ContainsSyntaxTree(tree) || scene.Symbols.GeneratedTrees.Contains(tree))
            return;
        SyntaxNode root = await tree.GetRootAsync(scene.CancellationToken).ConfigureAwait(false);
        SyntaxNode text = root.FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        if (!TextLiterals.IsWrittenOut(text))
            return;

        var edits = new SourceEdits();
        TextLiterals.Replace(text, address, edits);
        if (await scene.IsImprovedByAsync(edits).ConfigureAwait(false))
            repairs.Add(new Repair($"Write \"{address}\"", EquivalenceKeys.UseHttps, edits));
    }
}
