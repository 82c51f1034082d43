namespace Vero.Typed;

/// <summary>
/// Marks the member that holds the user agent last seen from the customer. It is sent as <c>data.userAgent</c>.
/// </summary>
/// <remarks>Allowed on <see cref="string"/>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroUserAgentAttribute : Attribute;
