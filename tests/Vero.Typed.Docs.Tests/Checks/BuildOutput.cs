using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>A text block with errors of the compiler is what building the block before it prints, folders and project left out.</summary>
internal static partial class BuildOutput
{
    public static async Task<IReadOnlyList<string>> DifferencesAsync(MarkdownPage page)
    {
        var differences = new List<string>();
        CodeBlock? source = null;
        foreach (CodeBlock block in page.Blocks)
        {
            if (block.Language == "csharp")
                source = block;
            if (block.Language != "text" || !FileName().IsMatch(block.Text))
                continue;

            IReadOnlyList<Diagnostic> diagnostics = await Snippet.Compile(source!, page).DiagnosticsAsync();
            List<string> expected = [.. diagnostics.Select(static diagnostic => Print(diagnostic))];
            List<string> shown = [.. block.Text.Split('\n').Select(static line => FileName().Replace(line, "", 1))];
            differences.AddRange(expected.Except(shown).Select(line => $"{block}: not shown: {line}"));
            differences.AddRange(shown.Except(expected).Select(line => $"{block}: not printed: {line}"));
        }

        return differences;
    }

    private static string Print(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        string severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return FormattableString.Invariant(
            $"({place.Line + 1},{place.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)} ({diagnostic.Descriptor.HelpLinkUri})");
    }

    [GeneratedRegex(@"^\w+\.cs(?=\(\d+,\d+\): )", RegexOptions.Multiline)]
    private static partial Regex FileName();
}
