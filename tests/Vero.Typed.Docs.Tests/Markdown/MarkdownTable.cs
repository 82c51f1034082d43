using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Vero.Typed.Docs.Tests.Markdown;

/// <summary>A table: the text of its cells without any mark-up.</summary>
internal sealed class MarkdownTable
{
    public MarkdownTable(Table table)
    {
        List<TableRow> rows = [.. table.OfType<TableRow>()];
        Header = [.. rows[0].OfType<TableCell>().Select(TextOf)];
        Rows = [.. rows.Skip(1).Select(static row => new MarkdownRow(
            [.. row.OfType<TableCell>().Select(TextOf)],
            [.. row.Descendants<LinkInline>().Select(static link => link.Url ?? "")]))];
    }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<MarkdownRow> Rows { get; }

    private static string TextOf(TableCell cell) =>
        string.Concat(cell.OfType<LeafBlock>().Where(static block => block.Inline is not null).Select(static block => MarkdownPage.TextOf(block.Inline!)));
}
