namespace Vero.Typed.Analyzers.Rules.Plan;

/// <summary>Finds the name that a type had before.</summary>
internal static class RenamedType
{
    /// <summary>
    /// The one type that is gone and sent the same, or else the one that is gone and had the same name in another namespace. Null where there
    /// is none, or a choice.
    /// </summary>
    public static string? Of(string type, IReadOnlyList<SentValue> sent, ProjectPlan plan, IReadOnlyCollection<string> gone)
    {
        if (gone.Count == 0)
            return null;
        string[] alike = [.. gone.Where(candidate => SendsTheSame(type, sent, plan.EntriesOf(candidate)))];
        if (alike.Length == 0)
            alike = [.. gone.Where(candidate => ProjectPlan.SimpleName(candidate) == ProjectPlan.SimpleName(type))];
        return alike.Length == 1 ? alike[0] : null;
    }

    private static bool SendsTheSame(string type, IReadOnlyList<SentValue> sent, IReadOnlyList<PlanEntry> planned) =>
        PlanComparison.Of(type, sent, planned).Count == 0;
}
