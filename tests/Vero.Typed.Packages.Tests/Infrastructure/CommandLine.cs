using System.Diagnostics;

namespace Vero.Typed.Packages.Tests;

/// <summary>Runs programs as they are run from a command line, the real <c>dotnet</c> above all.</summary>
internal static class CommandLine
{
    // What is built here shares one compiler server, which is not that of anybody else and is shut down at the end.
    private static readonly string CompilerServer = $"vero-typed-{Guid.NewGuid():N}";

    private static readonly (string Name, string Value)[] Environment =
    [
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_NOLOGO", "1"),
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("UseSharedCompilation", "true"),
        ("SharedCompilationId", CompilerServer),
        // None of them runs long enough to earn back the cost of measuring itself.
        ("DOTNET_TieredPGO", "0"),
        // Programs that are built are started without dotnet, and must find the runtime that this one has.
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
    ];

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static Task<(int ExitCode, string Output)> DotNetAsync(string folder, params string[] arguments) => RunAsync("dotnet", folder, arguments);

    /// <summary>Runs <c>dotnet</c> to its end, which must be a good one.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> SuccessAsync(string folder, params string[] arguments)
    {
        (int exitCode, string output) = await DotNetAsync(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} in {folder}: exit code {exitCode}\n{output}");
        return output;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and what it printed, errors last.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments) => RunAsync(program, folder, arguments, []);

    /// <summary>Runs a program to its end, with more variables.</summary>
    /// <returns>Its exit code and what it printed, errors last.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, string[] arguments, (string Name, string Value)[] variables)
    {
        ProgramRun run = await ProgramRun.OfAsync(program, arguments, TestContext.Current.CancellationToken, folder, [.. Environment, .. variables]);
        return (run.ExitCode, run.Output + run.Errors);
    }

    /// <summary>Starts a program that the caller ends.</summary>
    public static Process Start(string program, string folder, params string[] arguments) => ProgramRun.Start(program, arguments, folder, Environment);

    /// <summary>Ends the compiler server that the builds have started.</summary>
    public static Task ShutDownCompilerServerAsync() => RunAsync(
        "dotnet", Path.GetTempPath(), Path.Combine(RepositoryCopy.CompilerFolder, "VBCSCompiler.dll"), "-shutdown", $"-pipename:{CompilerServer}");
}
