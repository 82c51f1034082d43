namespace Vero.Typed;

/// <summary>
/// Marks the member that holds the customer's language, a BCP 47 tag such as <c>en-AU</c>. It is sent as <c>data.language</c>.
/// </summary>
/// <remarks>
/// Allowed on <see cref="string"/> and <see cref="System.Globalization.CultureInfo"/> (its name; the invariant culture is left out).
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroLanguageAttribute : Attribute;
