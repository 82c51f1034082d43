using System.Globalization;
using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

public sealed class CustomerMappingTests
{
    [Theory]
    [InlineData("plan", "Platinum")]
    [InlineData("signed_up_on", "31/02/2025")]
    [InlineData("signed_up_on", "2025-02-30")]
    [InlineData("signed_up_on", "2025-02-28T00:00:00")]
    [InlineData("lifetime_value", "12,50")]
    [InlineData("lifetime_value", "1e99")]
    [InlineData("score", "high")]
    [InlineData("newsletter", "maybe")]
    [InlineData("time_zone", "Mars/Olympus_Mons")]
    [InlineData("time_zone", "+15")]
    [InlineData("time_zone", "+1:2:3")]
    [InlineData("language", "not a language at all")]
    public async Task A_cell_that_means_nothing_is_named_and_its_text_is_not(string column, string cell)
    {
        FileRow row = await SendableRowWithAsync(column, cell);

        var exception = Assert.Throws<UnreadableCellException>(() => row.ToCustomer());

        Assert.StartsWith($"{column}: is ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(cell, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public async Task The_language_of_the_machine_changes_nothing(string culture)
    {
        IReadOnlyList<FileRow> rows = await ShippedFile.RowsAsync();
        List<FileRow> sendable = [.. rows.Where(row => !row.IsMarkedUnsendable)];
        string[] before = Bodies(sendable);

        CultureInfo original = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(before, Bodies(sendable));
        }
        finally
        {
            CultureInfo.CurrentCulture = original;
        }
    }

    private static string[] Bodies(List<FileRow> rows) => [.. rows.Select(row => row.ToCustomer().ToIdentifyRequest().ToJson())];

    private static async Task<FileRow> SendableRowWithAsync(string column, string cell)
    {
        FileRow row = (await ShippedFile.RowsAsync())[0];
        Assert.False(row.IsMarkedUnsendable);
        return row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [column] = cell } };
    }
}
