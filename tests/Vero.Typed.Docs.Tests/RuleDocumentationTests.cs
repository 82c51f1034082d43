using Microsoft.CodeAnalysis;
using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

public sealed class RuleDocumentationTests
{
    private const string Folder = "analyzers/rules/";
    private const string ReleaseNotes = "analyzers/Vero.Typed.Analyzers/AnalyzerReleases.Unshipped.md";

    public static TheoryData<string> Ids => [.. RuleDocumentation.Ids];

    [Fact]
    public void The_rules_are_the_ones_that_exist_now() =>
        Assert.Equal(Enumerable.Range(1, 17).Concat(Enumerable.Range(101, 7)).Concat(Enumerable.Range(201, 3)).Select(static number => $"VERO{number:000}"), RuleDocumentation.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_that_explains_it(string id) =>
        Assert.Empty(RuleDocumentation.PageProblems(id, RepositoryPages.Page($"{Folder}{id}.md")));

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        RuleDocumentation.Ids.Select(static id => $"{Folder}{id}.md").Append($"{Folder}README.md").Order(StringComparer.Ordinal),
        RepositoryPages.MarkdownPaths().Where(static path => path.StartsWith(Folder, StringComparison.Ordinal)));

    [Fact]
    public void Every_rule_links_to_its_page() => Assert.All(
        RuleDocumentation.All,
        static rule => Assert.Equal($"{Repository.Url}/blob/main/{Folder}{rule.Id}.md", rule.HelpLinkUri));

    [Theory]
    [InlineData("README.md", Folder)]
    [InlineData(Folder + "README.md", "")]
    public void Both_tables_list_exactly_the_rules(string path, string linkStart) =>
        Assert.Empty(RuleDocumentation.TableDifferences(RepositoryPages.Page(path).Table("Rule"), linkStart));

    [Fact]
    public void The_release_notes_list_exactly_the_rules() =>
        Assert.Empty(RuleDocumentation.ReleaseDifferences(RepositoryPages.Page(ReleaseNotes).Table("Rule ID")));

    [Theory]
    [InlineData("| [VERO005](VERO005.md)", "| [VERO099](VERO099.md)", "VERO005 has no row", "there is no rule VERO099", "the rows are not in order, each rule once")]
    [InlineData("(VERO005.md)", "(VERO006.md)", "the row of VERO005 does not link to its page")]
    [InlineData("| Error, Warning |", "| Error |", "the severity of VERO015 is Error, Warning, not Error")]
    [InlineData("cannot be one | Error | no | no |", "cannot be one | Error | no | yes |", "the fix of VERO005 is no, not yes", "the fix of VERO006 is no, not yes")]
    [InlineData("| no, yes |", "| no |", "configurable of VERO015 is no, yes, not no")]
    public void A_planted_wrong_row_is_caught(string right, string wrong, params string[] expected)
    {
        string text = Repository.Read(Folder + "README.md");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var page = new MarkdownPage(Folder + "README.md", text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(expected, RuleDocumentation.TableDifferences(page.Table("Rule"), ""));
    }

    [Fact]
    public void A_planted_missing_row_is_caught()
    {
        string[] lines = Repository.Read(Folder + "README.md").Split('\n');
        var page = new MarkdownPage(Folder + "README.md", string.Join('\n', lines.Where(static line => !line.Contains("VERO009.md", StringComparison.Ordinal))));

        Assert.Equal("VERO009 has no row", Assert.Single(RuleDocumentation.TableDifferences(page.Table("Rule"), "")));
    }

    [Fact]
    public void A_planted_wrong_release_note_is_caught()
    {
        string text = Repository.Read(ReleaseNotes).Replace("VERO002 | Vero.Shape | Error", "VERO002 | Vero.Shape | Info", StringComparison.Ordinal);

        IReadOnlyList<string> differences = RuleDocumentation.ReleaseDifferences(new MarkdownPage(ReleaseNotes, text).Table("Rule ID"));

        Assert.Equal(["missing: VERO002 Vero.Shape Error", "not a rule: VERO002 Vero.Shape Info"], differences);
    }

    [Fact]
    public void A_page_that_says_nothing_is_caught()
    {
        var page = new MarkdownPage(Folder + "VERO001.md", "# VERO001\n\nPut an id on it.");

        Assert.Equal(7, RuleDocumentation.PageProblems("VERO001", page).Count);
    }
}
