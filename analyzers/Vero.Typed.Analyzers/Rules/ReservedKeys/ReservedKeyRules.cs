using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>The rules about Vero's reserved keys and their values.</summary>
internal static class ReservedKeyRules
{
    public static readonly DiagnosticDescriptor ReservedKeyType = Create(
        RuleIds.VERO101ReservedKeyType, DiagnosticSeverity.Error,
        title: "The value of a reserved key has the wrong type",
        message: "'{0}' has the type '{1}', but \"{2}\" must be {3}");

    public static readonly DiagnosticDescriptor MisspeltReservedKey = Create(
        RuleIds.VERO102MisspeltReservedKey, DiagnosticSeverity.Warning,
        title: "The key is a misspelling of a reserved key",
        message: "'{0}' is sent as \"{1}\", which is not a reserved key; use {2}");

    public static readonly DiagnosticDescriptor ReservedKeyAsTrait = Create(
        RuleIds.VERO103ReservedKeyAsTrait, DiagnosticSeverity.Info,
        title: "The reserved key has a dedicated attribute",
        message: "Use [{1}] on '{0}' instead of the key \"{2}\"");

    public static readonly DiagnosticDescriptor TimezoneOutOfRange = Create(
        RuleIds.VERO104TimezoneOutOfRange, DiagnosticSeverity.Warning,
        title: "The time zone offset is out of range",
        message: $"The time zone offset of '{{0}}' must be between {VeroContract.MinTimezone} and +{VeroContract.MaxTimezone} hours, not {{1}}{{2}}");

    public static readonly DiagnosticDescriptor TimezoneNotInHours = Create(
        RuleIds.VERO105TimezoneNotInHours, DiagnosticSeverity.Warning,
        title: "The value is not the time zone offset in hours",
        message: "Set '{0}' to the current offset in hours or to the TimeZoneInfo itself: {1}");

    public static readonly DiagnosticDescriptor NoLanguageTag = Create(
        RuleIds.VERO106NoLanguageTag, DiagnosticSeverity.Warning,
        title: "The value is not a language tag",
        message: "Set '{0}' to a BCP 47 language tag such as \"en-AU\": {1}");

    public static readonly DiagnosticDescriptor DataEntryValue = Create(
        RuleIds.VERO107DataEntryValue, DiagnosticSeverity.Warning,
        title: "The value of a reserved key in a dictionary is invalid",
        message: "Set \"{1}\" in '{0}' to {2}: {3}");

    public static readonly DiagnosticDescriptor NoPhoneNumber = Create(
        RuleIds.VERO108NoPhoneNumber, DiagnosticSeverity.Warning,
        title: "The value is not a phone number in E.164",
        message: "Set '{0}' to a phone number in E.164 such as \"+61491570006\": {1}");

    public static readonly DiagnosticDescriptor PhoneNumberAsTrait = Create(
        RuleIds.VERO109PhoneNumberAsTrait, DiagnosticSeverity.Warning,
        title: "The phone number is sent without [VeroPhoneNumber]",
        message: "Use [{2}] for the phone number in '{0}' instead of the key \"{1}\"");

    public static readonly DiagnosticDescriptor UnspecifiedDateTime = Create(
        RuleIds.VERO112UnspecifiedDateTime, DiagnosticSeverity.Info,
        title: "Nothing says what an unspecified date means",
        message: "'{0}' is a DateTime, and nothing says what one of unspecified kind means; use [VeroSerialization(UnspecifiedDateTime = ...)]");

    public static readonly DiagnosticDescriptor OtherJsonName = Create(
        RuleIds.VERO110OtherJsonName, DiagnosticSeverity.Info,
        title: "The key differs from the member's JSON name",
        message: "Use the key \"{2}\" for '{0}' to match its [{3}]; it is sent as \"{1}\"");

    public static readonly DiagnosticDescriptor HiddenElsewhere = Create(
        RuleIds.VERO111HiddenElsewhere, DiagnosticSeverity.Info,
        title: "The member is sent although another serializer ignores it",
        message: "Check whether '{0}' should be sent; it has [{1}]");

    public static readonly DiagnosticDescriptor SecretHiddenElsewhere = Create(
        RuleIds.VERO113SecretHiddenElsewhere, DiagnosticSeverity.Warning,
        title: "A member that looks secret is sent although another serializer ignores it",
        message: "Do not send '{0}' if it is a secret; its name looks like one, and it has [{1}]");

    public static readonly DiagnosticDescriptor ReservedKeyNull = Create(
        RuleIds.VERO120ReservedKeyNull, DiagnosticSeverity.Error,
        title: "A reserved key cannot be null",
        message: "Remove WriteNull from '{0}' because \"{1}\" cannot be null");

    public static readonly DiagnosticDescriptor MisspeltDataEntry = Create(
        RuleIds.VERO121MisspeltDataEntry, DiagnosticSeverity.Warning,
        title: "The key in a dictionary is a misspelling of a reserved key",
        message: "Use the key \"{2}\" instead of \"{1}\" in '{0}'");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        Rule.Create(id, "Vero.ReservedKeys", severity, title, message);
}
