using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>Compares an event that must have arrived with the one that did.</summary>
internal static class EventComparison
{
    /// <returns>The places that differ, such as <c>data.total</c>, without the values; empty if nothing does.</returns>
    public static IReadOnlyList<string> Differences(ExpectedEvent expected, SandboxEvent? actual)
    {
        if (actual is null)
            return ["no event"];

        var differences = new List<string>();
        if (actual.UserId != expected.UserId)
            differences.Add("identity.id");
        if (actual.Name != expected.Name)
            differences.Add("event_name");
        if (actual.CreatedAt is not { } createdAt || ExpectedEvent.Time(createdAt) != expected.CreatedAt)
            differences.Add("extras.created_at");
        differences.AddRange(DataComparison.Differences(expected.Data, actual.Data));
        return differences;
    }
}
