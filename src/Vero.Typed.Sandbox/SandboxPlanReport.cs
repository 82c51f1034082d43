namespace Vero.Typed.Sandbox;

/// <summary>What has arrived, compared with a plan.</summary>
public sealed class SandboxPlanReport
{
    internal SandboxPlanReport(
        int planned, int arrived, IReadOnlyList<SandboxPlanDifference> missing, IReadOnlyList<SandboxPlanDifference> unplanned, IReadOnlyList<SandboxPlanDifference> different)
    {
        Planned = planned;
        Arrived = arrived;
        Missing = missing;
        Unplanned = unplanned;
        Different = different;
    }

    /// <summary>How many keys and events the plan lists; a key that several types send is one.</summary>
    public int Planned { get; }

    /// <summary>How many of them have arrived.</summary>
    public int Arrived { get; }

    /// <summary>What the plan lists and has never arrived, with its planned shape.</summary>
    public IReadOnlyList<SandboxPlanDifference> Missing { get; }

    /// <summary>What has arrived and the plan does not list.</summary>
    public IReadOnlyList<SandboxPlanDifference> Unplanned { get; }

    /// <summary>What has arrived with another shape than the planned one.</summary>
    public IReadOnlyList<SandboxPlanDifference> Different { get; }
}
