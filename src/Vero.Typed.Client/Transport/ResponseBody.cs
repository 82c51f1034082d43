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
    private ResponseBody(ResponseBodyKind kind, int? status = null, string? message = null, bool isMessageValid = true)
    {
        IsMessageValid = isMessageValid;
        Kind = kind;
        Status = status;
        Message = message;
    }

    public ResponseBodyKind Kind { get; }

    public int? Status { get; }

    public string? Message { get; }

    /// <summary>Whether the message is valid Unicode without invisible characters: otherwise it could hide anything.</summary>
    public bool IsMessageValid { get; }

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
        bool hasStatus = false;
        bool isEmpty = true;
        Utf8JsonReader message = default;
        bool hasMessage = false;
        var reader = new Utf8JsonReader(body, isWhole, state: default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return new ResponseBody(ResponseBodyKind.Foreign);

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                isEmpty = false;
                bool isStatus = IsNamed(ref reader, "status"u8);
                bool isMessage = IsNamed(ref reader, "message"u8);
                if (!reader.Read())
                    break;
                hasStatus |= isStatus;
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

        // Success is never guessed: an object that says something else, or whose status is not among the bytes that were read, is not Vero's.
        if (isSuccess && !hasStatus && !(isEmpty && isWhole))
            return new ResponseBody(ResponseBodyKind.Foreign);

        // The message of a success is not used.
        isSuccess &= status is null or (>= 200 and < 300);
        if (!hasMessage || isSuccess)
            return new ResponseBody(ResponseBodyKind.Vero, status);
        string text = DecodeText(ref message);
        return new ResponseBody(ResponseBodyKind.Vero, status, text, text.All(IsVisible));
    }

    private static bool IsVisible(char c) => c is '\r' or '\n' or '\t'
        || (c is not '\uFFFD' and not '\u034F' and not '\u115F' and not '\u1160' and not '\u2800' and not '\u3164' and not '\uFFA0'
            and not (>= '\uFE00' and <= '\uFE0F') and not (>= '\u17B4' and <= '\u17B5') and not (>= '\u180B' and <= '\u180F')
            && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

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
