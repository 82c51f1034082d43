using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Tracks an event of a user.</summary>
/// <remarks>
/// Immutable: the bytes are fixed when the request is made. Vero drops an event that repeats within a few minutes (same name, user and data); later,
/// the same request is a second event.
/// </remarks>
[TypeConverter(typeof(VeroRequestTypeConverter<TrackRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<TrackRequest>))]
public sealed class TrackRequest : VeroRequest
{
    internal TrackRequest(byte[] body)
        : base(VeroOperation.Track, body)
    {
    }

    /// <summary>The name of the event. Decoded from the body on each call.</summary>
    public string EventName => ReadTopLevelString("event_name"u8)!;

    /// <summary>The email address of the user, or null if the body has none. Decoded from the body on each call.</summary>
    public string? Email => ReadStringIn("identity"u8, "email"u8) is { Length: > 0 } email ? email : null;

    /// <summary>Makes a request from a body that comes from elsewhere, such as a file or another program.</summary>
    /// <remarks>
    /// Accepts what some option of the attributes can write: one JSON object in valid Unicode, without a byte order mark, comments or anything after
    /// it, at most 64 levels deep, with no duplicate key in any object; an <c>identity</c> with an <c>id</c> and, unless it is left out, null or empty,
    /// an <c>email</c> that the attributes accept; an <c>event_name</c> that is not blank, reserved or longer than 254 characters; <c>data</c> an object
    /// without blank keys, whose reserved keys have values of their type; <c>extras</c> an object whose <c>created_at</c> is a date with an offset; no
    /// credential; and at most 1,048,576 bytes (1 MiB). Keys that Vero does not document, and white space between tokens, are kept.
    /// </remarks>
    /// <param name="json">The body.</param>
    /// <returns>A request with this exact body, as UTF-8.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong and where (counted in bytes of UTF-8), and contains nothing of the body.
    /// </exception>
    public static TrackRequest Parse(string json) =>
        new(RequestBody.FromText(VeroOperation.Track, json ?? throw new ArgumentNullException(nameof(json))));

    /// <summary>Makes a request from a body that comes from elsewhere, as <see cref="Parse(string)"/> does.</summary>
    /// <param name="utf8Json">The body, as UTF-8; it is copied.</param>
    /// <returns>A request with these exact bytes.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong and where, and contains nothing of the body.
    /// </exception>
    public static TrackRequest Parse(ReadOnlySpan<byte> utf8Json) => new(RequestBody.FromBytes(VeroOperation.Track, utf8Json));

    private protected override string? ReadUserId() => ReadStringIn("identity"u8, "id"u8);
}
