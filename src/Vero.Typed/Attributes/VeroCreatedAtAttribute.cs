namespace Vero.Typed;

/// <summary>Marks the member of an event that says when it happened. It is sent as <c>extras.created_at</c>, in ISO 8601 with an offset.</summary>
/// <remarks>
/// Allowed on <see cref="DateTimeOffset"/>, <see cref="DateTime"/> and their nullable forms. Null is left out: then Vero takes the time at which it
/// receives the event. A date that was never set, and a <see cref="DateTime"/> of kind <see cref="DateTimeKind.Unspecified"/>, throw a
/// <see cref="VeroSerializationException"/>, unless <see cref="VeroSerializationAttribute.UnspecifiedDateTime"/> says what unspecified means.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroCreatedAtAttribute : Attribute
{
    /// <summary>The member is when the event happened.</summary>
    public VeroCreatedAtAttribute()
    {
    }

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
