using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>The rules. A message says what to do, names the thing, and has no trailing period.</summary>
internal static class Descriptors
{
    private const string Shape = "Vero.Shape";
    private const string Reserved = "Vero.ReservedKeys";
    private const string Client = "Vero.Client";
    private const string DataEntryTitle = "A reserved key in a dictionary is misspelt, or has a value of another kind";
    private const string HelpLinkBase = "https://github.com/vero-typed/vero-typed/blob/main/analyzers/rules/";

    public static readonly DiagnosticDescriptor IdRequired = Create(
        RuleIds.VERO001IdRequired, DiagnosticSeverity.Error,
        title: "A type with Vero attributes needs an id",
        message: "Put [VeroId] on the member of '{0}' that identifies the customer");

    public static readonly DiagnosticDescriptor IdRequiredUnlessValue = Create(
        RuleIds.VERO001IdRequired, DiagnosticSeverity.Error,
        title: "A type with Vero attributes needs an id",
        message: "Put [VeroId] on the member of '{0}' that identifies the customer, or [VeroSerialization(ValueOnly = true)] on '{0}' if it is only ever the value of a trait");

    public static readonly DiagnosticDescriptor SerializationRequired = Create(
        RuleIds.VERO001IdRequired, DiagnosticSeverity.Error,
        title: "A type that only inherits Vero attributes must ask for code",
        message: "Put [VeroSerialization] on '{0}': no code could be generated for the base type whose Vero attributes it inherits");

    public static readonly DiagnosticDescriptor SeveralIds = Create(
        RuleIds.VERO002SeveralIds, DiagnosticSeverity.Error,
        title: "A customer has one id",
        message: "Remove [VeroId] from '{0}': '{1}' is the id already");

    public static readonly DiagnosticDescriptor SeveralEmails = Create(
        RuleIds.VERO003SeveralEmails, DiagnosticSeverity.Error,
        title: "A customer has one email address",
        message: "Remove [VeroEmail] from '{0}': '{1}' is the email address already");

    public static readonly DiagnosticDescriptor DuplicateKey = Create(
        RuleIds.VERO004DuplicateKey, DiagnosticSeverity.Error,
        title: "Two members write the same key",
        message: "Give '{0}' a key of its own: '{1}' writes \"{2}\" already");

    public static readonly DiagnosticDescriptor IdType = Create(
        RuleIds.VERO005IdType, DiagnosticSeverity.Error,
        title: "The type of the id is not supported",
        message: "'{0}' has the type '{1}', which cannot identify a customer: use string, Guid, an integer type or a value object of one of them");

    public static readonly DiagnosticDescriptor EmailType = Create(
        RuleIds.VERO006EmailType, DiagnosticSeverity.Error,
        title: "The type of the email address is not supported",
        message: "'{0}' has the type '{1}', which cannot be an email address: use string, MailAddress or a value object of string");

    public static readonly DiagnosticDescriptor TraitType = Create(
        RuleIds.VERO007TraitType, DiagnosticSeverity.Error,
        title: "The type of the trait is not supported",
        message: "'{0}' has the type '{1}', which cannot be sent: {2}");

    public static readonly DiagnosticDescriptor TypeParameter = Create(
        RuleIds.VERO007TraitType, DiagnosticSeverity.Error,
        title: "The type of the member is not known",
        message: "'{0}' has the type '{1}', which is known only in derived types, and there are none: derive from '{2}', or make it abstract");

    public static readonly DiagnosticDescriptor MemberCannotBeRead = Create(
        RuleIds.VERO008MemberCannotBeRead, DiagnosticSeverity.Error,
        title: "Generated code cannot read the member",
        message: "'{0}' cannot be read by generated code because it {1}");

    public static readonly DiagnosticDescriptor TypeCannotBeReached = Create(
        RuleIds.VERO009TypeCannotBeReached, DiagnosticSeverity.Error,
        title: "Generated code cannot reach the type",
        message: "No code can be generated for '{0}' because it {1}");

    public static readonly DiagnosticDescriptor ExclusiveAttributes = Create(
        RuleIds.VERO010ExclusiveAttributes, DiagnosticSeverity.Error,
        title: "A member has one Vero attribute",
        message: "Remove [{0}] from '{1}': it has [{2}] already, and a member is sent once");

    public static readonly DiagnosticDescriptor BlankKey = Create(
        RuleIds.VERO011BlankKey, DiagnosticSeverity.Error,
        title: "A key must not be blank",
        message: "Give '{0}' a key, or leave the argument out to let the naming policy make it");

    public static readonly DiagnosticDescriptor OwnMethod = Create(
        RuleIds.VERO012OwnMethod, DiagnosticSeverity.Error,
        title: "The type has a member of the generated method's name",
        message: "Rename or remove '{0}' of '{1}': its place is taken by the generated method");

    public static readonly DiagnosticDescriptor LanguageVersion = Create(
        RuleIds.VERO013LanguageVersion, DiagnosticSeverity.Error,
        title: "Generated code needs C# 11",
        message: "Set <LangVersion>11</LangVersion> or later in the project of '{0}': generated code uses UTF-8 literals");

    public static readonly DiagnosticDescriptor AttributeDoesNothing = Create(
        RuleIds.VERO014AttributeDoesNothing, DiagnosticSeverity.Error,
        title: "The attribute does nothing here",
        message: "Move [{0}] to a property, a field or a parameter of a positional record: here it {1}");

    public static readonly DiagnosticDescriptor TraitsLost = Create(
        RuleIds.VERO015TraitsLost, DiagnosticSeverity.Error,
        title: "Traits of a derived type would be lost",
        message: "Make '{0}' and the types around it partial: otherwise the method of its base '{1}' wins and the members that it adds are not sent");

    public static readonly DiagnosticDescriptor TraitsLostAtCall = Create(
        RuleIds.VERO015TraitsLost, DiagnosticSeverity.Warning,
        title: "Traits of a derived type are lost at this call",
        message: "Make '{0}' partial, so that its method becomes virtual: this call does not send what {1} adds");

    public static readonly DiagnosticDescriptor TraitsLostInValue = Create(
        RuleIds.VERO015TraitsLost, DiagnosticSeverity.Warning,
        title: "Traits of a derived type are lost in this member",
        message: "Declare '{0}' with the type of its values, or move what {2} adds to '{1}': a value is sent with the members of its declared type");

    public static readonly DiagnosticDescriptor Channel = Create(
        RuleIds.VERO016Channel, DiagnosticSeverity.Error,
        title: "The channel is not complete, or its member has the wrong type",
        message: "'{0}' cannot be sent as a channel: {1}");

    public static readonly DiagnosticDescriptor MadeByGenerator = Create(
        RuleIds.VERO017MadeByGenerator, DiagnosticSeverity.Error,
        title: "What another source generator makes cannot be seen",
        message: "'{0}' cannot be sent because another source generator makes {1}, which ours cannot see: {2}");

    public static readonly DiagnosticDescriptor Path = Create(
        RuleIds.VERO024Path, DiagnosticSeverity.Error,
        title: "The path does not exist",
        message: "The path \"{0}\" cannot be read: {1}");

    public static readonly DiagnosticDescriptor Converter = Create(
        RuleIds.VERO025Converter, DiagnosticSeverity.Error,
        title: "The converter does not fit",
        message: "The converter for '{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor Option = Create(
        RuleIds.VERO026Option, DiagnosticSeverity.Error,
        title: "The option has no meaning here",
        message: "Remove {0}: {1}");

    public static readonly DiagnosticDescriptor Map = Create(
        RuleIds.VERO027Map, DiagnosticSeverity.Error,
        title: "A map is not a static partial class",
        message: "'{0}' cannot be a map: {1}");

    public static readonly DiagnosticDescriptor UnspecifiedDateTime = Create(
        RuleIds.VERO112UnspecifiedDateTime, DiagnosticSeverity.Info,
        title: "Nothing says what an unspecified date means",
        message: "'{0}' is a DateTime, and nothing says what one of unspecified kind means; use [VeroSerialization(UnspecifiedDateTime = ...)]",
        category: Reserved);

    public static readonly DiagnosticDescriptor ReservedKeyType = Create(
        RuleIds.VERO101ReservedKeyType, DiagnosticSeverity.Error,
        title: "A reserved key has a type of its own",
        message: "'{0}' has the type '{1}', but \"{2}\" must be {3}",
        category: Reserved);

    public static readonly DiagnosticDescriptor ReservedKeyNull = Create(
        RuleIds.VERO101ReservedKeyType, DiagnosticSeverity.Error,
        title: "A reserved key cannot be null",
        message: "Remove WriteNull from '{0}': \"{1}\" must be {2}",
        category: Reserved);

    public static readonly DiagnosticDescriptor MisspeltReservedKey = Create(
        RuleIds.VERO102MisspeltReservedKey, DiagnosticSeverity.Warning,
        title: "The key is a misspelling of a reserved key",
        message: "'{0}' is sent as \"{1}\", which Vero does not know: use [{3}], or the key \"{2}\"",
        category: Reserved);

    public static readonly DiagnosticDescriptor ReservedKeyAsTrait = Create(
        RuleIds.VERO103ReservedKeyAsTrait, DiagnosticSeverity.Info,
        title: "A reserved key has an attribute of its own",
        message: "Use [{1}] on '{0}': it says that \"{2}\" is meant",
        category: Reserved);

    public static readonly DiagnosticDescriptor TimezoneOutOfRange = Create(
        RuleIds.VERO104TimezoneOutOfRange, DiagnosticSeverity.Warning,
        title: "A timezone is a number of hours from -12 to 14",
        message: "Give '{0}' hours east of GMT, from -12 to 14, not {1}{2}",
        category: Reserved);

    public static readonly DiagnosticDescriptor TimezoneNotInHours = Create(
        RuleIds.VERO105TimezoneNotInHours, DiagnosticSeverity.Warning,
        title: "The value is not the offset in hours",
        message: "Give '{0}' the hours east of GMT now, or the TimeZoneInfo itself: {1}",
        category: Reserved);

    public static readonly DiagnosticDescriptor NoLanguageTag = Create(
        RuleIds.VERO106NoLanguageTag, DiagnosticSeverity.Warning,
        title: "The value is no language tag",
        message: "Give '{0}' a BCP 47 tag such as \"en-AU\": {1}",
        category: Reserved);

    public static readonly DiagnosticDescriptor DataEntryValue = Create(
        RuleIds.VERO107DataEntry, DiagnosticSeverity.Warning,
        title: DataEntryTitle,
        message: "Give \"{1}\" in '{0}' {2}: {3}",
        category: Reserved);

    public static readonly DiagnosticDescriptor MisspeltDataEntry = Create(
        RuleIds.VERO107DataEntry, DiagnosticSeverity.Warning,
        title: DataEntryTitle,
        message: "Use the key \"{2}\" in '{0}': \"{1}\" is one that Vero does not know",
        category: Reserved);

    public static readonly DiagnosticDescriptor TokenInSource = Create(
        RuleIds.VERO201TokenInSource, DiagnosticSeverity.Warning,
        title: "The token is written into the source",
        message: "Read AuthToken from configuration: whoever can read this text can change every customer of the Vero project",
        category: Client);

    // The options are refused at run time all the same, and a test may want to see that: so this error, unlike the others, can be configured.
    public static readonly DiagnosticDescriptor AddressWithoutHttps = Create(
        RuleIds.VERO202AddressWithoutHttps, DiagnosticSeverity.Error,
        title: "The base address must be https",
        message: "Use https for BaseAddress: '{0}' is refused when the options are checked, because the token could be read on the way",
        category: Client,
        isConfigurable: true);

    public static readonly DiagnosticDescriptor UnsentRequest = Create(
        RuleIds.VERO203UnsentRequest, DiagnosticSeverity.Warning,
        title: "The request is made but not sent",
        message: "Pass the request of '{0}' on, such as to IVeroClient.IdentifyAsync: ToIdentifyRequest() alone sends nothing",
        category: Client);

    /// <summary>What the parser reports.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfTypes = ImmutableArray.Create(
        IdRequired, IdRequiredUnlessValue, SerializationRequired, SeveralIds, SeveralEmails, DuplicateKey, IdType, EmailType, TraitType, TypeParameter, MemberCannotBeRead,
        TypeCannotBeReached, ExclusiveAttributes, BlankKey, OwnMethod, LanguageVersion, TraitsLost, Channel, MadeByGenerator, Path, Converter, Option, Map, UnspecifiedDateTime,
        ReservedKeyType, ReservedKeyNull, MisspeltReservedKey, ReservedKeyAsTrait);

    // Without the code that an error stands for, calls do not compile, so turning such an error off would only hide the reason.
    private static DiagnosticDescriptor Create(
        string id, DiagnosticSeverity severity, string title, string message, string category = Shape, bool isConfigurable = false) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: HelpLinkBase + id + ".md",
        customTags: severity == DiagnosticSeverity.Error && !isConfigurable ? [WellKnownDiagnosticTags.NotConfigurable] : []);
}
