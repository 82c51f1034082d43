using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>What a user of System.Text.Json would write for a <see cref="Customer"/>.</summary>
public sealed class IdentifyDto
{
    public required string Id { get; init; }

    public string? Email { get; init; }

    public ChannelDto[]? Channels { get; init; }

    public required CustomerDataDto Data { get; init; }

    public static IdentifyDto From(Customer customer) => new()
    {
        Id = customer.Id.ToString("D", CultureInfo.InvariantCulture),
        Email = customer.Email,
        Channels = customer.AndroidToken is null
            ? null
            : [new ChannelDto { Type = "push", Platform = "android", Address = customer.AndroidToken }],
        Data = new CustomerDataDto
        {
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Company = customer.Company,
            City = customer.City,
            Notes = customer.Notes,
            Referrer = customer.Referrer,
            Plan = NameOf(customer.Plan),
            Vip = customer.Vip,
            Visits = customer.Visits,
            LastOrder = customer.LastOrder,
            Balance = customer.Balance,
            Score = customer.Score,
            SignedUpAt = customer.SignedUpAt,
            Language = customer.Language,
            Timezone = customer.Timezone,
        },
    };

    public static Dictionary<string, object?> DictionaryOf(Customer customer)
    {
        var data = new Dictionary<string, object?>
        {
            ["first_name"] = customer.FirstName,
            ["last_name"] = customer.LastName,
            ["company"] = customer.Company,
            ["city"] = customer.City,
            ["notes"] = customer.Notes,
            ["referrer"] = customer.Referrer,
            ["plan"] = NameOf(customer.Plan),
            ["vip"] = customer.Vip,
            ["visits"] = customer.Visits,
            ["balance"] = customer.Balance,
            ["score"] = customer.Score,
            ["signed_up_at"] = customer.SignedUpAt,
            ["language"] = customer.Language,
            ["timezone"] = customer.Timezone,
        };
        if (customer.LastOrder is { } order)
            data["last_order"] = order;

        return new Dictionary<string, object?>
        {
            ["id"] = customer.Id.ToString("D", CultureInfo.InvariantCulture),
            ["email"] = customer.Email,
            ["channels"] = new[]
            {
                new Dictionary<string, string?> { ["type"] = "push", ["platform"] = "android", ["address"] = customer.AndroidToken },
            },
            ["data"] = data,
        };
    }

    public static void Write(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, customer.Id);
        writer.WriteString("email"u8, customer.Email);

        writer.WriteStartArray("channels"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "push"u8);
        writer.WriteString("platform"u8, "android"u8);
        writer.WriteString("address"u8, customer.AndroidToken);
        writer.WriteEndObject();
        writer.WriteEndArray();

        writer.WriteStartObject("data"u8);
        writer.WriteString("first_name"u8, customer.FirstName);
        writer.WriteString("last_name"u8, customer.LastName);
        writer.WriteString("company"u8, customer.Company);
        writer.WriteString("city"u8, customer.City);
        writer.WriteString("notes"u8, customer.Notes);
        writer.WriteString("referrer"u8, customer.Referrer);
        writer.WriteString("plan"u8, NameOf(customer.Plan));
        writer.WriteBoolean("vip"u8, customer.Vip);
        writer.WriteNumber("visits"u8, customer.Visits);
        if (customer.LastOrder is { } order)
            writer.WriteNumber("last_order"u8, order);
        writer.WriteNumber("balance"u8, customer.Balance);
        writer.WriteNumber("score"u8, customer.Score);
        writer.WriteString("signed_up_at"u8, customer.SignedUpAt);
        writer.WriteString("language"u8, customer.Language);
        writer.WriteNumber("timezone"u8, customer.Timezone);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string NameOf(Plan plan) => plan switch
    {
        Plan.Free => "Free",
        Plan.Pro => "Pro",
        Plan.Enterprise => "Enterprise",
        _ => throw new ArgumentOutOfRangeException(nameof(plan)),
    };
}
