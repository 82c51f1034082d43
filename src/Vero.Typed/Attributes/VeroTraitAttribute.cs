namespace Vero.Typed;

/// <summary>Marks a member that is sent as a property of the customer: <c>data.&lt;key&gt;</c>.</summary>
/// <remarks>
/// Allowed on text, <see cref="bool"/>, numbers, <see cref="Guid"/>, <see cref="Uri"/>, dates, times and enums (sent by name), and
/// their nullable forms. Null is left out; <c>false</c>, <c>0</c> and <c>""</c> are values. NaN, infinities and undefined enum values
/// throw a <see cref="VeroSerializationException"/>.
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
}
