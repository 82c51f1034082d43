using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>
/// Lets System.Text.Json carry an <see cref="IdentifyRequest"/>, in messages of any shape and with source-generated contexts too. Set on that
/// type, so there is nothing to register.
/// </summary>
/// <remarks>
/// Writes the JSON object that the request is, byte for byte, whatever the options say about indentation and escaping. Reads such an object,
/// and also text that holds one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdentifyRequestJsonConverter : JsonConverter<IdentifyRequest>
{
    /// <summary>Reads a request, as <see cref="IdentifyRequest.Parse(string)"/> does.</summary>
    /// <param name="reader">Stands on a JSON object or text.</param>
    /// <param name="typeToConvert">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <returns>The request, with exactly the bytes that were read.</returns>
    /// <exception cref="JsonException">This is not a request; the message says what is wrong, and holds nothing of it.</exception>
    public override IdentifyRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return IdentifyRequest.Parse(reader.GetString()!);
                case JsonTokenType.StartObject:
                    using (var document = JsonDocument.ParseValue(ref reader))
                        return IdentifyRequest.Parse(JsonMarshal.GetRawUtf8Value(document.RootElement));
                default:
                    throw new JsonException("An Identify request is a JSON object, or text that holds one.");
            }
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <summary>Writes the request as the JSON object that it is.</summary>
    /// <param name="writer">Receives the object.</param>
    /// <param name="value">The request.</param>
    /// <param name="options">Not used.</param>
    public override void Write(Utf8JsonWriter writer, IdentifyRequest value, JsonSerializerOptions options)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        if (value is null)
            throw new ArgumentNullException(nameof(value));

        // Every body was checked, or written here.
        writer.WriteRawValue(value.Utf8Json.Span, skipInputValidation: true);
    }
}
