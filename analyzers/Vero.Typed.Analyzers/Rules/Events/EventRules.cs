using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Events;

/// <summary>The rules about events.</summary>
internal static class EventRules
{
    public static readonly DiagnosticDescriptor EventName = Create(
        RuleIds.VERO020EventName, DiagnosticSeverity.Error,
        title: "The name of the event is not valid",
        message: "Give the event '{0}' another name: {1}");

    public static readonly DiagnosticDescriptor SameEvent = Create(
        RuleIds.VERO021SameEvent, DiagnosticSeverity.Warning,
        title: "Two types are the same event at Vero",
        message: "'{0}' and '{1}' are one event at Vero, where letter case, spaces and underscores in names make no difference; give one of them another name");

    public static readonly DiagnosticDescriptor AttributeWithoutPlace = Create(
        RuleIds.VERO022AttributeWithoutPlace, DiagnosticSeverity.Error,
        title: "The attribute has no place here",
        message: "[{0}] has no place on '{1}': {2}");

    public static readonly DiagnosticDescriptor CreatedAtType = Create(
        RuleIds.VERO023CreatedAtType, DiagnosticSeverity.Error,
        title: "The type of the date is not supported",
        message: "'{0}' of type '{1}' cannot be the date of an event; use a DateTimeOffset or a DateTime");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        Rule.Create(id, "Vero.Events", severity, title, message);
}
