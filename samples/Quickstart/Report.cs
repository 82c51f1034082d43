using System.Globalization;
using Spectre.Console;
using Spectre.Console.Json;

namespace Quickstart;

/// <summary>Prints what happened.</summary>
internal sealed class Report(IAnsiConsole console)
{
    public void Destination(Destination destination)
    {
        if (destination.Sandbox is { } sandbox)
            console.MarkupLineInterpolated($"No token in Vero__AuthToken: a sandbox was started at [blue]{sandbox.BaseAddress}[/]; its page is [blue]{sandbox.PageAddress}[/].");
        else
            console.MarkupLine("Vero__AuthToken is set: the customers go to [blue]Vero[/], which cannot be read back.");
    }

    public async Task<T> WithProgressAsync<T>(int rows, Func<Action, Task<T>> send)
    {
        if (!console.Profile.Capabilities.Interactive)
            return await send(LineEvery(100, rows));

        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"Sending {rows} customers", maxValue: rows);
                return await send(() => task.Increment(1));
            });
    }

    public void Example(IReadOnlyList<RowOutcome> outcomes)
    {
        if (outcomes.FirstOrDefault(static outcome => outcome.Result == RowResult.Sent) is not { } example)
            return;
        console.WriteLine($"What left this machine for row {example.Row.Number}, indented:");
        console.Write(new JsonText(example.Detail));
        console.WriteLine();
    }

    public void Unsendable(IReadOnlyList<RowOutcome> outcomes)
    {
        Table table = new Table().Title("Unsendable rows").AddColumns("Row", "Reason");
        foreach (RowOutcome outcome in outcomes.Where(static outcome => outcome.Result == RowResult.Unsendable))
            table.AddRow(Text(outcome.Row.Number), new Text(outcome.Detail));
        console.Write(table);
    }

    public void Summary(IReadOnlyList<RowOutcome> outcomes, ReadBack? readBack)
    {
        Table table = new Table().Title("Summary").AddColumn("Rows").AddColumn(new TableColumn("Count").RightAligned());
        table.AddRow(new Text("In the file"), Text(outcomes.Count));
        foreach (RowResult result in Enum.GetValues<RowResult>())
            table.AddRow(new Text(result.ToString()), Text(outcomes.Count(outcome => outcome.Result == result)));
        table.AddRow(new Text("Profiles read back equal"), readBack is null ? new Text("not possible") : Text(readBack.Equal));
        console.Write(table);
    }

    public void Watching(Uri page) => console.MarkupLineInterpolated($"The sandbox stays open: [blue]{page}[/] shows what arrived. Press Ctrl+C to end.");

    public void Verdict(IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            console.MarkupLineInterpolated($"[red]{problem}[/]");
        console.MarkupLine(problems.Count == 0 ? "[green]Every row is accounted for.[/]" : "[red]Not every row is accounted for.[/]");
    }

    // A file or a pipe cannot show a bar that moves.
    private Action LineEvery(int step, int rows)
    {
        int done = 0;
        return () =>
        {
            int now = Interlocked.Increment(ref done);
            if (now % step == 0 || now == rows)
                console.WriteLine($"{now} of {rows} customers done");
        };
    }

    private static Text Text(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
