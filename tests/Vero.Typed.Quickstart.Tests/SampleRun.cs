using System.Diagnostics;
using Quickstart;
using Spectre.Console;

namespace Vero.Typed.Quickstart.Tests;

/// <summary>One run of the sample: its exit code and everything it printed.</summary>
internal sealed record SampleRun(int ExitCode, string Output)
{
    /// <summary>Runs it as a program of its own, output redirected.</summary>
    public static async Task<SampleRun> InProcessOfItsOwnAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Customer).Assembly.Location },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment.Remove("Vero__AuthToken");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.Empty(await errors);
        return new SampleRun(process.ExitCode, await output);
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

    /// <summary>The count of a line of the summary.</summary>
    public string Summary(string row)
    {
        string line = Assert.Single(Output.Split('\n'), line => line.StartsWith($"│ {row} ", StringComparison.Ordinal));
        return line.Split('│')[2].Trim();
    }
}
