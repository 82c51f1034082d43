namespace Vero.Typed;

/// <summary>
/// The keys of <c>data</c> that have a meaning to Vero. They may be sent, but each has a type of its own, and Vero's SDKs may overwrite some of them.
/// </summary>
public static class VeroReservedKeys
{
    /// <summary>The user's language, a BCP 47 tag. Sent by <see cref="VeroLanguageAttribute"/>.</summary>
    public const string Language = "language";

    /// <summary>The user's time zone, an integer: the offset from GMT in hours. Sent by <see cref="VeroTimezoneAttribute"/>.</summary>
    public const string Timezone = "timezone";

    /// <summary>The user agent last observed for the user, a string. Sent by <see cref="VeroUserAgentAttribute"/>.</summary>
    public const string UserAgent = "userAgent";

    /// <summary>The user's phone number, a string in E.164. Sent by <see cref="VeroPhoneNumberAttribute"/>.</summary>
    public const string PhoneNumber = "phone_number";
}
