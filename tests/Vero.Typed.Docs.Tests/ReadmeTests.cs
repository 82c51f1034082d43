using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

/// <summary>The README of the repository, the front door, and what all pages of reference have in common with it.</summary>
public sealed class ReadmeTests
{
    private const int MostLines = 250;

    private static readonly MarkdownPage Readme = RepositoryPages.Page("README.md");

    public static TheoryData<string> PagesWithJson =>
        [.. RepositoryPages.MarkdownPaths().Where(static path => RepositoryPages.Page(path).Blocks.Any(static block => block.Language == "json"))];

    // Pages of rules are short and have the same sections.
    public static TheoryData<string> PagesWithContents =>
    [
        .. RepositoryPages.MarkdownPaths().Where(static path =>
            (path.EndsWith("README.md", StringComparison.Ordinal) || path == ".github/CONTRIBUTING.md") && RepositoryPages.Page(path).Sections.Count > 1),
    ];

    [Fact]
    public void It_is_short() => Assert.InRange(Readme.Text.TrimEnd('\n').Split('\n').Length, 1, MostLines);

    [Fact]
    public void It_shows_a_request_and_a_mistake()
    {
        Assert.Contains("README.md", PagesWithJson.Select(static row => row.Data));
        Assert.Contains(Readme.Blocks, static block => block.Language == "text" && block.Text.Contains("error VERO001", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PagesWithContents))]
    public void A_page_begins_with_its_table_of_contents(string path) => AssertNone(MissingInContents(RepositoryPages.Page(path)));

    [Theory]
    [MemberData(nameof(PagesWithJson))]
    public void JSON_is_what_the_example_before_it_prints(string path) => AssertNone(PrintedJson.Differences(RepositoryPages.Page(path)));

    [Fact]
    public async Task The_errors_are_what_the_build_prints() => AssertNone(await BuildOutput.DifferencesAsync(Readme));

    // The controls.
    [Theory]
    [InlineData("# P\n\n- [A](#a)\n\n## A\n\n[B](#b)\n\n## B\n", "b")]
    [InlineData("# P\n\n## A\n", "a")]
    [InlineData("# P\n\n- [A](#a), [B](#b)\n\n## A\n\n## B\n", "")]
    public void A_section_that_is_missing_in_the_contents_is_caught(string text, string missing) =>
        Assert.Equal(missing, string.Join(',', MissingInContents(new MarkdownPage("planted.md", text))));

    [Theory]
    [InlineData("{\"id\":1}", "{\"id\":\"1\"}")]
    [InlineData("{\"id\":\n \"1\"}", null)]
    [InlineData("{\"id\":\n\"1\"}", "{\"id\":\"1\"}")]
    public void Planted_wrong_JSON_is_caught(string shown, string? printed)
    {
        var page = new MarkdownPage("planted.md", $"```csharp\nConsole.WriteLine(\"{{\\\"id\\\":\\\"1\\\"}}\");\n```\n```json\n{shown}\n```");

        Assert.Equal(printed is null ? [] : [$"planted.md:4: what is printed is {printed}"], PrintedJson.Differences(page));
    }

    [Fact]
    public async Task A_planted_wrong_error_is_caught()
    {
        string text = Readme.Text.Replace("error VERO001: Put [VeroId]", "error VERO001: Put an id", StringComparison.Ordinal);

        IReadOnlyList<string> differences = await BuildOutput.DifferencesAsync(new MarkdownPage("planted.md", text));

        Assert.Equal(2, differences.Count);
        Assert.Contains("not shown: (4,22): error VERO001: Put [VeroId] on", differences[0], StringComparison.Ordinal);
        Assert.Contains("not printed: (4,22): error VERO001: Put an id on", differences[1], StringComparison.Ordinal);
    }

    // Assert.Empty shows the first words only.
    private static void AssertNone(IReadOnlyList<string> differences) => Assert.True(differences.Count == 0, string.Join('\n', differences));

    private static IReadOnlyList<string> MissingInContents(MarkdownPage page) => [.. page.Sections.Where(section => !page.Contents.Contains("#" + section))];
}
