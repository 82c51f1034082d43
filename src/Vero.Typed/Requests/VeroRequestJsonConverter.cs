using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>
/// Lets System.Text.Json carry requests, in messages of any shape and with source-generated contexts too. Set on every type of request, so there is
/// nothing to register.
/// </summary>
/// <typeparam name="TRequest">The type of the property: <see cref="VeroRequest"/> for any request, or one type of request.</typeparam>
/// <remarks>
/// Writes the envelope, with the exact bytes of the body, whatever the options say about indentation and escaping. Reads an envelope or a string that
/// contains one, and for one type of request also its bare body.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VeroRequestJsonConverter<TRequest> : JsonConverter<TRequest>
    where TRequest : VeroRequest
{
    private const int DefaultMaxDepth = 64;

    /// <summary>Reads a request.</summary>
    /// <param name="reader">Stands on a JSON object or string.</param>
    /// <param name="typeToConvert">Not used.</param>
    /// <param name="options">Not used.</param>
    /// <returns>The request, with exactly the bytes of the body that were read.</returns>
    /// <exception cref="JsonException">This is not a request; the message says what is wrong, and contains nothing of it.</exception>
    /// <exception cref="VeroSerializationException">The version or the operation of the envelope is unknown.</exception>
    public override TRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return CarriedRequest<TRequest>.Parse(reader.GetString()!);
                case JsonTokenType.StartObject:
                    using (JsonDocument document = ParseValue(ref reader))
                        return CarriedRequest<TRequest>.Parse(JsonMarshal.GetRawUtf8Value(document.RootElement));
                default:
                    throw new JsonException(BodyProblems.NotARequest);
            }
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException(BodyProblems.MalformedJson);
        }
    }

    /// <summary>Writes the envelope of the request.</summary>
    /// <param name="writer">Receives the envelope.</param>
    /// <param name="value">The request.</param>
    /// <param name="options">The depth that whoever reads it with the same options can read.</param>
    public override void Write(Utf8JsonWriter writer, TRequest value, JsonSerializerOptions options)
    {
        if (writer is null)
            throw new ArgumentNullException(nameof(writer));
        if (value is null)
            throw new ArgumentNullException(nameof(value));

        // A body that is too deep inside the message could not be read back. A string has no depth.
        int maxDepth = options is { MaxDepth: > 0 } ? options.MaxDepth : DefaultMaxDepth;
        if (writer.CurrentDepth + 1 + DepthOf(value.Utf8Json.Span) > maxDepth)
            writer.WriteStringValue(RequestEnvelope.ToText(value));
        else
            writer.WriteRawValue(RequestEnvelope.ToUtf8(value), skipInputValidation: true);
    }

    private static JsonDocument ParseValue(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException exception)
        {
            // Its message and inner exceptions may repeat what it has found.
            throw new JsonException(BodyProblems.MalformedJson, path: null, exception.LineNumber, exception.BytePositionInLine);
        }
    }

    private static int DepthOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = VeroContract.MaxDepth });
        int deepest = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                deepest = Math.Max(deepest, reader.CurrentDepth + 1);
        }

        return deepest;
    }
}
