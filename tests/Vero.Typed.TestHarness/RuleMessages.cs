using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.TestHarness;

/// <summary>The message of a rule, from its descriptor: a test states the arguments, not the sentence.</summary>
public static class RuleMessages
{
    /// <summary>The message with its arguments.</summary>
    public static string MessageWith(this DiagnosticDescriptor rule, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, rule.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);

    /// <summary>The message as it was reported.</summary>
    public static string Message(this Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
