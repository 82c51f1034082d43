using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Docs.Tests.Snippets;

/// <summary>The plan of a page, as the file of a reader's project.</summary>
internal sealed class PlanText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <inheritdoc/>
    public override string Path => "VeroPlan.txt";

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
