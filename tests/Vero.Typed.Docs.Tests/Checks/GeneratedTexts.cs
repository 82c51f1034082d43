using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>
/// The texts that repeat the descriptors of the rules. In a Markdown file they stand between <c>&lt;!-- generated: name --&gt;</c> and
/// <c>&lt;!-- /generated --&gt;</c>.
/// </summary>
internal static partial class GeneratedTexts
{
    public const string ReleaseNotes = "analyzers/Vero.Typed.Analyzers/AnalyzerReleases.Unshipped.md";

    /// <summary>The files with generated text, by their path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. RepositoryPages.MarkdownPaths().Where(static path => Region().IsMatch(Repository.Read(path))), ReleaseNotes];

    /// <summary>The file as it must be, from the file as it is.</summary>
    public static string Updated(string path, string text) => path == ReleaseNotes
        ? ReleaseRows()
        : Region().Replace(text, match => $"<!-- generated: {match.Groups["name"].Value} -->\n{Content(match.Groups["name"].Value, path)}<!-- /generated -->");

    private static string Content(string name, string path) => name switch
    {
        "rules" => RuleTable(path.StartsWith(RuleDocumentation.Folder, StringComparison.Ordinal) ? "" : Way(path) + RuleDocumentation.Folder),
        "fix command" => $"\n```text\ndotnet format analyzers --severity info --diagnostics {string.Join(' ', RuleDocumentation.FixableIds)}\n```\n\n",
        _ => throw new InvalidOperationException($"{path}: no text is generated under the name \"{name}\"."),
    };

    private static string RuleTable(string linkStart) => "\n| Rule | What it says | Severity | Configurable | Fix |\n|---|---|---|---|---|\n" + string.Concat(
        RuleDocumentation.All.Select(rule => $"| [{rule.Id}]({linkStart}{rule.Id}.md) | {WithCode(Title(rule))} | {rule.DefaultSeverity} " +
            $"| {YesOrNo(RuleDocumentation.IsConfigurable(rule))} | {YesOrNo(RuleDocumentation.HasFix(rule.Id))} |\n")) + "\n";

    private static string ReleaseRows() => "### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n" + string.Concat(
        RuleDocumentation.All.Select(static rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {Title(rule)}\n"));

    private static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Way(string path) => string.Concat(Enumerable.Repeat("../", path.Count(static c => c == '/')));

    private static string YesOrNo(bool answer) => answer ? "yes" : "no";

    // [VeroId] as code, and not as a link.
    private static string WithCode(string title) => AttributeName().Replace(title, "`$0`");

    [GeneratedRegex(@"<!-- generated: (?<name>[a-z ]+) -->\n.*?<!-- /generated -->", RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\[Vero\w+\]")]
    private static partial Regex AttributeName();
}
