using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Vero.Typed.Docs.Tests.Markdown;

/// <summary>One Markdown file, as GitHub reads it.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    /// <param name="path">From the root of the repository, with slashes.</param>
    /// <param name="text">The content of the file.</param>
    public MarkdownPage(string path, string text)
    {
        Path = path;
        Text = text;
        MarkdownDocument document = Markdig.Markdown.Parse(text, GitHub);
        Title = document.Descendants<HeadingBlock>().Where(static h => h.Level == 1).Select(static h => TextOf(h.Inline!)).FirstOrDefault();
        Anchors = document.Descendants<HeadingBlock>().Select(static h => h.GetAttributes().Id ?? "").ToHashSet(StringComparer.Ordinal);
        Sections = [.. document.Descendants<HeadingBlock>().Where(static h => h.Level == 2).Select(static h => h.GetAttributes().Id ?? "")];
        Contents = [.. document.TakeWhile(static block => block is not HeadingBlock { Level: 2 }).SelectMany(static block => block.Descendants<LinkInline>()).Select(static l => l.Url ?? "")];
        Links = [.. document.Descendants<LinkInline>().Select(static l => l.Url ?? "")];
        Blocks = [.. document.Descendants<FencedCodeBlock>().Select(block => new CodeBlock(path, block))];
        Tables = [.. document.Descendants<Table>().Select(static t => new MarkdownTable(t))];
    }

    public string Path { get; }

    public string Text { get; }

    public string? Title { get; }

    public IReadOnlySet<string> Anchors { get; }

    /// <summary>The anchors of the headings of the second level, in their order.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>The links above the first of them.</summary>
    public IReadOnlyList<string> Contents { get; }

    public IReadOnlyList<string> Links { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    public IReadOnlyList<MarkdownTable> Tables { get; }

    public IEnumerable<CodeBlock> CSharpBlocks => Blocks.Where(static b => b.Language == "csharp");

    /// <summary>The one table whose first column has the header.</summary>
    public MarkdownTable Table(string firstHeader) => Tables.Single(t => t.Header[0] == firstHeader);

    internal static string TextOf(ContainerInline inlines) => string.Concat(inlines.Descendants().Select(static inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    })).Trim();
}
