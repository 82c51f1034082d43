using Vero.Typed.Analyzers.Rules;
using Vero.Typed.CodeFixes.Editing;

namespace Vero.Typed.CodeFixes.Plan;

/// <summary>What the fixes of the plan have in common.</summary>
internal static class PlanRepairs
{
    /// <summary>The lines that a property of a diagnostic holds.</summary>
    public static IReadOnlyList<PlanLine> Lines(Microsoft.CodeAnalysis.Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out string? lines) && lines is not null
            ? [.. PlanFile.Parse(lines).Entries.Select(static entry => entry.Line)]
            : [];

    /// <summary>What is sent at the path of a diagnostic and below it, the path first.</summary>
    public static IReadOnlyList<PlanLine> Sent(Microsoft.CodeAnalysis.Diagnostic diagnostic) => Lines(diagnostic, DiagnosticProperties.SentLines);

    /// <summary>What is planned there.</summary>
    public static IReadOnlyList<PlanLine> Planned(Microsoft.CodeAnalysis.Diagnostic diagnostic) => Lines(diagnostic, DiagnosticProperties.PlannedLines);

    /// <summary>A repair that changes the plan of a project and nothing else.</summary>
    /// <param name="title">Its title up to the name of the file.</param>
    /// <param name="equivalenceKey">The key of its kind.</param>
    /// <param name="project">The project.</param>
    /// <param name="change">Makes the change.</param>
    public static Repair Of(string title, string equivalenceKey, Microsoft.CodeAnalysis.Project project, Action<PlanChange> change)
    {
        var changes = new PlanChange();
        change(changes);
        var edits = new SourceEdits();
        edits.ChangePlan(project.Id, changes);
        return new Repair($"{title} {PlanFile.Name}", equivalenceKey, edits);
    }
}
