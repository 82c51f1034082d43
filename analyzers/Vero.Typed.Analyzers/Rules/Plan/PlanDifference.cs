namespace Vero.Typed.Analyzers.Rules.Plan;

internal enum PlanDifferenceKind
{
    /// <summary>It is sent, and the plan does not list it.</summary>
    NotPlanned,

    /// <summary>The plan lists it, and it is not sent.</summary>
    NotSent,

    /// <summary>It is sent as something else than the plan lists.</summary>
    Changed,
}

/// <summary>One difference between what a type sends and what the plan lists. What is below the path is part of it.</summary>
internal sealed class PlanDifference
{
    public required PlanDifferenceKind Kind { get; init; }

    public required PlanPath Path { get; init; }

    /// <summary>What is sent; null where nothing is.</summary>
    public required SentValue? Sent { get; init; }

    /// <summary>The lines of the path itself.</summary>
    public required IReadOnlyList<PlanEntry> Planned { get; init; }

    /// <summary>What is sent at the path and below it, in order.</summary>
    public List<PlanLine> SentLines { get; } = [];

    /// <summary>What the plan lists at the path and below it, in order.</summary>
    public List<PlanLine> PlannedLines { get; } = [];

    /// <summary>
    /// What is no longer sent and was the same but for its key, where a key was renamed. Null where there is no such thing, or a choice.
    /// </summary>
    public PlanDifference? RenamedFrom { get; set; }
}
