using Microsoft.CodeAnalysis;
using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>Runs the tables that say what becomes of a value.</summary>
internal static class ValueTables
{
    private const string LeftOut = "left out";

    // What is wrong with all members together is told of the type alone.
    private const string OfType = "after Customer: ";

    // One of each block with types that tables use.
    private static readonly string[] DeclaredTypes = ["Plan", "Address"];

    /// <summary>Type, value, and the JSON that is written for it as a trait.</summary>
    public static Task<IReadOnlyList<string>> TraitDifferencesAsync(MarkdownTable table, MarkdownPage page) => DifferencesAsync(
        table.Rows,
        page,
        static row => $"[VeroId] public int Id => 1; [VeroTrait(\"t\")] public {TypeIn(row.Cells[0])} Member => {row.Cells[1]};",
        static row => row.Cells[2] == LeftOut ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"t":{{{row.Cells[2]}}}}}""");

    /// <summary>Member with its attribute, value, and the message of the exception.</summary>
    public static Task<IReadOnlyList<string>> MessageDifferencesAsync(MarkdownTable table, MarkdownPage page) => DifferencesAsync(
        table.Rows,
        page,
        static row =>
        {
            int end = row.Cells[0].IndexOf(']', StringComparison.Ordinal) + 1;
            string id = row.Cells[0].StartsWith("[VeroId]", StringComparison.Ordinal) ? "" : "[VeroId] public int Id => 1; ";
            return $"{id}{row.Cells[0][..end]} public {row.Cells[0][end..]} => {row.Cells[1]};";
        },
        static row => row.Cells[2].StartsWith(OfType, StringComparison.Ordinal)
            ? $": {row.Cells[2][OfType.Length..]}"
            : $".{row.Cells[0].Split(' ')[^1]}: {row.Cells[2]}");

    // Behind a comma there may be a word about the type: Plan, an enum.
    private static string TypeIn(string cell) => cell.IndexOf(',', cell.LastIndexOf('>') + 1) is >= 0 and var comma ? cell[..comma] : cell;

    private static async Task<IReadOnlyList<string>> DifferencesAsync(
        IReadOnlyList<MarkdownRow> rows, MarkdownPage page, Func<MarkdownRow, string> members, Func<MarkdownRow, string> expected)
    {
        string program = string.Join('\n',
        [
            "using Vero.Typed;",
            // The tables show what throws at run time; the rules see it earlier.
            "#pragma warning disable VERO104, VERO106, VERO108",
            // They show a date of unspecified kind as it is.
            "#pragma warning disable VERO112",
            .. rows.Select(static (_, i) => FormattableString.Invariant($"Print(() => new Row{i}().ToIdentifyRequest(), \"Row{i}\");")),
            """
            static void Print(Func<IdentifyRequest> make, string type)
            {
                try { Console.WriteLine(make().ToJson()); }
                catch (VeroSerializationException exception) { Console.WriteLine(exception.Message.Substring(type.Length)); }
            }
            """,
            .. rows.Select((row, i) => FormattableString.Invariant($"public class Row{i} {{ {members(row)} }}")),
        ]);

        // Placed at the end of the page, so that it may use what the page declares.
        IEnumerable<string> used = DeclaredTypes.Where(type => page.CSharpBlocks.Any(block => block.Text.Contains($" {type}", StringComparison.Ordinal)));
        var block = new CodeBlock($"{page.Path}: table", "csharp", $"uses={string.Join(',', used)}", program);
        Snippet snippet = Snippet.Compile(block, page);
        if (await snippet.DiagnosticsAsync() is { Count: > 0 } diagnostics)
            return [.. diagnostics.Select(static diagnostic => diagnostic.ToString())];

        string[] printed = SnippetProgram.Run(snippet).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. rows.Zip(printed)
                .Where(pair => expected(pair.First) != pair.Second)
                .Select(pair => $"{string.Join(" | ", pair.First.Cells)}: it is {pair.Second}"),
        ];
    }
}
