using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>The body of one call of Vero's Identify endpoint: creates or updates the profile of one customer.</summary>
/// <remarks>
/// Immutable: the bytes are fixed when the request is made. It never holds the token. Queues carry it as it is: System.Text.Json writes it
/// as the JSON object that it is, serializers that know <see cref="TypeConverter"/> as text, and everything else can take
/// <see cref="ToJson"/> or <see cref="Utf8Json"/>, and <see cref="Parse(string)"/> on the other side.
/// </remarks>
[TypeConverter(typeof(IdentifyRequestTypeConverter))]
[JsonConverter(typeof(IdentifyRequestJsonConverter))]
public sealed class IdentifyRequest : IEquatable<IdentifyRequest>
{
    private readonly byte[] _body;

    internal IdentifyRequest(byte[] body) => _body = body;

    /// <summary>The customer's id. Decoded from the body on each call; keep it if you need it more than once.</summary>
    public string Id => ReadTopLevelText("id"u8)
        ?? throw new InvalidOperationException("The body has no id. Bodies are made by IdentifyWriter, which writes the id first.");

    /// <summary>The customer's email address, or null if the body has none. Decoded from the body on each call.</summary>
    public string? Email => ReadTopLevelText("email"u8) is { Length: > 0 } email ? email : null;

    /// <summary>The exact body, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Json => _body;

    /// <summary>The exact body, as text. It holds the customer's data: do not log it.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson() => Encoding.UTF8.GetString(_body);

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

    /// <summary>Whether both bodies are the same, byte for byte.</summary>
    /// <param name="other">The request to compare with.</param>
    /// <returns>True if they are.</returns>
    public bool Equals(IdentifyRequest? other) => other is not null && _body.AsSpan().SequenceEqual(other._body);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IdentifyRequest);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
#if NET8_0_OR_GREATER
        var hash = default(HashCode);
        hash.AddBytes(_body);
        return hash.ToHashCode();
#else
        int hash = 17;
        foreach (byte b in _body)
            hash = unchecked((hash * 31) + b);
        return hash;
#endif
    }

    /// <summary>The size only, so that the text is safe to log.</summary>
    /// <returns>A text such as <c>IdentifyRequest (123 bytes)</c>.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"IdentifyRequest ({_body.Length} bytes)");

    private string? ReadTopLevelText(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(_body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return reader.GetString();
            reader.Skip();
        }

        return null;
    }
}
