namespace Vero.Typed;

/// <summary>Marks the member that holds the customer's email address. It is sent as <c>email</c>.</summary>
/// <remarks>
/// Allowed on <see cref="string"/>, <see cref="System.Net.Mail.MailAddress"/> and a value object of <see cref="string"/>.
/// Null and empty mean that the customer has none, and nothing is sent. An address of 255 characters or more (Vero's limit), or one
/// that cannot be an address, throws a <see cref="VeroSerializationException"/>: it must have exactly one <c>@</c>, neither first
/// nor last, and no white space or control characters. Nothing more is checked.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class VeroEmailAttribute : Attribute;
