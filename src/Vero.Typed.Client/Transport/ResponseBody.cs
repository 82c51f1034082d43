using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>
/// The body of a response: <c>{"status": 200, "message": "Success."}</c>. Read from the bytes alone: charset and content encoding are ignored,
/// because HttpClient's own decoding throws exceptions of five types where they are wrong.
/// </summary>
internal readonly struct ResponseBody
{
    private ResponseBody(ResponseBodyKind kind, int? status = null, string? message = null)
    {
        Kind = kind;
        Status = status;
        Message = message;
    }

    public ResponseBodyKind Kind { get; }

    public int? Status { get; }

    public string? Message { get; }

    /// <param name="body">The bytes, or the first of them.</param>
    /// <param name="isWhole">Whether these are all bytes; a body that is too long is cut.</param>
    /// <param name="isSuccess">Whether the HTTP status is a success.</param>
    public static ResponseBody Parse(ReadOnlySpan<byte> body, bool isWhole, bool isSuccess)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body.Slice(3);
        if (isWhole && IsBlank(body))
            return new ResponseBody(ResponseBodyKind.Empty);

        int? status = null;
        Utf8JsonReader message = default;
        bool hasMessage = false;
        var reader = new Utf8JsonReader(body, isWhole, state: default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return new ResponseBody(ResponseBodyKind.Foreign);

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isStatus = IsNamed(ref reader, "status"u8);
                bool isMessage = IsNamed(ref reader, "message"u8);
                if (!reader.Read())
                    break;
                if (isStatus && reader.TokenType != JsonTokenType.Null)
                {
                    // A status that cannot be read may be an error, and of two the error counts: success is never guessed.
                    if (ReadStatus(ref reader) is not { } number)
                        return new ResponseBody(ResponseBodyKind.Foreign);
                    if (status is null or (>= 200 and < 300))
                        status = number;
                }
                else if (isMessage && reader.TokenType == JsonTokenType.String)
                {
                    message = reader;
                    hasMessage = true;
                }

                if (!reader.TrySkip())
                    break;
            }

            // Nothing may follow the object.
            reader.Read();
        }
        catch (JsonException)
        {
            // The status decides; a response that has one is Vero's, however it ends.
            if (status is null)
                return new ResponseBody(ResponseBodyKind.Foreign);
        }

        // The message of a success is not used.
        isSuccess &= status is null or (>= 200 and < 300);
        return new ResponseBody(ResponseBodyKind.Vero, status, hasMessage && !isSuccess ? DecodeText(ref message) : null);
    }

    private static bool IsBlank(ReadOnlySpan<byte> body)
    {
        foreach (byte b in body)
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }

        return true;
    }

    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which neither name has.
            return false;
        }
    }

    private static int? ReadStatus(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt32(out int number) => number,
        JsonTokenType.String when int.TryParse(DecodeText(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    private static string DecodeText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8, or half a surrogate pair: replacement characters take its place.
            return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        }
    }
}
