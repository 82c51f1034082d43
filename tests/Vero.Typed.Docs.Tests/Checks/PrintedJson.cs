using System.Text.RegularExpressions;
using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>
/// A JSON block is what the program before it prints, one document a line. A line that begins with a blank continues the document of the line above it.
/// </summary>
internal static partial class PrintedJson
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
            string shown = Continuation().Replace(block.Text, "");
            if (shown != printed)
                differences.Add($"{block}: what is printed is {printed}");
        }

        return differences;
    }

    [GeneratedRegex(@"\n +")]
    private static partial Regex Continuation();
}
