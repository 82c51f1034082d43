using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Vero.Typed.Tests.Oracle;

/// <summary>The body that System.Text.Json makes of a user or an event, and what differs from ours.</summary>
internal static class SystemTextJson
{
    /// <summary>Converters for what System.Text.Json cannot write or writes otherwise by design: section 5 says how each is sent.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDatesThatWereNeverSet } },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new Written<MailAddress>(static (writer, value) => writer.WriteStringValue(value.Address)),
            new Written<CultureInfo>(static (writer, value) => writer.WriteStringValue(value.Name)),
            new Written<Tier>(static (writer, value) => writer.WriteStringValue(value == Tier.Zero ? "tier \"zero\"" : "One")),
            new Written<Level>(static (writer, value) => writer.WriteNumberValue(value.Value)),
            new Written<Key>(static (writer, value) => writer.WriteStringValue(value.Value)),
            new Written<Nickname>(static (writer, value) => writer.WriteStringValue(value.Value)),
            new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
        },
    };

    private static void LeaveOutDatesThatWereNeverSet(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } date && (date == typeof(DateTime) || date == typeof(DateTimeOffset) || date == typeof(DateOnly)))
                property.ShouldSerialize = static (_, value) => value is not (null or DateTime { Ticks: 0 } or DateTimeOffset { UtcTicks: 0 } or DateOnly { DayNumber: 0 });
        }
    }

    public static JsonElement UserBody(OracleMembers user)
    {
        Dictionary<string, object?> body = Identity(user);
        if (user.Tokens is { Length: > 0 })
            body["channels"] = Array.ConvertAll(user.Tokens, token => new { type = "push", address = token, platform = "android" });
        return WithData(body, JsonSerializer.SerializeToElement(user, user.GetType(), Options));
    }

    public static JsonElement EventBody(OracleMembers happened, string name, DateTimeOffset? createdAt)
    {
        var body = new Dictionary<string, object?> { ["identity"] = Identity(happened), ["event_name"] = name };
        if (createdAt is not null)
            body["extras"] = new { created_at = createdAt };
        JsonObject data = JsonSerializer.SerializeToNode(happened, happened.GetType(), Options)!.AsObject();
        foreach (string ofUsers in (string[])["timezone", "language", "userAgent"])
            data.Remove(ofUsers);
        return WithData(body, JsonSerializer.SerializeToElement(data));
    }

    private static Dictionary<string, object?> Identity(OracleMembers members)
    {
        var identity = new Dictionary<string, object?> { ["id"] = members.Id };
        if (members.Email is not null)
            identity["email"] = members.Email;
        return identity;
    }

    private static JsonElement WithData(Dictionary<string, object?> body, JsonElement data)
    {
        if (data.EnumerateObject().Any())
            body["data"] = data;
        return JsonSerializer.SerializeToElement(body);
    }

    /// <summary>Where the second differs from the first, or null: numbers by their text, all else by value.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind)
            return $"{path}: {expected.ValueKind} became {actual.ValueKind}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Number when expected.GetRawText() != actual.GetRawText():
                return $"{path}: {expected.GetRawText()} became {actual.GetRawText()}";
            case JsonValueKind.String when expected.GetString() != actual.GetString():
                return $"{path}: another text";
            case JsonValueKind.Array:
                if (expected.GetArrayLength() != actual.GetArrayLength())
                    return $"{path}: another length";
                return expected.EnumerateArray().Zip(actual.EnumerateArray())
                    .Select((pair, index) => Difference(pair.First, pair.Second, $"{path}[{index}]"))
                    .FirstOrDefault(static difference => difference is not null);
            case JsonValueKind.Object:
                if (!expected.EnumerateObject().Select(static entry => entry.Name).ToHashSet().SetEquals(actual.EnumerateObject().Select(static entry => entry.Name)))
                    return $"{path}: other keys";
                return expected.EnumerateObject()
                    .Select(entry => Difference(entry.Value, actual.GetProperty(entry.Name), $"{path}.{entry.Name}"))
                    .FirstOrDefault(static difference => difference is not null);
            default:
                return null;
        }
    }

    /// <summary>The same where freeform values are sent as strings: what is neither text nor null is text that holds the JSON of it.</summary>
    public static string? DifferenceAsStrings(JsonElement expected, JsonElement actual)
    {
        if (!expected.TryGetProperty("data", out JsonElement expectedData))
            return Difference(expected, actual);

        var natives = new Dictionary<string, JsonElement>();
        foreach (JsonProperty entry in actual.EnumerateObject())
        {
            natives[entry.Name] = entry.Name != "data" ? entry.Value : JsonSerializer.SerializeToElement(entry.Value.EnumerateObject().ToDictionary(
                static member => member.Name,
                member => member.Name != "timezone" && member.Value.ValueKind == JsonValueKind.String
                    && expectedData.TryGetProperty(member.Name, out JsonElement native) && native.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)
                    ? JsonElement.Parse(member.Value.GetString()!)
                    : member.Value));
        }

        bool isText = !actual.TryGetProperty("data", out JsonElement data) || data.EnumerateObject().All(static member =>
            member.Name == "timezone" ? member.Value.ValueKind == JsonValueKind.Number : member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null);
        return isText ? Difference(expected, JsonSerializer.SerializeToElement(natives)) : "$.data: a value that is no string";
    }

    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
