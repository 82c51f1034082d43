namespace Vero.Typed;

/// <summary>The problems that exceptions report, each in one place. None of them contains a value.</summary>
internal static class ValueProblems
{
    public const string IdMissing = "the id is missing (null, empty or white space)";
    public const string IdZero = "the id is 0, as for an entity that has not been saved; [VeroId(AllowDefault = true)] allows it";
    public const string IdEmptyGuid = "the id is Guid.Empty, as for an entity that has not been saved; [VeroId(AllowDefault = true)] allows it";
    public const string IdStandsForNone = "the id is a string that stands for a missing value, such as \"0\" or \"null\"; [VeroId(AllowDefault = true)] allows it";
    public const string IdWhiteSpaceAtEnds = "the id begins or ends with white space";
    public const string IdInvisible = "the id contains an invisible or control character";
    public const string IdLoneSurrogate = "the id is not valid Unicode: it contains half of a surrogate pair";
    public const string EmailMalformed =
        "the value is not an email address: it must contain exactly one @, neither first nor last, and no white space or control characters";
    public const string EmailInvisible = "the email address contains an invisible character";
    public const string EmailLoneSurrogate = "the email address is not valid Unicode: it contains half of a surrogate pair";
    public const string EventNameBlank = "the name of the event is blank";
    public const string EventNameReserved = "the name of the event is one that Vero reserves";
    public const string EventNameLoneSurrogate = "the name of the event is not valid Unicode: it contains half of a surrogate pair";
    public const string DateNotSet = "the date was never set";
    public const string DateUnspecified =
        "the DateTime is of kind Unspecified; [VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)] or Local says what that means";
    public const string IdentityDefault = "the identity is default(VeroIdentity): it has no id";
    public const string AliasToItself = "the new id is the same as the old id";
    public const string MergeOfTwoUsers = "The requests are for different users.";
    public const string MergedTooLarge = "the merged request is larger than 1,048,576 bytes, the largest that is sent; send the two separately";
    public const string NoTags = "there is no tag to add or to remove";
    public const string TagBlank = "a tag is null, empty or white space";
    public const string TagWhiteSpaceAtEnds = "a tag begins or ends with white space";
    public const string TagLoneSurrogate = "a tag is not valid Unicode: it contains half of a surrogate pair";
    public const string TagTwice = "a tag is given twice; each tag can be added or removed once";
    public const string ChannelIncomplete = "a channel needs a type, a platform and an address, none of them blank";
    public const string KeyNull = "the dictionary contains a null key";
    public const string KeyBlank = "the dictionary contains a null, empty or blank key";
    public const string DuplicateKey = "the dictionary contains a duplicate key";
    public const string TimezoneNotInteger = "the value of \"timezone\" must be an integer: the offset from GMT in hours";
    public const string NotANumber = "NaN and infinities cannot be sent, because JSON has no such numbers";
    public const string UndefinedEnumValue = "the value is not defined by its enum, so there is no name to send";
    public const string JsonValue = "a JSON value cannot be written as JSON";
    public const string Language = "the value is not a language tag such as en-AU: it must be well-formed (BCP 47) and begin with two or three letters";
    public const string PhoneNumber =
        "the value is not an E.164 phone number: it must begin with + and the country code and have at most 15 digits; Vero would never deliver to it";
    public const string NotJson = "the string is not valid JSON";
    public const string UnknownTimeZone = "the value is not the id of a time zone that this machine knows";
    public const string JsonDisposed = "the JsonDocument that the JSON value belongs to has been disposed";
    public const string JsonNotUnicode = "the JSON contains a string that is not valid Unicode, such as half of a surrogate pair";

    public const string TooLong = "the value is too long; Vero's limit is 254 characters";
    public const string TimezoneRange = "the time zone offset must be between -12 and +14 hours";
    public const string BodyTooLarge = "the request is larger than 1,048,576 bytes, the largest that is sent; shorten strings or send fewer items";
    public const string TooManyToCount = "the sequence has more than 1,048,576 items, or no end; count a collection, or expose the number itself";
    public const string TooDeep = "the value is nested too deeply; a request has at most 64 levels";
    public const string TypeCannotBeSent =
        ", which cannot be sent; use a string, number, boolean, date, enum, collection, or dictionary with string keys, or declare the type at the member";
    public const string KeyOfAnotherMember = ", which another member writes";
    public const string MustBeString = " must be a string";

    public static string Of(IdFault fault) => fault switch
    {
        IdFault.Missing => IdMissing,
        IdFault.StandsForNone => IdStandsForNone,
        IdFault.TooLong => TooLong,
        IdFault.WhiteSpaceAtEnds => IdWhiteSpaceAtEnds,
        IdFault.InvisibleCharacter => IdInvisible,
        IdFault.LoneSurrogate => IdLoneSurrogate,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static string Of(EmailFault fault) => fault switch
    {
        EmailFault.TooLong => TooLong,
        EmailFault.Malformed => EmailMalformed,
        EmailFault.InvisibleCharacter => EmailInvisible,
        EmailFault.LoneSurrogate => EmailLoneSurrogate,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static string Of(TagFault fault) => fault switch
    {
        TagFault.Blank => TagBlank,
        TagFault.WhiteSpaceAtEnds => TagWhiteSpaceAtEnds,
        TagFault.LoneSurrogate => TagLoneSurrogate,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static string Of(EventNameFault fault) => fault switch
    {
        EventNameFault.Blank => EventNameBlank,
        EventNameFault.TooLong => TooLong,
        EventNameFault.Reserved => EventNameReserved,
        EventNameFault.LoneSurrogate => EventNameLoneSurrogate,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>What is wrong with a string that has no form in which Vero takes it under a reserved key.</summary>
    public static string Of(ReservedKeyKind kind) => kind switch
    {
        ReservedKeyKind.Language => Language,
        ReservedKeyKind.PhoneNumber => PhoneNumber,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string StepFailed(string step, Exception exception) => $"{step} threw {exception.GetType().FullName}; see InnerException";

    public static string ReservedKeyNotString(string key) => $"the value of \"{key}\"{MustBeString}";

    public static string DeclaredKey(string key) => $"the dictionary contains the key {key}{KeyOfAnotherMember}";

    public static string UnsupportedType(Type type) => $"a value has the type {type.FullName}{TypeCannotBeSent}";
}
