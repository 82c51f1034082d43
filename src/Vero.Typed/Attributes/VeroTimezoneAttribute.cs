namespace Vero.Typed;

/// <summary>
/// Marks the member that holds the user's time zone. It is sent as <c>data.timezone</c>: the offset from GMT in whole hours, from -12 to +14.
/// </summary>
/// <remarks>
/// <para>
/// Allowed on every integer type (hours), <see cref="TimeZoneInfo"/> (its current offset, daylight saving included),
/// <see cref="TimeSpan"/> (the offset), and their nullable forms. A part of an hour is rounded down, so that nothing is sent
/// before its local time: -3:30 is sent as -4. An offset outside -12 to +14 hours throws a <see cref="VeroSerializationException"/>.
/// </para>
/// <para>That the value is an integer offset is Vero's contract; range and rounding are our decision.</para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroTimezoneAttribute : Attribute
{
    /// <summary>The member is the user's time zone, sent under <c>timezone</c> in hours.</summary>
    public VeroTimezoneAttribute()
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

    /// <summary>
    /// On a string: whether it is the id of a time zone, IANA (<c>Europe/Zurich</c>) or Windows (<c>W. Europe Standard Time</c>), whose current offset is sent.
    /// Null and empty are left out. An id that is unknown to this machine throws a <see cref="VeroSerializationException"/>.
    /// </summary>
    public bool Id { get; set; }
}
