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
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroIdAttribute : Attribute
{
    /// <summary>
    /// Whether <c>0</c> and <see cref="Guid.Empty"/> are ids like any other. By default they count as missing. Has no effect on
    /// text: an empty or blank text is always missing.
    /// </summary>
    public bool AllowDefault { get; set; }
}
