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
            console.MarkupLine("Vero__AuthToken is set: customers and orders go to [blue]Vero[/], which cannot be read back.");
    }

    public async Task<T> WithProgressAsync<T>(RowFile file, int rows, Func<Action, Task<T>> send)
    {
        if (!console.Profile.Capabilities.Interactive)
            return await send(LineEvery(100, rows, file.Kind));

        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"Sending {rows} {file.Kind}", maxValue: rows);
                return await send(() => task.Increment(1));
            });
    }

    public void Example(Accounting accounting)
    {
        if (accounting.Outcomes.FirstOrDefault(static outcome => outcome.Result == RowResult.Sent) is not { } example)
            return;
        console.WriteLine($"What left this machine for row {example.Row.Number} of the {accounting.File.Kind}, indented:");
        console.Write(new JsonText(example.Detail));
        console.WriteLine();
    }

    public void Unsendable(Accounting accounting)
    {
        Table table = new Table().Title($"Unsendable {accounting.File.Kind}").AddColumns("Row", "Reason");
        foreach (RowOutcome outcome in accounting.Outcomes.Where(static outcome => outcome.Result == RowResult.Unsendable))
            table.AddRow(Text(outcome.Row.Number), new Text(outcome.Detail));
        console.Write(table);
    }

    public void Summary(IReadOnlyList<Accounting> files)
    {
        Table table = new Table().Title("Summary").AddColumn("Rows");
        foreach (Accounting accounting in files)
            table.AddColumn(new TableColumn(accounting.File.Kind).RightAligned());
        Add("In the file", static accounting => Text(accounting.Outcomes.Count));
        foreach (RowResult result in Enum.GetValues<RowResult>())
            Add(result.ToString(), accounting => Text(accounting.Outcomes.Count(outcome => outcome.Result == result)));
        Add("Read back equal", static accounting => accounting.ReadBack is { } readBack ? Text(readBack.Equal) : new Text("not possible"));
        console.Write(table);

        void Add(string name, Func<Accounting, Text> cell) => table.AddRow([new Text(name), .. files.Select(cell)]);
    }

    public void Watching(Uri page) => console.MarkupLineInterpolated($"The sandbox stays open: [blue]{page}[/] shows what arrived. Press Ctrl+C to end.");

    public void Verdict(IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            console.MarkupLineInterpolated($"[red]{problem}[/]");
        console.MarkupLine(problems.Count == 0 ? "[green]Every row is accounted for.[/]" : "[red]Not every row is accounted for.[/]");
    }

    // A file or a pipe cannot show a bar that moves.
    private Action LineEvery(int step, int rows, string kind)
    {
        int done = 0;
        return () =>
        {
            int now = Interlocked.Increment(ref done);
            if (now % step == 0 || now == rows)
                console.WriteLine($"{now} of {rows} {kind} done");
        };
    }

    private static Text Text(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
