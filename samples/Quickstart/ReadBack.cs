using NodaTime;
using Vero.Typed.Sandbox;

namespace Quickstart;

/// <summary>What the comparison of all profiles with the file found.</summary>
/// <param name="Equal">How many rows arrived exactly as expected.</param>
/// <param name="Problems">One line for each row that did not, and for each profile that nobody sent.</param>
internal sealed record ReadBack(int Equal, IReadOnlyList<string> Problems)
{
    /// <param name="outcomes">All rows.</param>
    /// <param name="profiles">What the sandbox holds.</param>
    /// <param name="sending">When the first and the last row were sent: a clock may have been put forward in between.</param>
    public static ReadBack Compare(
        IReadOnlyList<RowOutcome> outcomes, IReadOnlyDictionary<string, SandboxProfile> profiles, Interval sending)
    {
        var problems = new List<string>();
        var sentIds = new HashSet<string>(StringComparer.Ordinal);
        int equal = 0;
        foreach (CustomerRow row in outcomes.Where(static outcome => outcome.Result == RowResult.Sent).Select(static outcome => outcome.Row))
        {
            ExpectedProfile expected = ExpectedProfile.Of(row, sending.Start);
            sentIds.Add(expected.Id);
            SandboxProfile? actual = profiles.GetValueOrDefault(expected.Id);
            IReadOnlyList<string> differences = ProfileComparison.Differences(expected, actual);
            if (differences.Count == 0 || ProfileComparison.Differences(ExpectedProfile.Of(row, sending.End), actual).Count == 0)
                equal++;
            else
                problems.Add($"Row {row.Number} arrived differently: {string.Join(", ", differences)}");
        }

        int strangers = profiles.Keys.Count(id => !sentIds.Contains(id));
        if (strangers > 0)
            problems.Add($"Profiles that no row was sent for: {strangers}");
        return new ReadBack(equal, problems);
    }
}
