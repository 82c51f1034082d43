using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>The rules about the plan.</summary>
internal static class PlanRules
{
    private const string Category = "Vero.Plan";

    public static readonly DiagnosticDescriptor NotPlanned = Rule.Create(
        RuleIds.VERO301NotPlanned, Category, DiagnosticSeverity.Warning,
        title: "A key is sent that the plan does not list",
        message: "'{0}' sends {1}, which " + PlanFile.Name + " does not list; {2}");

    public static readonly DiagnosticDescriptor NotSent = Rule.Create(
        RuleIds.VERO302NotSent, Category, DiagnosticSeverity.Warning,
        title: "The plan lists a key that is no longer sent",
        message: PlanFile.Name + " lists {1} of '{0}', which is no longer sent; remove the line, or send the key again");

    public static readonly DiagnosticDescriptor TypeChanged = Rule.Create(
        RuleIds.VERO303TypeChanged, Category, DiagnosticSeverity.Warning,
        title: "The type of a key is not the one that the plan lists",
        message: "'{0}' sends {1} as {2}, but " + PlanFile.Name + " lists it as {3}; update the line, or send what is planned");

    public static readonly DiagnosticDescriptor UnreadableLine = Rule.Create(
        RuleIds.VERO304UnreadableLine, Category, DiagnosticSeverity.Error,
        title: "A line of the plan cannot be read",
        message: "This line of " + PlanFile.Name + " cannot be read: {0}",
        isConfigurable: true);

    /// <summary>What VERO301 advises.</summary>
    public const string AddToPlan = "add it to the plan";

    /// <summary>What VERO301 advises where a key was renamed.</summary>
    public static string KeepKey(string key) => $"keep the planned key with [VeroTrait({CSharpText.Literal(key)})], or add the new key to the plan";

    /// <summary>What VERO301 advises where a type was renamed.</summary>
    public static string RenameType(string type) => $"rename '{type}' in the plan, or add it";
}
