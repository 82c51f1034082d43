using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vero.Typed;

/// <summary>One operation of Vero's Track API with its body.</summary>
/// <remarks>
/// Immutable: the bytes are fixed when the request is made. It never contains the token. Queues carry the envelope (<see cref="ToEnvelope"/>):
/// System.Text.Json and serializers that know <see cref="TypeConverter"/>, such as Newtonsoft.Json, write and read it without registration.
/// </remarks>
[TypeConverter(typeof(VeroRequestTypeConverter<VeroRequest>))]
[JsonConverter(typeof(VeroRequestJsonConverter<VeroRequest>))]
public abstract class VeroRequest : IEquatable<VeroRequest>
{
    private readonly byte[] _body;

    private protected VeroRequest(VeroOperation operation, byte[] body)
    {
        Operation = operation;
        _body = body;
    }

    /// <summary>The operation.</summary>
    public VeroOperation Operation { get; }

    /// <summary>The id of the user; for an alias, the old id. Decoded from the body on each call; keep it if you need it more than once.</summary>
    public string UserId => ReadUserId()
        ?? throw new InvalidOperationException("The body has no id. Every request is made with one.");

    /// <summary>The exact body, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Json => _body;

    /// <summary>The exact body as a string. It contains the user's data: do not log it.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson() => Encoding.UTF8.GetString(_body);

    /// <summary>The request as one JSON object that says its operation: what a queue carries. It contains the user's data: do not log it.</summary>
    /// <returns><c>{"v":1,"operation":"identify","body":{...}}</c>, with the exact body.</returns>
    public string ToEnvelope() => RequestEnvelope.ToText(this);

    /// <summary>Makes a request from its envelope.</summary>
    /// <param name="envelope">What <see cref="ToEnvelope"/> returned. Keys may be in any order, with white space between them.</param>
    /// <returns>The request, with the exact bytes of the body.</returns>
    /// <exception cref="FormatException">
    /// This is not the envelope of a valid request. The message says what is wrong and where, and contains nothing of the envelope.
    /// </exception>
    /// <exception cref="VeroSerializationException">
    /// The version or the operation is unknown: a newer version of this library may have written the envelope. Keep it until this program is updated.
    /// </exception>
    public static VeroRequest ParseEnvelope(string envelope) =>
        RequestEnvelope.Parse(envelope ?? throw new ArgumentNullException(nameof(envelope)));

    /// <summary>Whether operation and body are the same, byte for byte.</summary>
    /// <param name="other">The request to compare with.</param>
    /// <returns>True if they are.</returns>
    public bool Equals(VeroRequest? other) =>
        other is not null && Operation == other.Operation && _body.AsSpan().SequenceEqual(other._body);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as VeroRequest);

    /// <inheritdoc/>
    public sealed override int GetHashCode()
    {
#if NET8_0_OR_GREATER
        var hash = default(HashCode);
        hash.Add((int)Operation);
        hash.AddBytes(_body);
        return hash.ToHashCode();
#else
        int hash = (int)Operation;
        foreach (byte b in _body)
            hash = unchecked((hash * 31) + b);
        return hash;
#endif
    }

    /// <summary>Operation and size only, so that the string is safe to log.</summary>
    /// <returns>A string such as <c>identify (123 bytes)</c>.</returns>
    public sealed override string ToString() =>
        FormattableString.Invariant($"{OperationTable.Of(Operation).Name} ({_body.Length} bytes)");

    private protected virtual string? ReadUserId() => ReadTopLevelString("id"u8);

    private protected string? ReadTopLevelString(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(_body);
        reader.Read();
        return ReadString(ref reader, name);
    }

    private protected string? ReadStringIn(ReadOnlySpan<byte> container, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(_body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(container);
            reader.Read();
            if (found)
                return ReadString(ref reader, name);
            reader.Skip();
        }

        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
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
