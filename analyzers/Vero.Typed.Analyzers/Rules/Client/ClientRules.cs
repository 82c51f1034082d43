using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Client;

/// <summary>The rules about the use of the client.</summary>
internal static class ClientRules
{
    public static readonly DiagnosticDescriptor TokenInSource = Create(
        RuleIds.VERO201TokenInSource, DiagnosticSeverity.Warning,
        title: "The auth token is in the source code",
        message: "Read AuthToken from configuration; anyone who can read this source code can change every user of the Vero project");

    // The options are validated at run time too, and a test may want to see that: this error, unlike the others, can be configured.
    public static readonly DiagnosticDescriptor AddressWithoutHttps = Create(
        RuleIds.VERO202AddressWithoutHttps, DiagnosticSeverity.Error,
        title: "The base address must use https",
        message: "Use https for BaseAddress; '{0}' is rejected when the options are validated because the auth token would be sent unencrypted",
        isConfigurable: true);

    public static readonly DiagnosticDescriptor UnsentRequest = Create(
        RuleIds.VERO203UnsentRequest, DiagnosticSeverity.Warning,
        title: "The request is created but not sent",
        message: "Pass the request of '{0}' to the client, for example to IVeroClient.{2}; {1}() alone sends nothing");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message, bool? isConfigurable = null) =>
        Rule.Create(id, "Vero.Client", severity, title, message, isConfigurable);
}
