using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Shape;

/// <summary>The rules about annotated types and their members.</summary>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor IdRequired = Create(
        RuleIds.VERO001IdRequired, DiagnosticSeverity.Error,
        title: "A type with Vero attributes needs an id",
        message: "Put [VeroId] on the member of '{0}' that identifies the user{1}");

    public static readonly DiagnosticDescriptor SeveralIds = Create(
        RuleIds.VERO002SeveralIds, DiagnosticSeverity.Error,
        title: "A type has one id",
        message: "'{0}' cannot have [VeroId] because '{1}' already has it");

    public static readonly DiagnosticDescriptor SeveralEmails = Create(
        RuleIds.VERO003SeveralEmails, DiagnosticSeverity.Error,
        title: "A type has one email address",
        message: "'{0}' cannot have [VeroEmail] because '{1}' already has it");

    public static readonly DiagnosticDescriptor DuplicateKey = Create(
        RuleIds.VERO004DuplicateKey, DiagnosticSeverity.Error,
        title: "Two members have the same key",
        message: "Give '{0}' another key because '{1}' is already sent as \"{2}\"");

    public static readonly DiagnosticDescriptor IdType = Create(
        RuleIds.VERO005IdType, DiagnosticSeverity.Error,
        title: "The type of the id is not supported",
        message: "'{0}' of type '{1}' cannot be the id; {2}");

    public static readonly DiagnosticDescriptor EmailType = Create(
        RuleIds.VERO006EmailType, DiagnosticSeverity.Error,
        title: "The type of the email address is not supported",
        message: "'{0}' of type '{1}' cannot be the email address; {2}");

    public static readonly DiagnosticDescriptor TraitType = Create(
        RuleIds.VERO007TraitType, DiagnosticSeverity.Error,
        title: "The type of the trait is not supported",
        message: "'{0}' of type '{1}' cannot be sent: {2}");

    public static readonly DiagnosticDescriptor MemberCannotBeRead = Create(
        RuleIds.VERO008MemberCannotBeRead, DiagnosticSeverity.Error,
        title: "Generated code cannot read the member",
        message: "Generated code cannot read '{0}' because it {1}");

    public static readonly DiagnosticDescriptor TypeCannotBeReached = Create(
        RuleIds.VERO009TypeCannotBeReached, DiagnosticSeverity.Error,
        title: "Generated code cannot access the type",
        message: "No code can be generated for '{0}' because it {1}");

    public static readonly DiagnosticDescriptor ExclusiveAttributes = Create(
        RuleIds.VERO010ExclusiveAttributes, DiagnosticSeverity.Error,
        title: "A member has one Vero attribute",
        message: "'{1}' cannot have [{0}] because it already has [{2}]");

    public static readonly DiagnosticDescriptor BlankKey = Create(
        RuleIds.VERO011BlankKey, DiagnosticSeverity.Error,
        title: "A key must not be blank",
        message: "Give '{0}' a key, or remove the argument to use the naming policy");

    public static readonly DiagnosticDescriptor OwnMethod = Create(
        RuleIds.VERO012OwnMethod, DiagnosticSeverity.Error,
        title: "A member has the name of a generated method",
        message: "Rename or remove '{0}' of '{1}' because it conflicts with a generated method");

    public static readonly DiagnosticDescriptor LanguageVersion = Create(
        RuleIds.VERO013LanguageVersion, DiagnosticSeverity.Error,
        title: "Generated code needs C# 11",
        message: "Set <LangVersion>11</LangVersion> or later in the project of '{0}' because generated code uses UTF-8 string literals");

    public static readonly DiagnosticDescriptor AttributeDoesNothing = Create(
        RuleIds.VERO014AttributeDoesNothing, DiagnosticSeverity.Error,
        title: "The attribute has no effect here",
        message: "Move [{0}] to a property, a field or a parameter of a positional record because here it {1}");

    public static readonly DiagnosticDescriptor TraitsLost = Create(
        RuleIds.VERO015TraitsLost, DiagnosticSeverity.Error,
        title: "A type that derives from a partial type must be partial",
        message: "Make '{0}' and its containing types partial; otherwise calls use the method of its base '{1}', which does not send the members of '{0}'");

    public static readonly DiagnosticDescriptor Channel = Create(
        RuleIds.VERO016Channel, DiagnosticSeverity.Error,
        title: "The channel is incomplete or its member has an unsupported type",
        message: "'{0}' cannot be sent as a channel: {1}");

    public static readonly DiagnosticDescriptor MadeByGenerator = Create(
        RuleIds.VERO017MadeByGenerator, DiagnosticSeverity.Error,
        title: "Members made by other source generators are not visible to Vero.Typed",
        message: "'{0}' cannot be sent because another source generator makes {1}, which is not visible to Vero.Typed; {2}");

    public static readonly DiagnosticDescriptor OnlyIdAtCall = Create(
        RuleIds.VERO018OnlyIdAtCall, DiagnosticSeverity.Warning,
        title: "The type inherits an id but has no annotated members",
        message: "Annotate the members of '{0}', or put [VeroSerialization] on it if it is a user; this call sends only the members of '{1}'");

    public static readonly DiagnosticDescriptor SerializationRequired = Create(
        RuleIds.VERO019SerializationRequired, DiagnosticSeverity.Error,
        title: "A type that only inherits Vero attributes needs [VeroSerialization]",
        message: "Put [VeroSerialization] on '{0}' because no code can be generated for the base type whose Vero attributes it inherits");

    public static readonly DiagnosticDescriptor Path = Create(
        RuleIds.VERO024Path, DiagnosticSeverity.Error,
        title: "The path does not exist",
        message: "The path \"{0}\" cannot be read: {1}");

    public static readonly DiagnosticDescriptor Converter = Create(
        RuleIds.VERO025Converter, DiagnosticSeverity.Error,
        title: "The converter does not fit",
        message: "The converter {0} cannot be used: {1}");

    public static readonly DiagnosticDescriptor Option = Create(
        RuleIds.VERO026Option, DiagnosticSeverity.Error,
        title: "The option has no meaning here",
        message: "Remove {0}: {1}");

    public static readonly DiagnosticDescriptor Map = Create(
        RuleIds.VERO027Map, DiagnosticSeverity.Error,
        title: "A map is not a static partial class",
        message: "'{0}' cannot be a map: {1}");

    public static readonly DiagnosticDescriptor IdOrValueRequired = Create(
        RuleIds.VERO030IdOrValueRequired, DiagnosticSeverity.Error,
        title: "A type with traits only needs an id or the mark of a value",
        message: "Put [VeroId] on the member of '{0}' that identifies the user, or [VeroSerialization(ValueOnly = true)] on '{0}' if it is only used as the value of a trait{1}");

    public static readonly DiagnosticDescriptor TypeParameter = Create(
        RuleIds.VERO031TypeParameter, DiagnosticSeverity.Error,
        title: "The type of the member is known only in derived types",
        message: "Derive a type from '{2}' or make it abstract because the type of '{0}', '{1}', is known only in derived types");

    public static readonly DiagnosticDescriptor TraitsLostAtCall = Create(
        RuleIds.VERO032TraitsLostAtCall, DiagnosticSeverity.Warning,
        title: "The call does not send the members of derived types",
        message: "Make '{0}' partial so that its method is virtual; this call does not send the members added by {1}");

    public static readonly DiagnosticDescriptor TraitsLostInValue = Create(
        RuleIds.VERO033TraitsLostInValue, DiagnosticSeverity.Warning,
        title: "The trait does not send the members of derived types",
        message: "'{0}' is sent with the members of its declared type '{1}', not with those added by {2}; {3} or move them to '{1}'");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        Rule.Create(id, "Vero.Shape", severity, title, message);
}
