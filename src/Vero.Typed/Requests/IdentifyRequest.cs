using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>Creates or updates the profile of a user.</summary>
/// <remarks>
/// Immutable: the bytes are fixed when the request is made. Every identify request that Vero accepts also records the event "Identified", so sending
/// the same request again changes nothing in the profile, but shows in the user's activity.
/// </remarks>
[TypeConverter(typeof(VeroRequestTypeConverter<IdentifyRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<IdentifyRequest>))]
public sealed class IdentifyRequest : VeroRequest
{
    internal IdentifyRequest(byte[] body)
        : base(VeroOperation.Identify, body)
    {
    }

    /// <summary>The user's email address, or null if the body has none. Decoded from the body on each call.</summary>
    public string? Email => ReadTopLevelString("email"u8) is { Length: > 0 } email ? email : null;

    /// <summary>Makes a request from a body that comes from elsewhere, such as a file or another program.</summary>
    /// <remarks>
    /// Accepts what some option of the attributes can write: one JSON object in valid Unicode, without a byte order mark, comments or anything after
    /// it, at most 64 levels deep, with no duplicate key in any object; an <c>id</c> and, unless it is left out, null or empty, an <c>email</c> that
    /// the attributes accept; <c>data</c> an object without blank keys, whose reserved keys have values of their type; <c>channels</c> an array of
    /// complete channels; no credential; and at most 1,048,576 bytes (1 MiB). Keys that Vero does not document, and white space between tokens, are kept.
    /// </remarks>
    /// <param name="json">The body.</param>
    /// <returns>A request with this exact body, as UTF-8.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong and where (counted in bytes of UTF-8), and contains nothing of the body.
    /// </exception>
    public static IdentifyRequest Parse(string json) =>
        new(RequestBody.FromText(VeroOperation.Identify, json ?? throw new ArgumentNullException(nameof(json))));

    /// <summary>Makes a request from a body that comes from elsewhere, as <see cref="Parse(string)"/> does.</summary>
    /// <param name="utf8Json">The body, as UTF-8; it is copied.</param>
    /// <returns>A request with these exact bytes.</returns>
    /// <exception cref="FormatException">
    /// It is not such a body. The message says what is wrong and where, and contains nothing of the body.
    /// </exception>
    public static IdentifyRequest Parse(ReadOnlySpan<byte> utf8Json) => new(RequestBody.FromBytes(VeroOperation.Identify, utf8Json));

    /// <summary>One request that leaves Vero with the same profile as this one followed by a newer one.</summary>
    /// <remarks>
    /// The newer value of each key of <c>data</c> wins as a whole, also a null that was written; a key that only one of them has is kept. The email
    /// address is the newer one, if there is one. Channels are the union by type, platform and address. Keys keep the order in which they were first
    /// written; values keep their exact bytes.
    /// </remarks>
    /// <param name="newer">The request that was made later, for the same user.</param>
    /// <returns>The merged request.</returns>
    /// <exception cref="ArgumentException">The requests are for different users.</exception>
    /// <exception cref="VeroSerializationException">
    /// The merged request would be larger than 1,048,576 bytes. Send the two separately; <see cref="TryMerge"/> reports this without an exception.
    /// </exception>
    public IdentifyRequest Merge(IdentifyRequest newer) => TryMerge(newer, out IdentifyRequest? merged)
        ? merged
        : throw new VeroSerializationException("Vero.Typed.IdentifyRequest", ValueProblems.MergedTooLarge);

    /// <summary>Merges this request with a newer one, as <see cref="Merge"/> does, unless the result would be too large to be sent.</summary>
    /// <param name="newer">The request that was made later, for the same user.</param>
    /// <param name="merged">The merged request, or null.</param>
    /// <returns>False if the merged request would be larger than 1,048,576 bytes: the two must be sent separately.</returns>
    /// <exception cref="ArgumentException">The requests are for different users.</exception>
    public bool TryMerge(IdentifyRequest newer, [NotNullWhen(true)] out IdentifyRequest? merged)
    {
        if (newer is null)
            throw new ArgumentNullException(nameof(newer));
        if (!string.Equals(UserId, newer.UserId, StringComparison.Ordinal))
            throw new ArgumentException(ValueProblems.MergeOfTwoUsers, nameof(newer));

        byte[] body = IdentifyMerge.Merge(Utf8Json, newer.Utf8Json);
        merged = body.Length <= VeroContract.MaxBodyBytes ? new IdentifyRequest(body) : null;
        return merged is not null;
    }
}
