using System.Text;

namespace Vero.Typed;

/// <summary>Bodies that were not written here: from a queue, a file or another program.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The string as UTF-8, if it is the body of a request.</summary>
    /// <exception cref="FormatException">It is not; the message says what is wrong and where, and contains nothing of the string.</exception>
    public static byte[] FromText(VeroOperation operation, string json)
    {
        byte[] body = ToUtf8(json, VeroContract.MaxBodyBytes, (problem, offset) => Fault(operation, problem, offset));
        Check(operation, body, offset: 0);
        return body;
    }

    /// <summary>A copy of the bytes, if they are the body of a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="utf8Json">The body.</param>
    /// <param name="offset">Where it begins in what the caller was given, for the message.</param>
    /// <exception cref="FormatException">They are not; the message says what is wrong and where, and contains nothing of them.</exception>
    public static byte[] FromBytes(VeroOperation operation, ReadOnlySpan<byte> utf8Json, long offset = 0)
    {
        if (utf8Json.Length > VeroContract.MaxBodyBytes)
            throw Fault(operation, BodyProblems.TooLarge, offset + VeroContract.MaxBodyBytes);

        // What was checked is what is kept, whatever happens to the memory of the caller meanwhile.
        byte[] body = utf8Json.ToArray();
        try
        {
            StrictUtf8.GetCharCount(body);
        }
        catch (DecoderFallbackException exception)
        {
            throw Fault(operation, BodyProblems.NotUtf8, offset + exception.Index);
        }

        Check(operation, body, offset);
        return body;
    }

    /// <summary>The string as UTF-8 of limited size.</summary>
    public static byte[] ToUtf8(string text, int maxBytes, Func<string, long, FormatException> fault)
    {
        // No string has fewer bytes than units.
        if (text.Length > maxBytes)
            throw fault(BodyProblems.TooLarge, maxBytes);
        byte[] bytes;
        try
        {
            bytes = StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw fault(BodyProblems.NotUtf16, Encoding.UTF8.GetByteCount(text.ToCharArray(0, exception.Index)));
        }

        return bytes.Length <= maxBytes ? bytes : throw fault(BodyProblems.TooLarge, maxBytes);
    }

    private static FormatException Fault(VeroOperation operation, string problem, long offset) =>
        BodyProblems.OfBody(OperationTable.Of(operation).Name, problem, offset);

    private static void Check(VeroOperation operation, byte[] body, long offset)
    {
        // Kept as it is, it would go to Vero, and RFC 8259 forbids to send it.
        if (body.AsSpan().StartsWith("\uFEFF"u8))
            throw Fault(operation, BodyProblems.ByteOrderMark, offset);

        new RequestBodyReader(operation, body, offset).Check();
    }
}
