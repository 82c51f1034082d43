using Quickstart;

namespace Vero.Typed.Quickstart.Tests;

public sealed class OrderMappingTests
{
    [Theory]
    [InlineData("ordered_at", "31/02/2025")]
    [InlineData("ordered_at", "2025-02-30T10:00:00Z")]
    [InlineData("ordered_at", "2025-02-28T10:00:00")]
    [InlineData("ordered_at", "2025-02-28")]
    [InlineData("ordered_at", "")]
    [InlineData("quantity", "two")]
    [InlineData("quantity", "-1")]
    [InlineData("total", "12,50")]
    [InlineData("gift", "perhaps")]
    public async Task A_cell_that_means_nothing_is_named_and_its_text_is_not(string column, string cell)
    {
        FileRow row = await RowWithAsync(column, cell);

        var exception = Assert.Throws<UnreadableCellException>(() => row.ToOrderPlaced());

        Assert.StartsWith($"{column}: is ", exception.Message, StringComparison.Ordinal);
        if (cell.Length > 0)
            Assert.DoesNotContain(cell, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_an_event_of_its_customer()
    {
        FileRow row = await RowWithAsync("ordered_at", "2026-03-01T09:30:00.5+05:30");

        Assert.Equal(
            """{"identity":{"id":"cus_0156"},"event_name":"Placed order","data":{"number":"A-00001","product":"Tab\tseparated mat","quantity":1,"total":100,"currency":"EUR","gift":true},"extras":{"created_at":"2026-03-01T09:30:00.5+05:30"}}""",
            row.ToOrderPlaced().ToTrackRequest().ToJson());
    }

    private static async Task<FileRow> RowWithAsync(string column, string cell)
    {
        FileRow row = (await ShippedFile.OrdersAsync())[0];
        return row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [column] = cell } };
    }
}
