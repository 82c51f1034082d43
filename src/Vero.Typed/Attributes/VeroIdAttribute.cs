namespace Vero.Typed;

/// <summary>
/// Marks the member that identifies the customer. It is sent as <c>id</c>, always as a JSON string.
/// </summary>
/// <remarks>
/// <para>
/// Allowed on <see cref="string"/>, <see cref="Guid"/>, every integer type, their nullable forms, and on a value object: a type
/// whose only public instance property is <c>Value</c>, of one of these types.
/// </para>
/// <para>
/// A missing id (null, empty, blank, <c>0</c>, <see cref="Guid.Empty"/>) and an id of 255 characters or more throw a
/// <see cref="VeroSerializationException"/>. The limit of 255 is Vero's; that <c>0</c> counts as missing is our decision, because
/// entities that have not been saved yet would otherwise all be merged into one profile.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroIdAttribute : Attribute
{
    /// <summary>
    /// Whether <c>0</c> and <see cref="Guid.Empty"/> are ids like any other. By default they count as missing. Has no effect on
    /// text: an empty or blank text is always missing.
    /// </summary>
    public bool AllowDefault { get; set; }

    /// <summary>
    /// A path to the value: on a type from the type, on a member from the value of the member, such as <c>Address.City</c> or
    /// <c>Roles[].Name</c>.
    /// </summary>
    /// <remarks>
    /// Steps are properties, fields and parameterless methods (<c>GetTotal()</c>), joined by dots. <c>[]</c> takes each item of a collection,
    /// <c>[][]</c> the items of its items; <c>Count</c> is the member of that name, or else the number of items. Where a step is null, there is no
    /// value. The compiler checks every step (VERO024).
    /// </remarks>
    public string? From { get; set; }

    /// <summary>
    /// The name of a static method of the annotated type, with one parameter, that converts the value before it is sent. It replaces a
    /// <see cref="VeroConverterAttribute"/> for the same type.
    /// </summary>
    public string? Converter { get; set; }

    /// <summary>
    /// Text before the id, such as <c>vendor-</c>, where several kinds of users share one Vero project: vendor 42 is sent as <c>vendor-42</c>.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>Whether this is the id of the derived type, in place of the one that its base has.</summary>
    public bool Replaces { get; set; }
}
