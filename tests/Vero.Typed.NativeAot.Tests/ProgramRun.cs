using System.Diagnostics;
using System.Text;

namespace Vero.Typed.NativeAot.Tests;

/// <summary>One run of a program: its exit code and what it printed.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end. Of the variables of the test run, those that are settings of the sample or of MSBuild are not its.</summary>
    public static async Task<ProgramRun> OfAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] foreign = [.. start.Environment.Keys.Where(static name =>
            name == "CI" || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Vero__", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in foreign)
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramRun(process.ExitCode, await output, await errors);
    }
}
