using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>Makes the descriptors. One id has one meaning and one default severity. A message says what to do, names the thing, and has no trailing period.</summary>
internal static class Rule
{
    private const string HelpLinkBase = "https://github.com/vero-typed/vero-typed/blob/main/analyzers/rules/";

    // Without the code that an error stands for, calls do not compile: turning such an error off would only hide the reason.
    public static DiagnosticDescriptor Create(
        string id, string category, DiagnosticSeverity severity, string title, string message, bool? isConfigurable = null) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: HelpLinkBase + id + ".md",
        customTags: isConfigurable ?? severity != DiagnosticSeverity.Error ? [] : [WellKnownDiagnosticTags.NotConfigurable]);
}
