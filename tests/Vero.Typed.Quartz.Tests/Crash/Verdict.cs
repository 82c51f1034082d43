namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>What Vero holds, compared with what was committed.</summary>
internal sealed class Verdict
{
    public int Committed { get; set; }

    /// <summary>Committed and never accepted.</summary>
    public int Lost { get; set; }

    /// <summary>Users whose newest committed state is not what Vero was told last.</summary>
    public int Stale { get; set; }

    /// <summary>Accepted and never committed.</summary>
    public int Phantom { get; set; }

    /// <summary>An older identify accepted after a newer one.</summary>
    public int Backwards { get; set; }

    /// <summary>Users whose tags were not accepted in order.</summary>
    public int OutOfOrder { get; set; }

    /// <summary>Accepted again: what a crash may cost.</summary>
    public int Repeated { get; set; }

    public override string ToString() =>
        $"committed {Committed}, lost {Lost}, stale {Stale}, phantom {Phantom}, backwards {Backwards}, out of order {OutOfOrder}, repeated {Repeated}";
}
