using Vero.Typed.CodeFixes;
using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

public sealed class RuleDocumentationTests
{
    public static TheoryData<string> Ids => [.. RuleDocumentation.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_that_explains_it(string id) =>
        Assert.Empty(RuleDocumentation.PageProblems(id, RepositoryPages.Page($"{RuleDocumentation.Folder}{id}.md")));

    [Fact]
    public void Every_page_has_a_rule() => Assert.Equal(
        RuleDocumentation.Ids.Select(static id => $"{RuleDocumentation.Folder}{id}.md").Append($"{RuleDocumentation.Folder}README.md").Order(StringComparer.Ordinal),
        RepositoryPages.MarkdownPaths().Where(static path => path.StartsWith(RuleDocumentation.Folder, StringComparison.Ordinal)));

    // By these names, tools such as roslynator apply one of several fixes.
    [Fact]
    public void Every_kind_of_fix_is_on_a_page()
    {
        string pages = string.Concat(RuleDocumentation.Ids.Select(static id => RepositoryPages.Page($"{RuleDocumentation.Folder}{id}.md").Text));
        Type table = typeof(VeroCodeFixProvider).Assembly.GetType("Vero.Typed.CodeFixes.EquivalenceKeys", throwOnError: true)!;
        string[] keys = [.. table.GetFields().Select(static key => (string)key.GetValue(null)!)];

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.True(pages.Contains($"`{key}`", StringComparison.Ordinal), key));
    }

    [Fact]
    public void Every_rule_links_to_its_page() => Assert.All(
        RuleDocumentation.All,
        static rule => Assert.Equal($"{Repository.Url}/blob/main/{RuleDocumentation.Folder}{rule.Id}.md", rule.HelpLinkUri));

    [Fact]
    public void A_page_that_says_nothing_is_caught()
    {
        var page = new MarkdownPage(RuleDocumentation.Folder + "VERO001.md", "# VERO001\n\nPut an id on it.");

        Assert.Equal(7, RuleDocumentation.PageProblems("VERO001", page).Count);
    }
}
