using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

public sealed class ReadmeTests
{
    private const string Plan = "```csharp\npublic enum Plan { Free, Pro }\n```\n";

    private static readonly MarkdownPage Readme = RepositoryPages.Page("README.md");

    [Fact]
    public void The_JSON_is_what_the_example_prints()
    {
        Assert.Contains(Readme.Blocks, static block => block.Language == "json");
        Assert.Empty(PrintedJson.Differences(Readme));
    }

    [Fact]
    public async Task The_errors_are_what_the_build_prints()
    {
        Assert.Contains(Readme.Blocks, static block => block.Language == "text" && block.Text.Contains("error VERO001", StringComparison.Ordinal));
        Assert.Empty(await BuildOutput.DifferencesAsync(Readme));
    }

    [Fact]
    public async Task Each_row_of_the_trait_values_is_what_is_written() =>
        Assert.Empty(await ValueTables.TraitDifferencesAsync(Readme.Table("C# type"), Readme));

    [Fact]
    public async Task Each_row_of_what_throws_has_the_message() =>
        Assert.Empty(await ValueTables.MessageDifferencesAsync(Readme.Table("Member"), Readme));

    [Fact]
    public void The_attributes_are_all_that_there_are() => Assert.Equal(
        PublicNames(typeof(Attribute)).Select(static name => name[..^"Attribute".Length]),
        FirstCells("Attribute").Select(static cell => cell.Trim('[', ']').Split('(')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_exceptions_are_all_that_there_are() =>
        Assert.Equal(PublicNames(typeof(VeroException)), FirstCells("Exception").Order(StringComparer.Ordinal));

    [Fact]
    public void The_options_are_all_that_there_are_with_their_defaults()
    {
        var options = new VeroClientOptions();

        Assert.Equal(
            typeof(VeroClientOptions).GetProperties().Select(property => $"{property.Name} Vero:{property.Name} Vero__{property.Name}"),
            Readme.Table("Option").Rows.Select(static row => string.Join(' ', row.Cells.Take(3))));
        Assert.All(
            Readme.Table("Option").Rows.Skip(1),
            row => Assert.StartsWith(
                Describe(typeof(VeroClientOptions).GetProperty(row.Cells[0])!.GetValue(options)),
                row.Cells[3],
                StringComparison.OrdinalIgnoreCase));
    }

    private static string Describe(object? value) => value switch
    {
        null => "none",
        IList<string> { Count: 0 } => "empty",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };

    [Fact]
    public void Planted_wrong_JSON_is_caught()
    {
        var page = new MarkdownPage("planted.md", "```csharp\nConsole.WriteLine(\"{\\\"id\\\":\\\"1\\\"}\");\n```\n```json\n{\"id\":1}\n```");

        Assert.Equal("planted.md:4: what is printed is {\"id\":\"1\"}", Assert.Single(PrintedJson.Differences(page)));
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

    [Fact]
    public async Task A_planted_wrong_trait_value_is_caught()
    {
        var page = new MarkdownPage("planted.md", Plan + "\n| C# type | Value | JSON |\n|---|---|---|\n| `decimal` | `1.50m` | `1.5` |\n| `int` | `1` | `1` |\n");

        string difference = Assert.Single(await ValueTables.TraitDifferencesAsync(page.Table("C# type"), page));

        Assert.Equal("""decimal | 1.50m | 1.5: it is {"id":"1","data":{"t":1.50}}""", difference);
    }

    [Fact]
    public async Task A_planted_wrong_message_is_caught()
    {
        var page = new MarkdownPage("planted.md", Plan + "\n| Member | Value | Message |\n|---|---|---|\n| `[VeroTrait] Plan Plan` | `(Plan)7` | no |\n");

        string difference = Assert.Single(await ValueTables.MessageDifferencesAsync(page.Table("Member"), page));

        Assert.Equal("[VeroTrait] Plan Plan | (Plan)7 | no: it is .Plan: the value is not defined by its enum, so there is no name to send", difference);
    }

    private static IEnumerable<string> FirstCells(string header) => Readme.Table(header).Rows.Select(static row => row.Cells[0]);

    private static IEnumerable<string> PublicNames(Type baseType) => new[] { typeof(VeroIdAttribute), typeof(IVeroClient) }
        .SelectMany(static type => type.Assembly.GetExportedTypes())
        .Where(type => baseType.IsAssignableFrom(type) && !type.IsAbstract)
        .Where(static type => type.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never })
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal);
}
