namespace Vero.Typed.Sandbox;

/// <summary>Which values the sandbox accepts for the freeform keys of <c>data</c>.</summary>
public enum SandboxFreeformValues
{
    /// <summary>Any JSON value: what Vero's guides, SDKs and segment conditions work with.</summary>
    Native = 0,

    /// <summary>Strings only, exactly as the published schema says. Reserved keys keep their own types.</summary>
    Strings = 1,
}
