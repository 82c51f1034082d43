using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>A difference as a diagnostic, with the facts that its fixes need.</summary>
internal static class PlanReport
{
    public static Diagnostic Of(PlanDifference difference, string typeForMessage, Location location, string? renamedType = null)
    {
        ImmutableDictionary<string, string?> facts = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.SentLines, Joined(difference.SentLines))
            .Add(DiagnosticProperties.PlannedLines, Joined(difference.PlannedLines));
        switch (difference.Kind)
        {
            case PlanDifferenceKind.NotPlanned:
                Location? namedBy = difference.Sent!.NamedBy;
                PlanDifference? renamedFrom = namedBy is null ? null : difference.RenamedFrom;
                if (renamedType is not null)
                    facts = facts.Add(DiagnosticProperties.RenamedType, renamedType);
                if (renamedFrom is null)
                    return Create(PlanRules.NotPlanned, renamedType is null ? PlanRules.AddToPlan : PlanRules.RenameType(renamedType));

                string key = renamedFrom.Path.Steps[renamedFrom.Path.Steps.Count - 1].Name;
                facts = facts.Add(DiagnosticProperties.PlannedKey, key).SetItem(DiagnosticProperties.PlannedLines, Joined(renamedFrom.PlannedLines));
                return Diagnostic.Create(
                    PlanRules.NotPlanned, location, [namedBy!], facts, typeForMessage, difference.Path, PlanRules.KeepKey(key));
            case PlanDifferenceKind.NotSent:
                return Create(PlanRules.NotSent);
            default:
                return Create(PlanRules.TypeChanged, difference.Sent!.Shape, string.Join(" and ", difference.Planned.Select(static entry => entry.Line.Shape).Distinct()));
        }

        Diagnostic Create(DiagnosticDescriptor rule, params object[] more) =>
            Diagnostic.Create(rule, location, facts, [typeForMessage, difference.Path, .. more]);
    }

    private static string Joined(List<PlanLine> lines) => string.Join("\n", lines);
}
