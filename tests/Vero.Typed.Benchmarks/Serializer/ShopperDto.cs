using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>
/// What a user of System.Text.Json would write for a <see cref="Shopper"/>: the values inside, whose members have the right names, are taken as
/// they are.
/// </summary>
public sealed class ShopperDto
{
    public required string Id { get; init; }

    public string? Email { get; init; }

    public required ShopperDataDto Data { get; init; }

    public static ShopperDto From(Shopper shopper) => new()
    {
        Id = shopper.Id.ToString(CultureInfo.InvariantCulture),
        Email = shopper.Email,
        Data = new ShopperDataDto
        {
            Tags = shopper.Tags,
            Sizes = shopper.Sizes,
            Visits = shopper.Visits,
            SpentByYear = shopper.SpentByYear,
            Home = shopper.Home,
            Orders = shopper.Orders,
        },
    };

    public static Dictionary<string, object?> DictionaryOf(Shopper shopper) => new()
    {
        ["id"] = shopper.Id.ToString(CultureInfo.InvariantCulture),
        ["email"] = shopper.Email,
        ["data"] = new Dictionary<string, object?>
        {
            ["tags"] = shopper.Tags,
            ["sizes"] = shopper.Sizes,
            ["visits"] = shopper.Visits,
            ["spent_by_year"] = shopper.SpentByYear,
            ["home"] = new Dictionary<string, object?>
            {
                ["street"] = shopper.Home.Street,
                ["city"] = shopper.Home.City,
                ["country"] = shopper.Home.Country,
            },
            ["orders"] = shopper.Orders.ConvertAll(static order => new Dictionary<string, object?>
            {
                ["number"] = order.Number,
                ["total"] = order.Total,
                ["items"] = order.Items,
            }),
        },
    };

    public static void Write(Utf8JsonWriter writer, Shopper shopper)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, shopper.Id.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("email"u8, shopper.Email);
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("tags"u8);
        foreach (string tag in shopper.Tags)
            writer.WriteStringValue(tag);
        writer.WriteEndArray();
        writer.WriteStartArray("sizes"u8);
        foreach (int size in shopper.Sizes)
            writer.WriteNumberValue(size);
        writer.WriteEndArray();
        writer.WriteStartArray("visits"u8);
        foreach (DateTimeOffset visit in shopper.Visits)
            writer.WriteStringValue(visit);
        writer.WriteEndArray();
        writer.WriteStartObject("spent_by_year"u8);
        foreach ((string year, decimal spent) in shopper.SpentByYear)
            writer.WriteNumber(year, spent);
        writer.WriteEndObject();
        writer.WriteStartObject("home"u8);
        writer.WriteString("street"u8, shopper.Home.Street);
        writer.WriteString("city"u8, shopper.Home.City);
        writer.WriteString("country"u8, shopper.Home.Country);
        writer.WriteEndObject();
        writer.WriteStartArray("orders"u8);
        foreach (Order order in shopper.Orders)
            Write(writer, order);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number"u8, order.Number);
        writer.WriteNumber("total"u8, order.Total);
        writer.WriteStartArray("items"u8);
        foreach (string item in order.Items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
