namespace Vero.Typed.Docs.Tests.Markdown;

/// <param name="Cells">The text of each cell.</param>
/// <param name="Links">The targets of all links of the row.</param>
internal sealed record MarkdownRow(IReadOnlyList<string> Cells, IReadOnlyList<string> Links);
