using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>
/// What the body of an answer says: <c>{"status": 200, "message": "Success."}</c>. Read from the bytes alone. Labels such as charset and
/// encoding are ignored, because HttpClient's own decoding throws exceptions of five kinds over wrong ones.
/// </summary>
internal readonly struct AnswerBody
{
    private AnswerBody(AnswerBodyKind kind, int? status = null, string? message = null)
    {
        Kind = kind;
        Status = status;
        Message = message;
    }

    public AnswerBodyKind Kind { get; }

    public int? Status { get; }

    public string? Message { get; }

    /// <param name="body">The bytes, or the first of them.</param>
    /// <param name="isWhole">Whether these are all; of a body that is too long, the end is missing.</param>
    /// <param name="isSuccess">Whether the status of the answer is a success.</param>
    public static AnswerBody Parse(ReadOnlySpan<byte> body, bool isWhole, bool isSuccess)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body.Slice(3);
        if (isWhole && IsBlank(body))
            return new AnswerBody(AnswerBodyKind.Empty);

        int? status = null;
        Utf8JsonReader message = default;
        bool hasMessage = false;
        var reader = new Utf8JsonReader(body, isWhole, state: default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return new AnswerBody(AnswerBodyKind.Foreign);

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isStatus = IsNamed(ref reader, "status"u8);
                bool isMessage = IsNamed(ref reader, "message"u8);
                if (!reader.Read())
                    break;
                if (isStatus && reader.TokenType != JsonTokenType.Null)
                {
                    // A status that cannot be read may be a refusal, and of two the refusal counts: nothing is taken for success on a guess.
                    if (ReadStatus(ref reader) is not { } number)
                        return new AnswerBody(AnswerBodyKind.Foreign);
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

            // Reads what follows the object, which must be nothing.
            reader.Read();
        }
        catch (JsonException)
        {
            // The status decides; an answer that has one is Vero's, however it ends.
            if (status is null)
                return new AnswerBody(AnswerBodyKind.Foreign);
        }

        // Nobody reads what Vero says about a success.
        isSuccess &= status is null or (>= 200 and < 300);
        return new AnswerBody(AnswerBodyKind.Vero, status, hasMessage && !isSuccess ? DecodeText(ref message) : null);
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
            // Half a surrogate pair: no name of ours has one.
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
            // Bytes that are not UTF-8, or half a surrogate pair: shown as well as possible.
            return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        }
    }
}
