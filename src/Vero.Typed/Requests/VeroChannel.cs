namespace Vero.Typed;

/// <summary>A device of the customer that Vero can reach: one entry of <c>channels</c>.</summary>
/// <remarks>Vero takes a channel only when all three parts are there; an incomplete one is refused when it is serialized.</remarks>
public sealed class VeroChannel : IEquatable<VeroChannel>
{
    /// <summary>Makes a channel.</summary>
    /// <param name="type">The type of the channel, such as <c>push</c>.</param>
    /// <param name="address">The device token.</param>
    /// <param name="platform">The platform of the device, such as <c>android</c>.</param>
    public VeroChannel(string type, string address, string platform)
    {
        Type = type;
        Address = address;
        Platform = platform;
    }

    /// <summary>The type of the channel, such as <c>push</c>.</summary>
    public string Type { get; }

    /// <summary>The device token.</summary>
    public string Address { get; }

    /// <summary>The platform of the device, such as <c>android</c>.</summary>
    public string Platform { get; }

    /// <inheritdoc/>
    public bool Equals(VeroChannel? other) => other is not null
        && string.Equals(Type, other.Type, StringComparison.Ordinal)
        && string.Equals(Address, other.Address, StringComparison.Ordinal)
        && string.Equals(Platform, other.Platform, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VeroChannel);

    /// <inheritdoc/>
    public override int GetHashCode() => (Type, Address, Platform).GetHashCode();

    /// <summary>Type and platform. The address is left out, so that the text is safe to log.</summary>
    /// <returns>A text such as <c>push (android)</c>.</returns>
    public override string ToString() => $"{Type} ({Platform})";
}
