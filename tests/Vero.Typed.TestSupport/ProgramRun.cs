using System.Diagnostics;
using System.Text;

namespace Vero.Typed.TestSupport;

/// <summary>One run of a program: its exit code and what it printed, with <c>\n</c> at the ends of lines.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end. It does not see the variables of the test run that are settings of MSBuild, of CI or of the samples.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the program and everything it has started.</param>
    /// <param name="folder">Where it runs; the current folder by default.</param>
    /// <param name="environment">Variables of its own.</param>
    public static async Task<ProgramRun> OfAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        string folder = "",
        params (string Name, string Value)[] environment)
    {
        using Process process = Start(program, arguments, folder, environment);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a program whose end the caller waits for. Its output can be read.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, string folder = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static bool IsForeign(string name) =>
        name == "CI" || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Vero__", StringComparison.OrdinalIgnoreCase);
}
