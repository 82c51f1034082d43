using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Quickstart;

/// <summary>
/// What must have arrived for the row of an order, worked out from its cells alone: it shares nothing with <see cref="OrderPlaced"/>, its mapping
/// and the generated code.
/// </summary>
internal sealed record ExpectedEvent(string UserId, string Name, OffsetDateTime CreatedAt, IReadOnlyDictionary<string, JsonElement> Data)
{
    /// <param name="row">A row that can be sent.</param>
    public static ExpectedEvent Of(FileRow row)
    {
        var data = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach ((string column, string cell) in row.Cells)
        {
            if (cell.Length > 0 && Property(column, cell) is { } property)
                data.Add(property.Key, property.Value);
        }

        return new ExpectedEvent(row.Cells["customer_id"], "Placed order", Time(row.Cells["ordered_at"]), data);
    }

    /// <summary>The time that a string means, as NodaTime reads it; DateTimeOffset is what is being checked.</summary>
    public static OffsetDateTime Time(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value;

    private static (string Key, JsonElement Value)? Property(string column, string cell) => column switch
    {
        "order_number" => ("number", Json(cell)),
        "product" or "currency" or "coupon" => (column, Json(cell)),
        "quantity" => (column, Json(int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture))),
        "total" => (column, Json(decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture))),
        "gift" => (column, Json(cell == "yes")),
        "customer_id" or "ordered_at" or "note" => null,
        _ => throw new InvalidDataException($"Nobody said what becomes of the column {column}."),
    };

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
