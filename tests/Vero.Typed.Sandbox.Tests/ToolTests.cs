using System.Diagnostics;
using Vero.Typed.Sandbox.Tool;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>The command vero-sandbox.</summary>
public sealed class ToolTests
{
    private static readonly string Program = typeof(CommandLine).Assembly.Location;

    [Fact]
    public void Every_option_is_read()
    {
        CommandLine command = CommandLine.Parse(
            ["--port=0", "--hosts", "vero; other", "--token", "t", "--plan", "VeroPlan.txt", "--strict", "--data=d.json", "--faults", "status=503,retry-after=5s,rate=0.5,times=3,operation=track,user=42", "--faults", "reset", "--faults=delay=300ms"]);

        VeroSandboxOptions options = command.Options;
        Assert.Equal((0, "t", "VeroPlan.txt", "d.json", SandboxFreeformValues.Strings), (options.Port, options.AuthToken, options.PlanFile, options.DataFile, options.FreeformValues));
        Assert.Equal(["vero", "other"], options.AllowedHosts);
        Assert.Equal(
            [(503, TimeSpan.FromSeconds(5), 0.5, 3, VeroOperation.Track, "42", false, TimeSpan.Zero), (null, null, 1, null, null, null, true, TimeSpan.Zero), (null, null, 1, null, null, null, false, TimeSpan.FromMilliseconds(300))],
            command.Faults.Select(fault => (fault.Status, fault.RetryAfter, fault.Rate, fault.Times, fault.Operation, fault.UserId, fault.Reset, fault.Delay)));
        Assert.Equal(CommandLine.DefaultPort, CommandLine.Parse([]).Options.Port);
        Assert.Equal(["http://0.0.0.0:4010"], CommandLine.Parse(["--urls", "http://0.0.0.0:4010"]).Options.Urls);
    }

    [Theory]
    [InlineData("--prot 4010", "--prot is not an option.")]
    [InlineData("4010", "4010 is not an option.")]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--port --strict", "--port needs a value.")]
    [InlineData("--port 70000", "--port must be a number from 0 to 65535.")]
    [InlineData("--port 1 --urls http://127.0.0.1:1", "--port and --urls exclude each other.")]
    [InlineData("--faults often", "often is not a setting of --faults.")]
    [InlineData("--faults rate=0.5", "--faults needs status, delay or reset.")]
    [InlineData("--faults status=99", "status=99: the value must be a status from 200 to 599.")]
    [InlineData("--faults status=503,rate=2", "rate=2: the value must be a number from 0 to 1.")]
    [InlineData("--faults delay=soon", "delay=soon: the value must be a time such as 2s or 300ms.")]
    [InlineData("--faults status=503,times=x", "times=x: the value must be a whole number.")]
    public void What_cannot_be_read_is_named(string arguments, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CommandLine.Parse(arguments.Split(' '))).Message);

    [Fact]
    public void An_unknown_operation_is_answered_with_all_that_there_are() => What_cannot_be_read_is_named(
        "--faults reset,operation=fly", $"operation must be one of {string.Join(", ", OperationTable.All.Select(static facts => facts.Name))}.");

    [Fact]
    public async Task It_runs_until_it_is_asked_to_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process without a console to end.");
        using Process process = ProgramRun.Start("dotnet", [Program, "--port", "0", "--token", "abc", "--faults", "status=503,times=1"]);
        string page = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[^1];
        string baseAddress = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[^1];

        using var http = new HttpClient();
        Assert.Contains("Vero sandbox", await http.GetStringAsync(new Uri(page), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(503, await IdentifyAsync());
        Assert.Equal(200, await IdentifyAsync());
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        async Task<int> IdentifyAsync()
        {
            using var content = new StringContent("""{"id":"1"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            using HttpResponseMessage response = await http.PostAsync(new Uri(baseAddress + "users/track?auth_token=abc"), content, TestContext.Current.CancellationToken);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task What_cannot_be_started_ends_with_a_message()
    {
        await using VeroSandbox taken = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        ProgramRun usage = await RunAsync("--prot");
        Assert.Equal((2, "vero-sandbox: --prot is not an option.\nRun vero-sandbox --help for the options.\n"), (usage.ExitCode, usage.Errors));
        ProgramRun port = await RunAsync("--port", taken.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1, port.ExitCode);
        Assert.StartsWith("vero-sandbox: ", port.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", port.Errors, StringComparison.Ordinal);
        ProgramRun plan = await RunAsync("--port", "0", "--plan", "not-there.txt");
        Assert.Equal(1, plan.ExitCode);
        Assert.Contains("not-there.txt", plan.Errors, StringComparison.Ordinal);
        Assert.Equal((0, CommandLine.Help + "\n"), ((await RunAsync("--help")).ExitCode, (await RunAsync("--help")).Output));
    }

    private static Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.OfAsync("dotnet", [Program, .. arguments], TestContext.Current.CancellationToken);
}
