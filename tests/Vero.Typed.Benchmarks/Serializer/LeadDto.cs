using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>What a user of System.Text.Json would write for a <see cref="Lead"/>.</summary>
public sealed class LeadDto
{
    public required string Id { get; init; }

    public string? Email { get; init; }

    public required LeadDataDto Data { get; init; }

    public static LeadDto From(Lead lead) => new()
    {
        Id = lead.Id.ToString(CultureInfo.InvariantCulture),
        Email = lead.Email,
        Data = new LeadDataDto { FirstName = lead.FirstName, Vip = lead.Vip },
    };

    public static Dictionary<string, object?> DictionaryOf(Lead lead) => new()
    {
        ["id"] = lead.Id.ToString(CultureInfo.InvariantCulture),
        ["email"] = lead.Email,
        ["data"] = new Dictionary<string, object?> { ["first_name"] = lead.FirstName, ["vip"] = lead.Vip },
    };

    public static void Write(Utf8JsonWriter writer, Lead lead)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, lead.Id.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("email"u8, lead.Email);
        writer.WriteStartObject("data"u8);
        writer.WriteString("first_name"u8, lead.FirstName);
        writer.WriteBoolean("vip"u8, lead.Vip);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
