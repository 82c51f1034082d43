using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.CodeFixes;
using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests.Checks;

/// <summary>Compares what is written about the rules with the rules themselves.</summary>
internal static class RuleDocumentation
{
    private static readonly ILookup<string, DiagnosticDescriptor> Rules =
        Snippet.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().ToLookup(static rule => rule.Id, StringComparer.Ordinal);

    private static readonly HashSet<string> FixableIds =
    [
        .. typeof(VeroCodeFixProvider).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static IReadOnlyList<string> Ids { get; } = [.. Rules.Select(static rule => rule.Key).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [.. Rules.SelectMany(static rule => rule)];

    /// <summary>A table of rules: id with a link to its page, what it finds, severity, configurable or not, with a fix or without.</summary>
    public static IReadOnlyList<string> TableDifferences(MarkdownTable table, string linkStart)
    {
        var differences = new List<string>();
        List<string> ids = [.. table.Rows.Select(static row => row.Cells[0])];
        foreach (string id in Ids.Except(ids))
            differences.Add($"{id} has no row");
        foreach (string id in ids.Except(Ids))
            differences.Add($"there is no rule {id}");
        if (ids.Distinct().Count() != ids.Count || !ids.SequenceEqual(ids.Order(StringComparer.Ordinal)))
            differences.Add("the rows are not in order, each rule once");

        foreach (MarkdownRow row in table.Rows.Where(static row => Rules.Contains(row.Cells[0])))
        {
            List<DiagnosticDescriptor> kinds = [.. Rules[row.Cells[0]].OrderByDescending(static rule => rule.DefaultSeverity)];
            string severity = string.Join(", ", kinds.Select(static rule => rule.DefaultSeverity.ToString()).Distinct());
            string configurable = string.Join(", ", kinds.Select(static rule => IsConfigurable(rule) ? "yes" : "no").Distinct());
            if (!row.Links.SequenceEqual([$"{linkStart}{row.Cells[0]}.md"]))
                differences.Add($"the row of {row.Cells[0]} does not link to its page");
            if (row.Cells[1].Length == 0)
                differences.Add($"the row of {row.Cells[0]} does not say what it finds");
            if (row.Cells[2] != severity)
                differences.Add($"the severity of {row.Cells[0]} is {severity}, not {row.Cells[2]}");
            if (row.Cells[3] != configurable)
                differences.Add($"configurable of {row.Cells[0]} is {configurable}, not {row.Cells[3]}");
            string fix = HasFix(row.Cells[0]) ? "yes" : "no";
            if (row.Cells[4] != fix)
                differences.Add($"the fix of {row.Cells[0]} is {fix}, not {row.Cells[4]}");
        }

        return differences;
    }

    /// <summary>The release notes of the analyzers list every rule once, with its category and its severest kind.</summary>
    public static IReadOnlyList<string> ReleaseDifferences(MarkdownTable table)
    {
        IEnumerable<string> expected = Rules.Select(static rule => $"{rule.Key} {rule.First().Category} {rule.Max(static kind => kind.DefaultSeverity)}");
        List<string> actual = [.. table.Rows.Select(static row => $"{row.Cells[0]} {row.Cells[1]} {row.Cells[2]}")];
        return
        [
            .. expected.Except(actual).Select(static row => $"missing: {row}"),
            .. actual.Except(expected).Select(static row => $"not a rule: {row}"),
        ];
    }

    /// <summary>A page has the title of its rule, shows the mistake and its repair, and says more than the message does.</summary>
    public static IReadOnlyList<string> PageProblems(string id, MarkdownPage page)
    {
        var problems = new List<string>();
        DiagnosticDescriptor main = Rules[id].MaxBy(static rule => rule.DefaultSeverity)!;
        List<CodeBlock> examples = [.. page.CSharpBlocks.Where(static block => !block.IsGenerated)];
        if (page.Title != $"{id}: {main.Title}")
            problems.Add($"{page.Path}: the title is not \"{id}: {main.Title}\"");
        if (!examples.Exists(block => block.Claims().Any(claim => claim.Id == id)))
            problems.Add($"{page.Path}: no example has the mistake");
        if (!examples.Exists(static block => block.Claims().Count == 0))
            problems.Add($"{page.Path}: no example is right");
        int prose = page.Text.Length - page.Blocks.Sum(static block => block.Text.Length);
        if (prose < 2 * Rules[id].Sum(static rule => rule.MessageFormat.ToString(CultureInfo.InvariantCulture).Length))
            problems.Add($"{page.Path}: the page says little more than the message");
        foreach (string section in new[] { "why", "configure" })
        {
            if (!page.Anchors.Contains(section))
                problems.Add($"{page.Path}: there is no section \"{section}\"");
        }

        if (page.Anchors.Contains("fix") != HasFix(id))
            problems.Add($"{page.Path}: there is {(HasFix(id) ? "no section" : "a section")} \"fix\"");

        return problems;
    }

    private static bool HasFix(string id) => FixableIds.Contains(id);

    private static bool IsConfigurable(DiagnosticDescriptor rule) => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
