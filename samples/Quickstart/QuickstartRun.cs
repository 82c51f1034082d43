using CsvHelper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using Spectre.Console;
using Vero.Typed;

namespace Quickstart;

/// <summary>The sample from end to end.</summary>
internal static class QuickstartRun
{
    public const int AllAccountedFor = 0;
    public const int NotAllAccountedFor = 1;
    public const int CannotStart = 2;
    public const int Cancelled = 130;

    private const string Watch = "--watch";

    /// <param name="args">
    /// Settings such as <c>--file other.csv</c>, and <c>--watch</c> to keep the sandbox open at the end; all others come from the environment.
    /// </param>
    /// <param name="console">Where to write.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAllAsync(
                Host.CreateApplicationBuilder([.. args.Where(static argument => argument != Watch)]), new Report(console), args.Contains(Watch), cancellationToken);
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

    private static async Task<int> SendAllAsync(HostApplicationBuilder builder, Report report, bool watches, CancellationToken cancellationToken)
    {
        string file = builder.Configuration["file"] ?? Path.Combine(AppContext.BaseDirectory, "customers.csv");
        IReadOnlyList<CustomerRow> rows = await CustomerFile.ReadAsync(file, cancellationToken);

        await using Destination destination = await Destination.OpenAsync(builder, cancellationToken);
        report.Destination(destination);

        Instant start = SystemClock.Instance.GetCurrentInstant();
        IReadOnlyList<RowOutcome> outcomes = await report.WithProgressAsync(
            rows.Count, advance => SendAsync(destination.Client, rows, advance, cancellationToken));
        var sending = new Interval(start, SystemClock.Instance.GetCurrentInstant());

        ReadBack? readBack = destination.Sandbox is { } sandbox ? ReadBack.Compare(outcomes, sandbox.Profiles, sending) : null;
        IReadOnlyList<string> problems = Accounting.Problems(outcomes, readBack);
        report.Example(outcomes);
        report.Unsendable(outcomes);
        report.Summary(outcomes, readBack);
        report.Verdict(problems);
        if (watches && destination.Sandbox is { } open)
        {
            report.Watching(open.PageAddress);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        return problems.Count == 0 ? AllAccountedFor : NotAllAccountedFor;
    }

    private static async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IVeroClient vero, IReadOnlyList<CustomerRow> rows, Action advance, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<int, RowOutcome>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 8,
            OnResult = result =>
            {
                var outcome = RowOutcome.Of((DeliveryResult<CustomerRow>)result);
                outcomes.Add(outcome.Row.Number, outcome);
                advance();
                return default;
            },
        };
        string reason = "";
        try
        {
            await vero.IdentifyAllAsync(rows, static row => row.ToCustomer().ToIdentifyRequest(), options, cancellationToken);
        }
        catch (VeroApiException e)
        {
            // Vero rejected the token, so the rest was not even read.
            reason = e.Message;
        }

        return [.. rows.Select(row => outcomes.TryGetValue(row.Number, out RowOutcome? outcome) ? outcome : new RowOutcome(row, RowResult.NotSent, reason))];
    }
}
