using System.Text;
using System.Text.Json;

namespace Vero.Typed.Tests.Oracle;

/// <summary>A check of its own that bytes are one JSON object in UTF-8, with every key once.</summary>
internal static class StrictJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is wrong, or null.</summary>
    public static string? Fault(ReadOnlySpan<byte> body)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(body);
            if (body.IsEmpty || body[0] != (byte)'{' || body[^1] != (byte)'}')
                return "not an object from the first byte to the last";

            var reader = new Utf8JsonReader(body);
            var keys = new Stack<HashSet<string>>();
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        keys.Push([]);
                        break;
                    case JsonTokenType.EndObject:
                        keys.Pop();
                        break;
                    case JsonTokenType.PropertyName when !keys.Peek().Add(reader.GetString()!):
                        return "a key is there twice";
                    case JsonTokenType.String:
                        _ = reader.GetString();
                        break;
                }
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return e.Message;
        }
    }
}
