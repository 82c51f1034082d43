using System.Text.RegularExpressions;
using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

public sealed class ShippedFileTests
{
    [Fact]
    public async Task It_has_500_customers_with_an_id_each()
    {
        IReadOnlyList<FileRow> rows = await ShippedFile.RowsAsync();

        Assert.Equal(500, rows.Count);
        Assert.Equal(Enumerable.Range(2, 500), rows.Select(row => row.Number));
        Assert.Equal(500, rows.Select(row => row.Cells["customer_id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(RowFile.Customers.UnsendableOnPurpose, rows.Count(row => row.IsMarkedUnsendable));
    }

    [Fact]
    public async Task It_has_300_orders_of_customers_that_can_be_sent()
    {
        IReadOnlyList<FileRow> orders = await ShippedFile.OrdersAsync();
        string[] customers = [.. (await ShippedFile.RowsAsync()).Where(row => !row.IsMarkedUnsendable).Select(row => row.Cells["customer_id"])];

        Assert.Equal(300, orders.Count);
        Assert.Equal(300, orders.Select(row => row.Cells["order_number"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(RowFile.Orders.UnsendableOnPurpose, orders.Count(row => row.IsMarkedUnsendable));
        Assert.All(orders.Where(row => !row.IsMarkedUnsendable), row => Assert.Contains(row.Cells["customer_id"], customers));
    }

    [Theory]
    [InlineData(@"[À-ɏḀ-ỿ]")]
    [InlineData(@"\p{IsCyrillic}")]
    [InlineData(@"\p{IsGreek}")]
    [InlineData(@"\p{IsArabic}")]
    [InlineData(@"\p{IsHebrew}")]
    [InlineData(@"\p{IsDevanagari}")]
    [InlineData(@"\p{IsThai}")]
    [InlineData(@"\p{IsMyanmar}")]
    [InlineData(@"\p{IsCJKUnifiedIdeographs}")]
    [InlineData(@"[\p{IsHiragana}\p{IsKatakana}]")]
    [InlineData(@"\p{IsHangulSyllables}")]
    [InlineData(@"['’]")]
    public async Task There_are_names_in_many_scripts(string pattern) =>
        Assert.True(await CountAsync(row => Regex.IsMatch(row.Cells["first_name"] + row.Cells["last_name"], pattern)) >= 3);

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Adelaide")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("-3:30")]
    [InlineData("+10")]
    [InlineData("-12")]
    [InlineData("")]
    public async Task There_are_awkward_timezones(string zone) => Assert.NotEqual(0, await CountAsync(row => row.Cells["time_zone"] == zone));

    [Theory]
    [InlineData("\"")]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\\")]
    [InlineData("\t")]
    [InlineData("\a")]
    [InlineData("\u2028")]
    [InlineData("😀")]
    [InlineData("👨‍👩‍👧‍👦")]
    public async Task There_is_awkward_text(string text) => Assert.NotEqual(
        0, await CountAsync(row => (row.Cells["customer_id"] + row.Cells["about"]).Contains(text, StringComparison.Ordinal)));

    [Theory]
    [InlineData("email")]
    [InlineData("plan")]
    [InlineData("signed_up_on")]
    [InlineData("lifetime_value")]
    [InlineData("language")]
    [InlineData("android_token")]
    [InlineData("ios_tokens")]
    [InlineData("about")]
    public async Task Cells_are_missing_in_some_rows_and_filled_in_others(string column)
    {
        int missing = await CountAsync(row => row.Cells[column].Length == 0);

        Assert.InRange(missing, 10, 490);
    }

    [Fact]
    public async Task There_are_ids_at_the_limit()
    {
        Assert.NotEqual(0, await CountAsync(row => Characters(row) == 254 && !row.IsMarkedUnsendable));
        Assert.NotEqual(0, await CountAsync(row => Characters(row) == 255 && row.IsMarkedUnsendable));

        static int Characters(FileRow row) => row.Cells["customer_id"].EnumerateRunes().Count();
    }

    private static async Task<int> CountAsync(Func<FileRow, bool> condition) =>
        (await ShippedFile.RowsAsync()).Count(condition);
}
