using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Vero.Typed.Docs.Tests.Checks;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests;

/// <summary>The pages of the packages: their tables are complete and true.</summary>
public sealed class ReferencePageTests
{
    private const string Plan = "```csharp\npublic enum Plan { Free, Pro }\n```\n";

    private static readonly MarkdownPage Library = RepositoryPages.Page("src/Vero.Typed/README.md");

    private static readonly MarkdownPage Client = RepositoryPages.Page("src/Vero.Typed.Client/README.md");

    [Fact]
    public async Task Each_row_of_the_trait_values_is_what_is_written() =>
        AssertNone(await ValueTables.TraitDifferencesAsync(Library.Table("C# type"), Library));

    [Fact]
    public async Task Each_row_of_what_throws_has_the_message() =>
        AssertNone(await ValueTables.MessageDifferencesAsync(Library.Table("Member"), Library));

    [Fact]
    public void The_attributes_are_all_that_there_are() => Assert.Equal(
        PublicNames(typeof(Attribute)).Select(static name => name[..^"Attribute".Length]),
        FirstCells(Library, "Attribute").Select(static cell => cell.Trim('[', ']').Split('(')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_exceptions_are_all_that_there_are() =>
        Assert.Equal(PublicNames(typeof(VeroException)), FirstCells(Client, "Exception").Order(StringComparer.Ordinal));

    [Fact]
    public void The_options_are_all_that_there_are_with_their_defaults()
    {
        var options = new VeroClientOptions();

        Assert.Equal(
            typeof(VeroClientOptions).GetProperties().Select(property => $"{property.Name} Vero:{property.Name} Vero__{property.Name}"),
            Client.Table("Option").Rows.Select(static row => string.Join(' ', row.Cells.Take(3))));
        Assert.All(
            Client.Table("Option").Rows.Skip(1),
            row => Assert.StartsWith(
                Describe(typeof(VeroClientOptions).GetProperty(row.Cells[0])!.GetValue(options)),
                row.Cells[3],
                StringComparison.OrdinalIgnoreCase));
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

    // Assert.Empty shows the first words only.
    private static void AssertNone(IReadOnlyList<string> differences) => Assert.True(differences.Count == 0, string.Join('\n', differences));

    private static IEnumerable<string> FirstCells(MarkdownPage page, string header) => page.Table(header).Rows.Select(static row => row.Cells[0]);

    private static string Describe(object? value) => value switch
    {
        null => "none",
        IList<string> { Count: 0 } => "empty",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };

    private static IEnumerable<string> PublicNames(Type baseType) => new[] { typeof(VeroIdAttribute), typeof(IVeroClient) }
        .SelectMany(static type => type.Assembly.GetExportedTypes())
        .Where(type => baseType.IsAssignableFrom(type) && !type.IsAbstract)
        .Where(static type => type.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never })
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal);
}
