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
    public const string Folder = "analyzers/rules/";

    // One id has one descriptor: a second one fails here.
    private static readonly SortedDictionary<string, DiagnosticDescriptor> Rules = new(
        Snippet.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().ToDictionary(static rule => rule.Id), StringComparer.Ordinal);

    public static IReadOnlyList<string> Ids { get; } = [.. Rules.Keys];

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [.. Rules.Values];

    public static IReadOnlyList<string> FixableIds { get; } =
    [
        .. typeof(VeroCodeFixProvider).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A page has the title of its rule, shows the mistake and its repair, and says more than the message does.</summary>
    public static IReadOnlyList<string> PageProblems(string id, MarkdownPage page)
    {
        var problems = new List<string>();
        DiagnosticDescriptor rule = Rules[id];
        List<CodeBlock> examples = [.. page.CSharpBlocks.Where(static block => !block.IsGenerated)];
        if (page.Title != $"{id}: {rule.Title}")
            problems.Add($"{page.Path}: the title is not \"{id}: {rule.Title}\"");
        if (!examples.Concat(page.Blocks.Where(static block => block.IsPlan)).Any(block => block.Claims().Any(claim => claim.Id == id)))
            problems.Add($"{page.Path}: no example has the mistake");
        if (!examples.Exists(static block => block.Claims().Count == 0))
            problems.Add($"{page.Path}: no example is right");
        int prose = page.Text.Length - page.Blocks.Sum(static block => block.Text.Length);
        if (prose < 2 * rule.MessageFormat.ToString(CultureInfo.InvariantCulture).Length)
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

    public static bool HasFix(string id) => FixableIds.Contains(id);

    public static bool IsConfigurable(DiagnosticDescriptor rule) => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
}
