using Vero.Typed.Docs.Tests.Checks;

namespace Vero.Typed.Docs.Tests;

/// <summary>
/// Tables and release rows that repeat the descriptors of the rules. With VERO_UPDATE_SNAPSHOTS=1 they are written instead of compared.
/// </summary>
public sealed class GeneratedTextTests
{
    private const string Update = "VERO_UPDATE_SNAPSHOTS";

    public static TheoryData<string> Files => [.. GeneratedTexts.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_what_is_generated(string path)
    {
        string updated = GeneratedTexts.Updated(path, Repository.Read(path));
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(Repository.PathOf(path), updated);

        Assert.Equal(updated, Repository.Read(path));
    }

    [Fact]
    public void The_index_of_the_rules_and_the_release_rows_are_generated() =>
        Assert.Superset(new HashSet<string> { RuleDocumentation.Folder + "README.md", GeneratedTexts.ReleaseNotes }, GeneratedTexts.Files.ToHashSet());

    // The controls.
    [Theory]
    [InlineData("VERO005.md) | ", "VERO005.md) | Another title: ")]
    [InlineData("| [VERO005](VERO005.md)", "| [VERO099](VERO099.md)")]
    [InlineData("(VERO005.md)", "(VERO006.md)")]
    [InlineData("| Error | no | no |", "| Warning | no | no |")]
    [InlineData("| Error | no | no |", "| Error | no | yes |")]
    public void A_planted_wrong_row_is_caught(string right, string wrong)
    {
        const string Index = RuleDocumentation.Folder + "README.md";
        string text = Repository.Read(Index);
        Assert.Contains(right, text, StringComparison.Ordinal);

        string planted = text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(planted, GeneratedTexts.Updated(Index, planted));
        Assert.Equal(text, GeneratedTexts.Updated(Index, planted));
    }

    [Fact]
    public void A_name_under_which_nothing_is_generated_is_an_error() =>
        Assert.Throws<InvalidOperationException>(static () => GeneratedTexts.Updated("README.md", "<!-- generated: nothing -->\n<!-- /generated -->"));
}
