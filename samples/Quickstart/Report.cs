using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Quickstart;

/// <summary>Prints what happened.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Destination(Destination destination)
    {
        if (destination.Sandbox is { } sandbox)
            console.MarkupLineInterpolated($"No token in Vero__AuthToken: a sandbox was started at [blue]{sandbox.BaseAddress}[/].");
        else
            console.MarkupLine("Vero__AuthToken is set: the customers go to [blue]Vero[/], which cannot be read back.");
    }

    public async Task<T> WithProgressAsync<T>(int rows, Func<Action, Task<T>> send) =>
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"Sending {rows} customers", maxValue: rows);
                return await send(() => task.Increment(1));
            });

    public void Example(IReadOnlyList<RowOutcome> outcomes)
    {
        if (outcomes.FirstOrDefault(static outcome => outcome.Result == RowResult.Sent) is not { } example)
            return;
        using JsonDocument body = JsonDocument.Parse(example.Detail);
        console.WriteLine($"What left this machine for row {example.Row.Number}, indented:");
        console.WriteLine(JsonSerializer.Serialize(body.RootElement, Readable));
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

    public void Verdict(IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
            console.MarkupLineInterpolated($"[red]{problem}[/]");
        console.MarkupLine(problems.Count == 0 ? "[green]Every row is accounted for.[/]" : "[red]Not every row is accounted for.[/]");
    }

    private static Text Text(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
