namespace Vero.Typed;

/// <summary>Marks a member that is sent as a property of the user: <c>data.&lt;key&gt;</c>.</summary>
/// <remarks>
/// <para>
/// Allowed on strings, <see cref="bool"/>, numbers, <see cref="Guid"/>, <see cref="Uri"/>, dates, times and enums (sent by name), mail addresses,
/// cultures, bytes (as Base64), <c>JsonElement</c> and <c>JsonNode</c>, value objects of those, and their nullable forms; on collections of them
/// (a JSON array); and on types whose own members have this attribute, and dictionaries with string keys (a JSON object). Every collection of
/// <see cref="KeyValuePair{TKey, TValue}"/> with string keys is a dictionary: it is sent as an object and must not contain a key twice.
/// </para>
/// <para>
/// Null is left out, and so is a date that was never set (<c>default</c>); inside arrays and dictionaries both are a JSON null. <c>false</c>,
/// <c>0</c>, <c>""</c> and what is empty are values. NaN, infinities and undefined enum values throw a <see cref="VeroSerializationException"/>.
/// </para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    AllowMultiple = true, Inherited = false)]
public sealed class VeroTraitAttribute : Attribute
{
    /// <summary>
    /// The key is the member's name in the naming policy, by default snake case: <c>FirstName</c> is sent as <c>first_name</c>. Leading underscores and
    /// <c>m_</c> of a field, and the <c>Get</c> of a method, are no part of it: <c>GetRank()</c> is sent as <c>rank</c>. With <see cref="From"/>, the last step
    /// of the path gives the name.
    /// </summary>
    public VeroTraitAttribute()
    {
    }

    /// <summary>The key is <paramref name="key"/>, exactly as written.</summary>
    /// <param name="key">The key in <c>data</c>; not null, empty or blank.</param>
    public VeroTraitAttribute(string key) => Key = key;

    /// <summary>The key in <c>data</c>, or null when the naming policy makes it.</summary>
    public string? Key { get; }

    /// <summary>
    /// Whether a null is sent as JSON null instead of being left out. False by default: Vero does not document what a null does to a value that it
    /// already has.
    /// </summary>
    public bool WriteNull { get; set; }

    /// <summary>
    /// On a date: whether <c>default</c>, January 1 of the year 1, is sent like any other date. False by default: it is the value of a date that was never
    /// set, and is left out.
    /// </summary>
    public bool WriteDefault { get; set; }

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

    /// <summary>On a type: a constant that is sent for every user of that type. A string, a boolean, a number or a value of an enum.</summary>
    public object? Value { get; set; }

    /// <summary>On a string: whether it contains JSON and is sent as such. A string that is not valid JSON throws a <see cref="VeroSerializationException"/>.</summary>
    public bool Json { get; set; }
}
