using NodaTime;
using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>What the comparison of a file with everything that arrived found.</summary>
/// <param name="Equal">How many rows arrived exactly as expected.</param>
/// <param name="Problems">One line for each row that did not, and for what nobody sent.</param>
internal sealed record ReadBack(int Equal, IReadOnlyList<string> Problems)
{
    /// <param name="outcomes">All rows of customers.</param>
    /// <param name="profiles">What the sandbox holds.</param>
    /// <param name="sending">When the first and the last row were sent: a clock may have been put forward in between.</param>
    public static ReadBack OfProfiles(
        IReadOnlyList<RowOutcome> outcomes, IReadOnlyDictionary<string, SandboxProfile> profiles, Interval sending)
    {
        var problems = new List<string>();
        var sentIds = new HashSet<string>(StringComparer.Ordinal);
        int equal = 0;
        foreach (FileRow row in Sent(outcomes))
        {
            ExpectedProfile expected = ExpectedProfile.Of(row, sending.Start);
            sentIds.Add(expected.Id);
            SandboxProfile? actual = profiles.GetValueOrDefault(expected.Id);
            IReadOnlyList<string> differences = ProfileComparison.Differences(expected, actual);
            if (differences.Count == 0 || ProfileComparison.Differences(ExpectedProfile.Of(row, sending.End), actual).Count == 0)
                equal++;
            else
                problems.Add($"Row {row.Number} of the customers arrived differently: {string.Join(", ", differences)}");
        }

        int strangers = profiles.Keys.Count(id => !sentIds.Contains(id));
        if (strangers > 0)
            problems.Add($"Profiles that no row was sent for: {strangers}");
        return new ReadBack(equal, problems);
    }

    /// <param name="outcomes">All rows of orders.</param>
    /// <param name="events">What the sandbox holds, in the order in which it came.</param>
    public static ReadBack OfEvents(IReadOnlyList<RowOutcome> outcomes, IReadOnlyList<SandboxEvent> events)
    {
        var problems = new List<string>();
        ILookup<string?, SandboxEvent> byNumber = events.ToLookup(static happened => happened.Data.TryGetValue("number", out var number) ? number.GetString() : null, StringComparer.Ordinal);
        int equal = 0;
        int matched = 0;
        foreach (FileRow row in Sent(outcomes))
        {
            SandboxEvent[] arrived = [.. byNumber[row.Cells["order_number"]]];
            matched += arrived.Length;
            IReadOnlyList<string> differences = arrived.Length > 1
                ? [$"{arrived.Length} events"]
                : EventComparison.Differences(ExpectedEvent.Of(row), arrived.SingleOrDefault());
            if (differences.Count == 0)
                equal++;
            else
                problems.Add($"Row {row.Number} of the orders arrived differently: {string.Join(", ", differences)}");
        }

        if (events.Count > matched)
            problems.Add($"Events that no row was sent for: {events.Count - matched}");
        return new ReadBack(equal, problems);
    }

    private static IEnumerable<FileRow> Sent(IReadOnlyList<RowOutcome> outcomes) =>
        outcomes.Where(static outcome => outcome.Result == RowResult.Sent).Select(static outcome => outcome.Row);
}
