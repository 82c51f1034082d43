namespace Vero.Typed;

/// <summary>
/// The keys of <c>data</c> that Vero reserves. They may be sent, but each has a type of its own, and Vero's SDKs may overwrite them.
/// </summary>
public static class VeroReservedKeys
{
    /// <summary>The customer's language, a BCP 47 tag. Sent by <see cref="VeroLanguageAttribute"/>.</summary>
    public const string Language = "language";

    /// <summary>The customer's timezone, an integer: hours east of GMT. Sent by <see cref="VeroTimezoneAttribute"/>.</summary>
    public const string Timezone = "timezone";

    /// <summary>The user agent last seen from the customer, text. Sent by <see cref="VeroUserAgentAttribute"/>.</summary>
    public const string UserAgent = "userAgent";
}
