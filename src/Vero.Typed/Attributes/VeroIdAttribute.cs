namespace Vero.Typed;

/// <summary>Marks the member that identifies the user. It is sent as <c>id</c>, always as a JSON string.</summary>
/// <remarks>
/// <para>
/// Allowed on <see cref="string"/>, <see cref="Guid"/>, every integer type, their nullable forms, and on a value object: a type
/// with a public property <c>Value</c> of one of these types, and otherwise only computed ones such as <c>IsEmpty</c>.
/// </para>
/// <para>
/// A <see cref="VeroSerializationException"/> is thrown for a missing id (null, empty, white space), for a value that stands for a missing one
/// (<c>0</c>, <see cref="Guid.Empty"/>, and strings such as <c>"0"</c>, <c>"null"</c>, <c>"undefined"</c> and <c>"[object Object]"</c>; see
/// <see cref="AllowDefault"/>), for more than 254 characters (Vero's limit), and for strings that are not valid Unicode, contain invisible or control
/// characters, or begin or end with white space: two ids that look the same would be two users.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroIdAttribute : Attribute
{
    /// <summary>The member is the user's id.</summary>
    public VeroIdAttribute()
    {
    }

    /// <summary>
    /// Whether <c>0</c>, <see cref="Guid.Empty"/> and strings that stand for a missing value are ids like any other. By default they count as missing,
    /// because entities that have not been saved yet would all be merged into one profile. Null and empty are always missing.
    /// </summary>
    public bool AllowDefault { get; set; }

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

    /// <summary>
    /// A string before the id, such as <c>vendor-</c>, where several kinds of users share one Vero project: vendor 42 is sent as <c>vendor-42</c>.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>Whether this is the id of the derived type, in place of the one that its base has.</summary>
    public bool Replaces { get; set; }
}
