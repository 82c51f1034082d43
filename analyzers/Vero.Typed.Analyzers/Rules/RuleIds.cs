namespace Vero.Typed.Analyzers.Rules;

/// <summary>The ids of the rules, each with what it says, so that the two never drift apart. Public promises.</summary>
internal static class RuleIds
{
    public const string VERO001IdRequired = "VERO001";
    public const string VERO002SeveralIds = "VERO002";
    public const string VERO003SeveralEmails = "VERO003";
    public const string VERO004DuplicateKey = "VERO004";
    public const string VERO005IdType = "VERO005";
    public const string VERO006EmailType = "VERO006";
    public const string VERO007TraitType = "VERO007";
    public const string VERO008MemberCannotBeRead = "VERO008";
    public const string VERO009TypeCannotBeReached = "VERO009";
    public const string VERO010ExclusiveAttributes = "VERO010";
    public const string VERO011BlankKey = "VERO011";
    public const string VERO012OwnMethod = "VERO012";
    public const string VERO013LanguageVersion = "VERO013";
    public const string VERO014AttributeDoesNothing = "VERO014";
    public const string VERO015TraitsLost = "VERO015";
    public const string VERO016Channel = "VERO016";
    public const string VERO017MadeByGenerator = "VERO017";
    public const string VERO018OnlyIdAtCall = "VERO018";
    public const string VERO019SerializationRequired = "VERO019";
    public const string VERO020EventName = "VERO020";
    public const string VERO021SameEvent = "VERO021";
    public const string VERO022AttributeWithoutPlace = "VERO022";
    public const string VERO023CreatedAtType = "VERO023";
    public const string VERO024Path = "VERO024";
    public const string VERO025Converter = "VERO025";
    public const string VERO026Option = "VERO026";
    public const string VERO027Map = "VERO027";
    public const string VERO030IdOrValueRequired = "VERO030";
    public const string VERO031TypeParameter = "VERO031";
    public const string VERO032TraitsLostAtCall = "VERO032";
    public const string VERO033TraitsLostInValue = "VERO033";
    public const string VERO101ReservedKeyType = "VERO101";
    public const string VERO102MisspeltReservedKey = "VERO102";
    public const string VERO103ReservedKeyAsTrait = "VERO103";
    public const string VERO104TimezoneOutOfRange = "VERO104";
    public const string VERO105TimezoneNotInHours = "VERO105";
    public const string VERO106NoLanguageTag = "VERO106";
    public const string VERO107DataEntryValue = "VERO107";
    public const string VERO108NoPhoneNumber = "VERO108";
    public const string VERO109PhoneNumberAsTrait = "VERO109";
    public const string VERO110OtherJsonName = "VERO110";
    public const string VERO111HiddenElsewhere = "VERO111";
    public const string VERO112UnspecifiedDateTime = "VERO112";
    public const string VERO113SecretHiddenElsewhere = "VERO113";
    public const string VERO120ReservedKeyNull = "VERO120";
    public const string VERO121MisspeltDataEntry = "VERO121";
    public const string VERO201TokenInSource = "VERO201";
    public const string VERO202AddressWithoutHttps = "VERO202";
    public const string VERO203UnsentRequest = "VERO203";
    public const string VERO301NotPlanned = "VERO301";
    public const string VERO302NotSent = "VERO302";
    public const string VERO303TypeChanged = "VERO303";
    public const string VERO304UnreadableLine = "VERO304";
}
