namespace Vero.Typed;

/// <summary>Marks a member that is sent as a property of the customer: <c>data.&lt;key&gt;</c>.</summary>
/// <remarks>
/// <para>
/// Allowed on text, <see cref="bool"/>, numbers, <see cref="Guid"/>, <see cref="Uri"/>, dates, times and enums (sent by name), mail addresses,
/// cultures, bytes (as Base64), <c>JsonElement</c> and <c>JsonNode</c>, value objects of those, and their nullable forms; on collections of them
/// (a JSON array), and on dictionaries with text as keys and types whose own members carry this attribute (a JSON object).
/// </para>
/// <para>
/// Null is left out, but sent as such inside arrays and dictionaries; <c>false</c>, <c>0</c>, <c>""</c> and what is empty are values. NaN,
/// infinities and undefined enum values throw a <see cref="VeroSerializationException"/>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroTraitAttribute : Attribute
{
    /// <summary>
    /// The key is the member's name in the naming policy, by default snake case: <c>FirstName</c> is sent as <c>first_name</c>.
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
}
