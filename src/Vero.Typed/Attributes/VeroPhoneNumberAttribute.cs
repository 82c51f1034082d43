namespace Vero.Typed;

/// <summary>Marks the member that holds the user's phone number. It is sent as <c>data.phone_number</c>, the address of every SMS.</summary>
/// <remarks>
/// Allowed on <see cref="string"/>. Null and empty are left out. Spaces, hyphens, dots, slashes and parentheses are removed. The number must then be in
/// E.164: a plus sign, the country code and the number, at most 15 digits. Anything else throws a <see cref="VeroSerializationException"/>: Vero has
/// no default country, and drops messages to such a number without an error. Convert national numbers with a property or a converter of your own.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroPhoneNumberAttribute : Attribute
{
    /// <summary>The member is the user's phone number, sent under <c>phone_number</c>.</summary>
    public VeroPhoneNumberAttribute()
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
