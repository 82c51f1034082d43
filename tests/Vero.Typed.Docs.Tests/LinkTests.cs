using System.Text.RegularExpressions;
using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. RepositoryPages.MarkdownPaths()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_repository_leads_somewhere(string path) =>
        Assert.Equal("", string.Join('\n', DeadLinks.Of(RepositoryPages.Page(path))));

    [Theory]
    [InlineData("analyzers/rules/VERO999.md", "there is no file analyzers/rules/VERO999.md")]
    [InlineData("../outside.md", "there is no file ../outside.md")]
    [InlineData("#nowhere", "there is no heading #nowhere")]
    [InlineData("CHANGELOG.md#nowhere", "there is no heading CHANGELOG.md#nowhere")]
    public void A_planted_dead_link_is_caught(string link, string expected)
    {
        var page = new MarkdownPage("README.md", $"# Here\n\nSee [this]({link}).");

        Assert.Equal($"README.md: {expected}", Assert.Single(DeadLinks.Of(page)));
    }

    [Fact]
    public void Living_links_are_not_reported()
    {
        var page = new MarkdownPage("analyzers/rules/X.md", "# Here it is\n\n[a](../../CHANGELOG.md#unreleased) [b](#here-it-is) [c](https://example.com/x) [d](..)");

        Assert.Equal(4, page.Links.Count);
        Assert.Empty(DeadLinks.Of(page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_project_that_a_command_names_exists(string path) => Assert.All(
        ProjectsInCommands(Repository.Read(path)),
        static project => Assert.True(Directory.Exists(Path.Combine(Repository.Root, project)), project));

    [Fact]
    public void The_projects_in_commands_are_found() =>
        Assert.Equal(["samples/A", "tests/B"], ProjectsInCommands("`dotnet run --project samples/A`\n    dotnet test --project tests/B # all"));

    private static IEnumerable<string> ProjectsInCommands(string text) => ProjectOption().Matches(text).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"--project\s+([\w./-]+)")]
    private static partial Regex ProjectOption();
}
