namespace Vero.Typed;

/// <summary>Marks a dictionary whose entries are sent as properties of the user, each under its own key: <c>data.&lt;key&gt;</c>.</summary>
/// <remarks>
/// <para>
/// Allowed on everything that enumerates <see cref="KeyValuePair{TKey, TValue}"/> with keys of type <see cref="string"/>. The values have a
/// type that <see cref="VeroTraitAttribute"/> takes, or <see cref="object"/>, whose value is judged at run time: strings, numbers, booleans, dates,
/// enums, <c>JsonElement</c>, <c>JsonNode</c>, and collections and dictionaries of those. A value object or an annotated type is known only to a member
/// that is declared with its type. An entry whose value is null, or a date that was never set, is left out.
/// </para>
/// <para>
/// A <see cref="VeroSerializationException"/> is thrown for a blank key, for a duplicate key or one that another member writes (also if that member is
/// null), for a reserved key (<see cref="VeroReservedKeys"/>) whose value is not what its attribute would send, and for a value of a type that cannot be
/// sent, such as the JSON and XML trees of other libraries.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    AllowMultiple = true, Inherited = false)]
public sealed class VeroDataAttribute : Attribute
{
    /// <summary>The entries of the member are sent as keys of <c>data</c>.</summary>
    public VeroDataAttribute()
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
}
