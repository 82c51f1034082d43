using Microsoft.CodeAnalysis;
using Vero.Typed.Docs.Tests.Markdown;
using Vero.Typed.Docs.Tests.Snippets;

namespace Vero.Typed.Docs.Tests;

public sealed class CodeBlockTests
{
    public static TheoryData<string> Pages =>
        [.. RepositoryFiles.MarkdownPaths().Where(static path => path == "README.md" || path.StartsWith("analyzers/rules/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_block_gets_exactly_the_diagnostics_that_it_claims(string path)
    {
        MarkdownPage page = RepositoryFiles.Page(path);
        var differences = new List<string>();
        foreach (CodeBlock block in page.CSharpBlocks.Where(static block => !block.IsGenerated))
            differences.AddRange(await Snippet.DifferencesAsync(block, page));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Blocks_of_another_language_do_not_hide_C_sharp()
    {
        string[] known = ["csharp", "json", "xml", "ini", "bash", "text"];

        foreach (string path in RepositoryFiles.MarkdownPaths())
            Assert.All(RepositoryFiles.Page(path).Blocks, block => Assert.True(known.Contains(block.Language), $"{block}: {block.Language}"));
    }

    [Theory]
    [InlineData("public class Customer { [VeroEmail] public string? Email { get; set; } }", "not claimed: *VERO001")]
    [InlineData("public class Customer { [VeroId] public int Id { get; set; } } // VERO001", "not reported: line 2: VERO001")]
    [InlineData("public class Customer { [VeroId] public int Id; public string Name; }", "not claimed: *warning CS8618")]
    [InlineData("public class Customer { [VeroId] public int Id { get; } = Unknown; }", "not claimed: *error CS0103")]
    [InlineData("public class Customer // VERO002\n{ [VeroEmail] public string? Email { get; set; } }", "not claimed: *VERO001;not reported: line 2: VERO002")]
    public async Task A_planted_wrong_block_is_caught(string text, string expected)
    {
        var page = new MarkdownPage("planted.md", $"```csharp\nusing Vero.Typed;\n{text}\n```");

        IReadOnlyList<string> differences = await Snippet.DifferencesAsync(Assert.Single(page.Blocks), page);

        Assert.Equal(expected.Split(';').Length, differences.Count);
        foreach ((string pattern, string difference) in expected.Split(';').Zip(differences))
            Assert.All(pattern.Split('*'), part => Assert.Contains(part, difference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_generator_makes_is_compiled_with_the_others_of_the_page()
    {
        var page = new MarkdownPage(
            "planted.md", "```csharp\npublic class A : B;\n```\n```csharp generated\npublic class B;\n```\n```csharp uses=A\npublic class C : A;\n```");

        Assert.Empty(await Snippet.DifferencesAsync(page.Blocks[0], page));
        Assert.Empty(await Snippet.DifferencesAsync(page.Blocks[2], page));
    }
}
