using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>A JSON block is what the program before it prints. Line breaks and the blanks after them are the page's own.</summary>
internal static class PrintedJson
{
    public static IReadOnlyList<string> Differences(MarkdownPage page)
    {
        var differences = new List<string>();
        CodeBlock? program = null;
        foreach (CodeBlock block in page.Blocks)
        {
            if (block.Language == "csharp")
                program = block;
            if (block.Language != "json")
                continue;

            string printed = SnippetProgram.Run(Snippet.Compile(program!, page)).TrimEnd('\n');
            string shown = string.Concat(block.Text.Split('\n').Select(static line => line.TrimStart()));
            if (shown != printed)
                differences.Add($"{block}: what is printed is {printed}");
        }

        return differences;
    }
}
