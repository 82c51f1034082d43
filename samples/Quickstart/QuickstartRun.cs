using CsvHelper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using Spectre.Console;

namespace Quickstart;

/// <summary>The sample from end to end.</summary>
internal static class QuickstartRun
{
    public const int AllAccountedFor = 0;
    public const int NotAllAccountedFor = 1;
    public const int CannotStart = 2;
    public const int Cancelled = 130;

    /// <param name="args">Settings such as <c>--file other.csv</c>; all others come from the environment.</param>
    /// <param name="console">Where to write.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAllAsync(Host.CreateApplicationBuilder(args), new Report(console), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.MarkupLine("[red]Cancelled.[/]");
            return Cancelled;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or CsvFormatException or OptionsValidationException)
        {
            console.MarkupLineInterpolated($"[red]{e.Message}[/]");
            return CannotStart;
        }
    }

    private static async Task<int> SendAllAsync(HostApplicationBuilder builder, Report report, CancellationToken cancellationToken)
    {
        string file = builder.Configuration["file"] ?? Path.Combine(AppContext.BaseDirectory, "customers.csv");
        IReadOnlyList<CustomerRow> rows = await CustomerFile.ReadAsync(file, cancellationToken);

        await using Destination destination = await Destination.OpenAsync(builder, cancellationToken);
        report.Destination(destination);

        var sender = new CustomerSender(destination.Client);
        Instant start = SystemClock.Instance.GetCurrentInstant();
        IReadOnlyList<RowOutcome> outcomes = await report.WithProgressAsync(
            rows.Count, advance => sender.SendAsync(rows, _ => advance(), cancellationToken));
        var sending = new Interval(start, SystemClock.Instance.GetCurrentInstant());

        ReadBack? readBack = destination.Sandbox is { } sandbox ? ReadBack.Compare(outcomes, sandbox.Profiles, sending) : null;
        IReadOnlyList<string> problems = Accounting.Problems(outcomes, readBack);
        report.Example(outcomes);
        report.Unsendable(outcomes);
        report.Summary(outcomes, readBack);
        report.Verdict(problems);
        return problems.Count == 0 ? AllAccountedFor : NotAllAccountedFor;
    }
}
