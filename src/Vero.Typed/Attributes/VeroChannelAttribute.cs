namespace Vero.Typed;

/// <summary>Marks a member that holds device tokens of the customer. They are sent as entries of <c>channels</c>.</summary>
/// <remarks>
/// <para>
/// With a type and a platform: allowed on <see cref="string"/> and a collection of <see cref="string"/>; each is the
/// <c>address</c> of one entry. Without arguments: allowed on <see cref="VeroChannel"/> and a collection of it.
/// </para>
/// <para>
/// Null is left out. A channel whose type, address or platform is missing or blank throws a
/// <see cref="VeroSerializationException"/>: Vero takes a channel only when it is complete.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroChannelAttribute : Attribute
{
    /// <summary>The member says type, address and platform itself: it is a <see cref="VeroChannel"/> or a collection of it.</summary>
    public VeroChannelAttribute()
    {
    }

    /// <summary>The member is the address, or a collection of addresses.</summary>
    /// <param name="type">The type of the channel, such as <c>push</c>; not null, empty or blank.</param>
    /// <param name="platform">The platform of the device, such as <c>android</c>; not null, empty or blank.</param>
    public VeroChannelAttribute(string type, string platform)
    {
        Type = type;
        Platform = platform;
    }

    /// <summary>The type of the channel, or null when the member says it.</summary>
    public string? Type { get; }

    /// <summary>The platform of the device, or null when the member says it.</summary>
    public string? Platform { get; }
}
