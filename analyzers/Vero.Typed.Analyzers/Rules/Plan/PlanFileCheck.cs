using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>What is wrong with the lines of a file: those that cannot be read, and those of types that are gone.</summary>
internal static class PlanFileCheck
{
    public static void Report(PlanFile file, ProjectPlan plan, IReadOnlyCollection<string> gone, AdditionalFileAnalysisContext context)
    {
        foreach (PlanError error in file.Errors)
            context.ReportDiagnostic(Diagnostic.Create(PlanRules.UnreadableLine, LocationOf(error.Start, error.Length), error.Reason));
        if (plan.HasErrors || !plan.IsComplete)
            return;

        foreach (IGrouping<string, PlanEntry> lines in file.Entries.Where(entry => gone.Contains(entry.Line.Type)).GroupBy(static entry => entry.Line.Type))
        {
            foreach (PlanDifference difference in PlanComparison.Of(lines.Key, [], [.. lines]))
                context.ReportDiagnostic(PlanReport.Of(difference, lines.Key, LocationOf(difference.Planned[0].Start, difference.Planned[0].Length)));
        }

        Location LocationOf(int start, int length) => ProjectPlan.LocationOf(context.AdditionalFile, start, length, context.CancellationToken);
    }
}
