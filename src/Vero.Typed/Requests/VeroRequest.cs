using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>One operation of Vero's Track API with its body.</summary>
/// <remarks>Immutable: the bytes are fixed when the request is made. It never holds the token.</remarks>
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
    public string UserId => ReadTopLevelString("id"u8)
        ?? throw new InvalidOperationException("The body has no id. Every request is made with one.");

    /// <summary>The exact body, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Json => _body;

    /// <summary>The exact body as a string. It contains the user's data: do not log it.</summary>
    /// <returns>One JSON object.</returns>
    public string ToJson() => Encoding.UTF8.GetString(_body);

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

    private protected string? ReadTopLevelString(ReadOnlySpan<byte> name)
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
