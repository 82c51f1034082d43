using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>The body of one call of Vero's Identify endpoint: creates or updates the profile of one customer.</summary>
/// <remarks>
/// Immutable: the bytes are fixed when the request is made. It never holds the token. Queues carry it as it is: System.Text.Json writes it
/// as the JSON object that it is, serializers that know <see cref="TypeConverter"/> as text, and everything else can take
/// <see cref="VeroRequest.ToJson"/> or <see cref="VeroRequest.Utf8Json"/>, and <see cref="Parse(string)"/> on the other side.
/// </remarks>
[TypeConverter(typeof(IdentifyRequestTypeConverter))]
[JsonConverter(typeof(IdentifyRequestJsonConverter))]
public sealed class IdentifyRequest : VeroRequest
{
    internal IdentifyRequest(byte[] body)
        : base(VeroOperation.Identify, body)
    {
    }

    /// <summary>The customer's email address, or null if the body has none. Decoded from the body on each call.</summary>
    public string? Email => ReadTopLevelString("email"u8) is { Length: > 0 } email ? email : null;

    /// <summary>Makes a request of a body that comes back from a queue or a file.</summary>
    /// <remarks>
    /// Reads what <c>ToIdentifyRequest()</c> has written, and what others have, if it is as strict: one JSON object in valid Unicode, without
    /// a byte order mark, comments or anything after it, at most 64 levels deep, with no key twice in any object; an <c>id</c> and, unless it is
    /// left out, null or empty, an <c>email</c> that the attributes would accept as well; <c>data</c> an object and <c>channels</c> an array of
    /// objects, if they are there; no credential; and at most 1,048,576 bytes (1 MiB). Keys that Vero does not document, and white space between tokens, are kept.
    /// </remarks>
    /// <param name="json">The body.</param>
    /// <returns>A request with this very body, as UTF-8.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong, and where (counted in bytes of UTF-8), and holds nothing of the body.
    /// </exception>
    public static IdentifyRequest Parse(string json) =>
        new(IdentifyBody.FromText(json ?? throw new ArgumentNullException(nameof(json))));

    /// <summary>Makes a request of a body that comes back from a queue or a file, as <see cref="Parse(string)"/> does.</summary>
    /// <param name="utf8Json">The body, as UTF-8; it is copied.</param>
    /// <returns>A request with these very bytes.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong, and where, and holds nothing of the body.
    /// </exception>
    public static IdentifyRequest Parse(ReadOnlySpan<byte> utf8Json) => new(IdentifyBody.FromBytes(utf8Json));
}
