using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>
/// Hands the strictly read value to the schema library in that library's own terms, so that what is checked is what is stored.
/// </summary>
internal static class SchemaTokens
{
    public static JToken From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JObject(value.EnumerateObject().Select(static p => new JProperty(p.Name, From(p.Value)))),
        JsonValueKind.Array => new JArray(value.EnumerateArray().Select(From)),
        JsonValueKind.String => JValue.CreateString(value.GetString()),
        JsonValueKind.True => new JValue(true),
        JsonValueKind.False => new JValue(false),
        JsonValueKind.Number => Number(value),
        _ => JValue.CreateNull(),
    };

    // As a BigInteger, an integer beyond 64 bits makes the validator throw. As a double it is a number like any other.
    private static JValue Number(JsonElement value)
    {
        if (value.TryGetInt64(out long number))
            return new JValue(number);
        return value.TryGetUInt64(out ulong large) ? new JValue(large) : new JValue(value.GetDouble());
    }

    /// <summary>The place of a token.</summary>
    public static string PointerTo(JToken token) => token.Parent switch
    {
        null => JsonPointer.Root,
        JProperty property => JsonPointer.Append(PointerTo(property.Parent!), property.Name),
        JArray array => JsonPointer.Append(PointerTo(array), array.IndexOf(token).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => PointerTo(token.Parent),
    };
}
