namespace Quickstart;

/// <summary>Whether every row is accounted for: sent and, where that can be seen, arrived; or unsendable on purpose.</summary>
internal static class Accounting
{
    /// <param name="outcomes">All rows.</param>
    /// <param name="readBack">What arrived, or null if that cannot be seen.</param>
    /// <returns>One line for each thing that does not add up; empty if all does.</returns>
    public static IReadOnlyList<string> Problems(IReadOnlyList<RowOutcome> outcomes, ReadBack? readBack)
    {
        var problems = new List<string>();
        foreach ((CustomerRow row, RowResult result, _) in outcomes)
        {
            switch (result)
            {
                case RowResult.Sent when row.IsMarkedUnsendable:
                    problems.Add($"Row {row.Number} was sent, though the file says that it cannot be");
                    break;
                case RowResult.Unsendable when !row.IsMarkedUnsendable:
                    problems.Add($"Row {row.Number} is unsendable, and the file does not say so");
                    break;
            }
        }

        // When the network is down, all rows fail for one reason: that is one line, not hundreds.
        foreach (var failure in outcomes.Where(static outcome => outcome.Result == RowResult.Failed).GroupBy(static outcome => outcome.Detail))
            problems.Add($"{failure.Count()} rows failed, the first of them row {failure.First().Row.Number}: {failure.Key}");

        if (outcomes.LastOrDefault(static outcome => outcome.Result == RowResult.NotSent) is { } last)
            problems.Add($"{outcomes.Count(static outcome => outcome.Result == RowResult.NotSent)} rows were not sent, because the run ended: {last.Detail}");

        int marked = outcomes.Count(static outcome => outcome.Row.IsMarkedUnsendable);
        if (marked != CustomerFile.UnsendableOnPurpose)
            problems.Add($"The file marks {marked} rows as unsendable instead of {CustomerFile.UnsendableOnPurpose}");
        if (readBack is not null)
            problems.AddRange(readBack.Problems);
        return problems;
    }
}
