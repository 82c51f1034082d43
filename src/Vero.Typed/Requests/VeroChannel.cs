namespace Vero.Typed;

/// <summary>A device of the user that Vero can reach: one entry of <c>channels</c>.</summary>
/// <remarks>Vero requires all three parts; serializing an incomplete channel throws a <see cref="VeroSerializationException"/>.</remarks>
public sealed class VeroChannel : IEquatable<VeroChannel>
{
    /// <summary>Makes a channel.</summary>
    /// <param name="type">The type of the channel, such as <c>push</c>.</param>
    /// <param name="platform">The platform of the device, such as <c>android</c>.</param>
    /// <param name="address">The device token.</param>
    public VeroChannel(string type, string platform, string address)
    {
        Type = type;
        Platform = platform;
        Address = address;
    }

    /// <summary>The type of the channel, such as <c>push</c>.</summary>
    public string Type { get; }

    /// <summary>The platform of the device, such as <c>android</c>.</summary>
    public string Platform { get; }

    /// <summary>The device token.</summary>
    public string Address { get; }

    /// <inheritdoc/>
    public bool Equals(VeroChannel? other) => other is not null
        && string.Equals(Type, other.Type, StringComparison.Ordinal)
        && string.Equals(Address, other.Address, StringComparison.Ordinal)
        && string.Equals(Platform, other.Platform, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VeroChannel);

    /// <inheritdoc/>
    public override int GetHashCode() => (Type, Address, Platform).GetHashCode();

    /// <summary>Type and platform. The address is left out, so that the string is safe to log.</summary>
    /// <returns>A string such as <c>push (android)</c>.</returns>
    public override string ToString() => $"{Type} ({Platform})";
}
