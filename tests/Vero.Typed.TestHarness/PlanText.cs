using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.TestHarness;

/// <summary>The plan of a test as the compiler sees it.</summary>
internal sealed class PlanText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <inheritdoc/>
    public override string Path => HarnessOptions.PlanPath;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    internal static AnalyzerOptions OptionsFor(HarnessOptions options) =>
        new(options.Plan is null ? [] : ImmutableArray.Create<AdditionalText>(new PlanText(options.Plan)));
}
