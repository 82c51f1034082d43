namespace Vero.Typed;

/// <summary>Marks the member that holds the user's email address. It is sent as <c>email</c>.</summary>
/// <remarks>
/// Allowed on <see cref="string"/>, <see cref="System.Net.Mail.MailAddress"/> and a value object of <see cref="string"/>.
/// Null and empty mean that the user has none, and nothing is sent. An address of more than 254 characters (Vero's limit), or one
/// that cannot be an address, throws a <see cref="VeroSerializationException"/>: it must contain exactly one <c>@</c>, neither first
/// nor last, no white space, no control or invisible characters, and be valid Unicode. Nothing more is checked.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method,
    Inherited = false)]
public sealed class VeroEmailAttribute : Attribute
{
    /// <summary>The member is the user's email address.</summary>
    public VeroEmailAttribute()
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
