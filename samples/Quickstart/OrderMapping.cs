using System.Globalization;

namespace Quickstart;

/// <summary>Makes an event of a row. An empty cell is "not known" and becomes null.</summary>
internal static class OrderMapping
{
    // An event without its time would be counted as of now. The offset must be there: the file comes from several countries.
    private static readonly string[] TimeFormats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <exception cref="UnreadableCellException">A cell cannot be read.</exception>
    public static OrderPlaced ToOrderPlaced(this FileRow row) => new()
    {
        CustomerId = row.Cells["customer_id"],
        OrderedAt = row.Value("ordered_at", (FileRow.Reader<DateTimeOffset>)TryReadTime, "is no time like 2026-01-31T09:30:00+10:00")
            ?? throw new UnreadableCellException("ordered_at", "is empty"),
        Number = row.Cells["order_number"],
        Product = row.Text("product"),
        Quantity = row.Value(
            "quantity",
            static (string text, out int quantity) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out quantity),
            "is no whole number"),
        Total = row.Value(
            "total",
            static (string text, out decimal amount) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out amount),
            "is no amount"),
        Currency = row.Text("currency"),
        Coupon = row.Text("coupon"),
        IsGift = row.Value("gift", static (string text, out bool gift) => (gift = text == "yes") || text == "no", "is neither yes nor no"),
    };

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        time = default;
        return (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
