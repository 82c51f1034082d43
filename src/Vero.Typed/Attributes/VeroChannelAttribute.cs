namespace Vero.Typed;

/// <summary>Marks a member that holds device tokens of the user. They are sent as entries of <c>channels</c>.</summary>
/// <remarks>
/// <para>
/// With a type and a platform: allowed on <see cref="string"/> and a collection of <see cref="string"/>; each is the
/// <c>address</c> of one entry. Without arguments: allowed on <see cref="VeroChannel"/> and a collection of it.
/// </para>
/// <para>
/// Null is left out. A channel whose type, platform or address is missing or blank throws a
/// <see cref="VeroSerializationException"/>: Vero requires all three.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    AllowMultiple = true, Inherited = false)]
public sealed class VeroChannelAttribute : Attribute
{
    /// <summary>The member has type, platform and address itself: it is a <see cref="VeroChannel"/> or a collection of it.</summary>
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

    /// <summary>The type of the channel, or null if the member has it.</summary>
    public string? Type { get; }

    /// <summary>The platform of the device, or null if the member has it.</summary>
    public string? Platform { get; }

    /// <summary>
    /// A path to the value: on a type from the type, on a member from the value of the member, such as <c>Address.City</c> or
    /// <c>Roles[].Name</c>.
    /// </summary>
    /// <remarks>
    /// Steps are properties, fields and parameterless methods (<c>GetTotal()</c>), joined by dots. <c>[]</c> takes each item of a collection,
    /// <c>[][]</c> the items of its items; <c>Count</c> is the member of that name, or else the number of items. If a step is null, there is no
    /// value. The compiler checks every step (VERO024).
    /// </remarks>
    public string? From { get; set; }

    /// <summary>
    /// The name of a static method of the annotated type, with one parameter, that converts the value before it is sent. It replaces a
    /// <see cref="VeroConverterAttribute"/> for the same type.
    /// </summary>
    public string? Converter { get; set; }
}
