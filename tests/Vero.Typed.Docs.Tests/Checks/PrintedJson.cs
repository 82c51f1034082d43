using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>A JSON block is what the program before it prints. Line breaks and the blanks after them are the page's own.</summary>
internal static class PrintedJson
{
    public static IReadOnlyList<string> Differences(MarkdownPage page)
    {
        var differences = new List<string>();
        foreach (CodeBlock json in page.Blocks.Where(static block => block.Language == "json"))
        {
            CodeBlock program = page.CSharpBlocks.Last(block => page.Blocks.IndexOf(block) < page.Blocks.IndexOf(json));
            string printed = SnippetProgram.Run(Snippet.Compile(program, page)).TrimEnd('\n');
            string shown = string.Concat(json.Text.Split('\n').Select(static line => line.TrimStart()));
            if (shown != printed)
                differences.Add($"{json}: what is printed is {printed}");
        }

        return differences;
    }

    private static int IndexOf(this IReadOnlyList<CodeBlock> blocks, CodeBlock block) => blocks.TakeWhile(other => other != block).Count();
}
