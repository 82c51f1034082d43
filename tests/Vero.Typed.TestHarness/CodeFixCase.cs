namespace Vero.Typed.TestHarness;

/// <summary>What a test of a code fix expects beyond the text before and after.</summary>
public sealed record CodeFixCase
{
    /// <summary>The fix offered first, one diagnostic after another, and everything at once by Fix All.</summary>
    public static CodeFixCase Default { get; } = new();

    /// <summary>Chooses the fix by its equivalence key; null for the first one.</summary>
    public string? EquivalenceKey { get; init; }

    /// <summary>The titles of all fixes of a diagnostic whose first fix has the first title, in the order in which they are offered; null when they do not matter.</summary>
    public string[]? Titles { get; init; }

    /// <summary>How often a fix is applied until nothing is left to do; null for at most once per diagnostic.</summary>
    public int? Iterations { get; init; }

    /// <summary>How often Fix All is applied until nothing is left to do: once, unless repairs of different kinds are needed.</summary>
    public int? FixAllIterations { get; init; }

    /// <summary>The file of a second project that refers to the first one, before and after; null for none.</summary>
    public (string Before, string After)? OtherProject { get; init; }

    /// <summary>The plan afterwards, if the options have one; null where it stays as it is.</summary>
    public string? PlanAfter { get; init; }

    /// <summary>How the sources are compiled.</summary>
    public HarnessOptions Options { get; init; } = HarnessOptions.Default;
}
