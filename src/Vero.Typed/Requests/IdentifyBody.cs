using System.Text;

namespace Vero.Typed;

/// <summary>Bodies that were not written here: from a queue, a file or another program.</summary>
internal static class IdentifyBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8, if it is the body of an Identify request.</summary>
    /// <exception cref="FormatException">It is not; the message says what is wrong and where, and holds nothing of the text.</exception>
    public static byte[] FromText(string json)
    {
        // No text has fewer bytes than units.
        CheckSize(json.Length);
        byte[] body;
        try
        {
            body = StrictUtf8.GetBytes(json);
        }
        catch (EncoderFallbackException exception)
        {
            throw Fault("the text holds half of a surrogate pair", Encoding.UTF8.GetByteCount(json.ToCharArray(0, exception.Index)));
        }

        CheckSize(body.Length);
        Check(body);
        return body;
    }

    /// <summary>A copy of the bytes, if they are the body of an Identify request.</summary>
    /// <exception cref="FormatException">They are not; the message says what is wrong and where, and holds nothing of them.</exception>
    public static byte[] FromBytes(ReadOnlySpan<byte> utf8Json)
    {
        CheckSize(utf8Json.Length);

        // What was checked is what is kept, whatever happens to the memory of the caller meanwhile.
        byte[] body = utf8Json.ToArray();
        try
        {
            StrictUtf8.GetCharCount(body);
        }
        catch (DecoderFallbackException exception)
        {
            throw Fault("this is not valid UTF-8", exception.Index);
        }

        Check(body);
        return body;
    }

    internal static FormatException Fault(string problem, long offset) =>
        new(FormattableString.Invariant($"Not the body of an Identify request: {problem} (at byte {offset})."));

    private static void CheckSize(int size)
    {
        if (size > VeroContract.MaxBodyBytes)
            throw Fault(FormattableString.Invariant($"it has more than {VeroContract.MaxBodyBytes:N0} bytes, the most that is sent"), VeroContract.MaxBodyBytes);
    }

    private static void Check(byte[] body)
    {
        // Kept as it is, it would go to Vero, and RFC 8259 forbids to send it.
        if (body.AsSpan().StartsWith("\uFEFF"u8))
            throw Fault("it begins with a byte order mark", 0);

        new IdentifyBodyReader(body).Check();
    }
}
