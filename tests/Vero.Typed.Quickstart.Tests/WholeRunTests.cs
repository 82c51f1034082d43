using System.Globalization;
using Quickstart;
using Vero.Typed.Sandbox;
using Vero.Typed.TestSupport.StandIns;

namespace Vero.Typed.Quickstart.Tests;

public sealed class WholeRunTests
{
    [Fact]
    public async Task Without_a_token_every_row_is_accounted_for()
    {
        SampleRun run = await SampleRun.InProcessOfItsOwnAsync();

        Assert.Equal(QuickstartRun.AllAccountedFor, run.ExitCode);
        Assert.Contains("a sandbox was started at http://127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("500 of 500 customers done", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"email\": \"ananya@example.com\"", run.Output, StringComparison.Ordinal);
        Assert.Equal("500", run.Summary("In the file"));
        Assert.Equal("484", run.Summary("Sent"));
        Assert.Equal("16", run.Summary("Unsendable"));
        Assert.Equal("0", run.Summary("Failed"));
        Assert.Equal("484", run.Summary("Read back equal"));
        Assert.Contains("300 of 300 orders done", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"event_name\": \"Placed order\"", run.Output, StringComparison.Ordinal);
        Assert.Equal("300", run.OrderSummary("In the file"));
        Assert.Equal("290", run.OrderSummary("Sent"));
        Assert.Equal("10", run.OrderSummary("Unsendable"));
        Assert.Equal("0", run.OrderSummary("Failed"));
        Assert.Equal("290", run.OrderSummary("Read back equal"));
        foreach (FileRow row in (await ShippedFile.RowsAsync()).Concat(await ShippedFile.OrdersAsync()).Where(row => row.IsMarkedUnsendable))
            Assert.Contains($"\n│ {row.Number} ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_customers_and_orders_go_where_the_configuration_says()
    {
        await using VeroSandbox vero = await StartAsync();

        SampleRun run = await SampleRun.InProcessOfItsOwnAsync(
            ("Vero__AuthToken", vero.AuthToken), ("Vero__BaseAddress", vero.BaseAddress.ToString()));

        Assert.Equal(QuickstartRun.AllAccountedFor, run.ExitCode);
        Assert.Contains("which cannot be read back", run.Output, StringComparison.Ordinal);
        Assert.Equal("484", run.Summary("Sent"));
        Assert.Equal("not possible", run.Summary("Read back equal"));
        Assert.Equal("290", run.OrderSummary("Sent"));
        Assert.Equal("not possible", run.OrderSummary("Read back equal"));
        Assert.Equal(484, vero.Profiles.Count);
        Assert.Equal(290, vero.Events.Count);
        Assert.Empty(vero.DroppedEvents);
        Assert.Empty(vero.Violations);
        Assert.DoesNotContain(vero.AuthToken, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_token_ends_the_run_and_is_reported_once()
    {
        await using VeroSandbox vero = await StartAsync();

        SampleRun run = await SampleRun.HereAsync(["--Vero:AuthToken=wrong-token", $"--Vero:BaseAddress={vero.BaseAddress}"]);

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Equal("0", run.Summary("Sent"));
        Assert.Equal(500, new[] { "Unsendable", "Failed", "NotSent" }.Sum(row => int.Parse(run.Summary(row), CultureInfo.InvariantCulture)));
        Assert.InRange(int.Parse(run.Summary("Failed"), CultureInfo.InvariantCulture), 1, 8);
        Assert.Contains(" customers failed, the first of them row ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" customers were not sent, because the run ended: Vero responded with status 401", run.Output, StringComparison.Ordinal);
        Assert.Contains(" orders were not sent, because the run ended: Vero responded with status 401", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not every row is accounted for.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_that_the_file_does_not_mark_is_noticed()
    {
        SampleRun run = await WithRowAsync("extra,no-address,,,,,,,yes,,,,,,,");

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Equal("17", run.Summary("Unsendable"));
        Assert.Equal("484", run.Summary("Read back equal"));
        Assert.Contains("Row 502 of the customers is unsendable, and the file does not say so", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marked_row_that_can_be_sent_is_noticed()
    {
        SampleRun run = await WithRowAsync("extra,,,,,,,,yes,,,,,,,unsendable: not at all");

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Contains("Row 502 of the customers was sent, though the file says that it cannot be", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_marked_row_than_stated_is_noticed()
    {
        SampleRun run = await WithRowAsync(",,,,,,,,yes,,,,,,,unsendable: no id");

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Contains("The file marks 17 customers as unsendable instead of 16", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_is_not_as_its_row_says_is_noticed()
    {
        // The last row overwrites the profile of the first: at most one of the two is read back equal.
        SampleRun run = await WithRowAsync("1000,someone.else@example.com,,,Free,,,,yes,,,,,,,");

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Equal("485", run.Summary("Sent"));
        Assert.Contains(" arrived differently: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A-1,1000,2026-03-01T09:30:00,,,,,,,", "Row 302 of the orders is unsendable, and the file does not say so")]
    [InlineData("A-1,1000,2026-03-01T09:30:00Z,,,,,,,unsendable: not at all", "Row 302 of the orders was sent, though the file says that it cannot be")]
    [InlineData("A-1,,2026-03-01T09:30:00Z,,,,,,,unsendable: no id", "The file marks 11 orders as unsendable instead of 10")]
    [InlineData("A-00001,1000,2026-03-01T09:30:00Z,,,,,,,", "Row 302 of the orders arrived differently: 2 events")]
    public async Task An_order_that_does_not_add_up_is_noticed(string row, string told)
    {
        SampleRun run = await WithRowAsync(row, ShippedFile.OrderPath, "orders");

        Assert.Equal(QuickstartRun.NotAllAccountedFor, run.ExitCode);
        Assert.Equal("484", run.Summary("Read back equal"));
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_sandbox_can_be_kept_open()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process without a console to end.");
        using System.Diagnostics.Process process = ProgramRun.Start("dotnet", [typeof(Customer).Assembly.Location, "--watch"]);
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line?.StartsWith("The sandbox stays open: ", StringComparison.Ordinal) == false);

        using var http = new HttpClient();
        Uri page = new(line!.Split(' ')[4]);
        Assert.Contains("Vero sandbox", await http.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(QuickstartRun.AllAccountedFor, process.ExitCode);
    }

    [Fact]
    public async Task Cancelling_ends_it_with_an_exit_code_of_its_own()
    {
        using var silent = new SilentServer();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        Task<SampleRun> run = SampleRun.HereAsync(
            ["--Vero:AuthToken=token", $"--Vero:BaseAddress={silent.BaseAddress}"], cancellation.Token);
        await silent.ConnectedAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        Assert.Equal(QuickstartRun.Cancelled, (await run).ExitCode);
        Assert.Contains("Cancelled.", (await run).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--file=does-not-exist.csv", "does-not-exist.csv")]
    [InlineData("--Vero:BaseAddress=http://vero.example/", "must be https")]
    public async Task What_stands_in_the_way_of_a_start_is_told(string setting, string told)
    {
        SampleRun run = await SampleRun.HereAsync(["--Vero:AuthToken=token", setting]);

        Assert.Equal(QuickstartRun.CannotStart, run.ExitCode);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_few_cells_is_told()
    {
        Assert.Equal(QuickstartRun.CannotStart, (await WithRowAsync("only-an-id")).ExitCode);
    }

    [Theory]
    [InlineData("customer_id,email", "ident,email")]
    [InlineData("customer_id,email", "email,email")]
    [InlineData("customer_id,email", "customer_id,email,more")]
    public async Task A_first_line_with_other_columns_is_told(string columns, string others)
    {
        using var file = new TemporaryFile();
        string text = await File.ReadAllTextAsync(ShippedFile.Path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file.Path, text.Replace(columns, others, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        SampleRun run = await SampleRun.HereAsync([$"--file={file.Path}"]);

        Assert.Equal(QuickstartRun.CannotStart, run.ExitCode);
        Assert.Contains("customer_id", run.Output, StringComparison.Ordinal);
    }

    private static Task<SampleRun> WithRowAsync(string row) => WithRowAsync(row, ShippedFile.Path, "file");

    private static async Task<SampleRun> WithRowAsync(string row, string path, string setting)
    {
        using var file = new TemporaryFile();
        File.Copy(path, file.Path);
        await File.AppendAllTextAsync(file.Path, row + "\n", TestContext.Current.CancellationToken);
        return await SampleRun.HereAsync([$"--{setting}={file.Path}"]);
    }

    private static Task<VeroSandbox> StartAsync() => VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
