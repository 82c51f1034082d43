using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>Compares what must have arrived with what did, key by key.</summary>
internal static class ProfileComparison
{
    /// <returns>The places that differ, such as <c>data.plan</c>, without the values; empty if nothing does.</returns>
    public static IReadOnlyList<string> Differences(ExpectedProfile expected, SandboxProfile? actual)
    {
        if (actual is null)
            return ["no profile"];

        var differences = new List<string>();
        if (actual.Id != expected.Id)
            differences.Add("id");
        if (actual.Email != expected.Email)
            differences.Add("email");
        if (!actual.Channels.SequenceEqual(expected.Channels))
            differences.Add("channels");
        differences.AddRange(DataComparison.Differences(expected.Data, actual.Data));
        return differences;
    }
}
