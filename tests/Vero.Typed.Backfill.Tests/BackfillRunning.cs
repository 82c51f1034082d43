using System.Diagnostics;
using System.Text;
using Vero.Typed.Sandbox;

namespace Vero.Typed.Backfill.Tests;

/// <summary>The sample as a process of its own.</summary>
internal sealed class BackfillRunning : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private BackfillRunning(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static BackfillRunning Start(BackfillStore store, VeroSandbox vero, string? token = null, params string[] arguments) => new(ProgramRun.Start(
        "dotnet",
        [typeof(global::Backfill.BackfillApplication).Assembly.Location, "--Backfill:RejectsFile", store.RejectsFile, "--Backfill:PageSize", "50", .. arguments],
        store.Folder,
        ("ConnectionStrings__Shop", store.ConnectionString),
        ("Vero__AuthToken", token ?? vero.AuthToken),
        ("Vero__BaseAddress", vero.BaseAddress.ToString())));

    /// <summary>Ends the process as a crash of the machine would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as Ctrl+C does.</summary>
    public async Task<int> InterruptAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process without a console to end.");
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
