namespace Quickstart;

/// <summary>Whether every row of a file is accounted for: sent and, where that can be seen, arrived; or unsendable on purpose.</summary>
/// <param name="File">The file.</param>
/// <param name="Outcomes">What became of its rows.</param>
/// <param name="ReadBack">What arrived, or null if that cannot be seen.</param>
internal sealed record Accounting(RowFile File, IReadOnlyList<RowOutcome> Outcomes, ReadBack? ReadBack)
{
    /// <returns>One line for each thing that does not add up; empty if all does.</returns>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        foreach ((FileRow row, RowResult result, _) in Outcomes)
        {
            switch (result)
            {
                case RowResult.Sent when row.IsMarkedUnsendable:
                    problems.Add($"Row {row.Number} of the {File.Kind} was sent, though the file says that it cannot be");
                    break;
                case RowResult.Unsendable when !row.IsMarkedUnsendable:
                    problems.Add($"Row {row.Number} of the {File.Kind} is unsendable, and the file does not say so");
                    break;
            }
        }

        // When the network is down, all rows fail for one reason: that is one line, not hundreds.
        foreach (var failure in Outcomes.Where(static outcome => outcome.Result == RowResult.Failed).GroupBy(static outcome => outcome.Detail))
            problems.Add($"{failure.Count()} {File.Kind} failed, the first of them row {failure.First().Row.Number}: {failure.Key}");

        if (Outcomes.LastOrDefault(static outcome => outcome.Result == RowResult.NotSent) is { } last)
            problems.Add($"{Outcomes.Count(static outcome => outcome.Result == RowResult.NotSent)} {File.Kind} were not sent, because the run ended: {last.Detail}");

        int marked = Outcomes.Count(static outcome => outcome.Row.IsMarkedUnsendable);
        if (marked != File.UnsendableOnPurpose)
            problems.Add($"The file marks {marked} {File.Kind} as unsendable instead of {File.UnsendableOnPurpose}");
        if (ReadBack is not null)
            problems.AddRange(ReadBack.Problems);
        return problems;
    }
}
