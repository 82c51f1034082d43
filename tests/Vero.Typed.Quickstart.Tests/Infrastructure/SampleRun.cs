using Quickstart;
using Spectre.Console;

namespace Vero.Typed.Quickstart.Tests;

/// <summary>One run of the sample: its exit code and everything it printed.</summary>
internal sealed record SampleRun(int ExitCode, string Output)
{
    /// <summary>Runs it as a program of its own, output redirected.</summary>
    public static async Task<SampleRun> InProcessOfItsOwnAsync(params (string Name, string Value)[] environment)
    {
        ProgramRun run = await ProgramRun.OfAsync("dotnet", [typeof(Customer).Assembly.Location], TestContext.Current.CancellationToken, "", environment);
        Assert.Empty(run.Errors);
        return new SampleRun(run.ExitCode, run.Output);
    }

    /// <summary>Runs it in this process, for which it does not need to be started.</summary>
    public static async Task<SampleRun> HereAsync(string[] args, CancellationToken? cancellationToken = null)
    {
        await using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        int exitCode = await QuickstartRun.RunAsync(args, console, cancellationToken ?? TestContext.Current.CancellationToken);
        return new SampleRun(exitCode, output.ToString());
    }

    /// <summary>The count of customers in a line of the summary.</summary>
    public string Summary(string row) => Cell(row, 2);

    /// <summary>The count of orders in a line of the summary.</summary>
    public string OrderSummary(string row) => Cell(row, 3);

    private string Cell(string row, int column)
    {
        string line = Assert.Single(Output.Split('\n'), line => line.StartsWith($"│ {row} ", StringComparison.Ordinal));
        return line.Split('│')[column].Trim();
    }
}
