using CsvHelper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using Spectre.Console;
using Vero.Typed;
using Vero.Typed.Sandbox;

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
    /// Settings such as <c>--file customers.csv</c> and <c>--orders orders.csv</c>, and <c>--watch</c> to keep the sandbox open at the end; all others come from the environment.
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
        IReadOnlyList<FileRow> customers = await ReadAsync(RowFile.Customers, builder.Configuration["file"], cancellationToken);
        IReadOnlyList<FileRow> orders = await ReadAsync(RowFile.Orders, builder.Configuration["orders"], cancellationToken);

        await using Destination destination = await Destination.OpenAsync(builder, cancellationToken);
        report.Destination(destination);
        IVeroClient vero = destination.Client;

        // Customers first: an event of an unknown user would make a profile that has nothing but an id.
        Instant start = SystemClock.Instance.GetCurrentInstant();
        IReadOnlyList<RowOutcome> identified = await SendAsync(
            report,
            RowFile.Customers,
            customers,
            options => vero.IdentifyAllAsync(customers, static row => row.ToCustomer().ToIdentifyRequest(), options, cancellationToken));
        var sending = new Interval(start, SystemClock.Instance.GetCurrentInstant());
        IReadOnlyList<RowOutcome> tracked = await SendAsync(
            report,
            RowFile.Orders,
            orders,
            options => vero.TrackAllAsync(orders, static row => row.ToOrderPlaced().ToTrackRequest(), options, cancellationToken));

        VeroSandbox? sandbox = destination.Sandbox;
        Accounting[] files =
        [
            new(RowFile.Customers, identified, sandbox is null ? null : ReadBack.OfProfiles(identified, sandbox.Profiles, sending)),
            new(RowFile.Orders, tracked, sandbox is null ? null : ReadBack.OfEvents(tracked, sandbox.Events)),
        ];
        foreach (Accounting file in files)
        {
            report.Example(file);
            report.Unsendable(file);
        }

        string[] problems = [.. files.SelectMany(static file => file.Problems())];
        report.Summary(files);
        report.Verdict(problems);
        if (watches && sandbox is not null)
        {
            report.Watching(sandbox.PageAddress);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        return problems.Length == 0 ? AllAccountedFor : NotAllAccountedFor;
    }

    private static Task<IReadOnlyList<FileRow>> ReadAsync(RowFile file, string? path, CancellationToken cancellationToken) =>
        file.ReadAsync(path ?? Path.Combine(AppContext.BaseDirectory, file.Kind + ".csv"), cancellationToken);

    private static Task<IReadOnlyList<RowOutcome>> SendAsync(
        Report report, RowFile file, IReadOnlyList<FileRow> rows, Func<VeroBulkOptions, Task<DeliveryCounts>> send) =>
        report.WithProgressAsync(file, rows.Count, advance => SendAsync(rows, send, advance));

    private static async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<FileRow> rows, Func<VeroBulkOptions, Task<DeliveryCounts>> send, Action advance)
    {
        var outcomes = new Dictionary<int, RowOutcome>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 8,
            OnResult = result =>
            {
                var outcome = RowOutcome.Of((DeliveryResult<FileRow>)result);
                outcomes.Add(outcome.Row.Number, outcome);
                advance();
                return default;
            },
        };
        string reason = "";
        try
        {
            await send(options);
        }
        catch (VeroApiException e)
        {
            // Vero rejected the token, so the rest was not even read.
            reason = e.Message;
        }

        return [.. rows.Select(row => outcomes.TryGetValue(row.Number, out RowOutcome? outcome) ? outcome : new RowOutcome(row, RowResult.NotSent, reason))];
    }
}
