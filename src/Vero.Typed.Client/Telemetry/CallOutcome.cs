namespace Vero.Typed;

/// <summary>What became of a call that did not fail.</summary>
internal enum CallOutcome
{
    Delivered,
    DryRun,

    /// <summary><see cref="VeroClientOptions.ShouldSend"/> excludes the request.</summary>
    Suppressed,
}
