using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>A process that delivers.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly string Program = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "Worker").Value!;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _started = new();

    private WorkerProcess(Process process) => _process = process;

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    /// <param name="store">The store.</param>
    /// <param name="vero">Where it sends to.</param>
    /// <param name="native">The program as native code; null for the one that the build has made.</param>
    public static async Task<WorkerProcess> StartAsync(TestStore store, StandInForVero vero, string? native = null)
    {
        var start = new ProcessStartInfo(native ?? (Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (native is null)
            start.ArgumentList.Add(Program);
        foreach (string argument in (string[])[store.Kind.ToString().ToLowerInvariant(), store.ConnectionString, vero.Url])
            start.ArgumentList.Add(argument);
        var worker = new WorkerProcess(new Process { StartInfo = start });
        worker._process.OutputDataReceived += (_, line) => worker.Read(line.Data);
        worker._process.ErrorDataReceived += (_, line) => worker.Read(line.Data);
        worker._process.Start();
        worker._process.BeginOutputReadLine();
        worker._process.BeginErrorReadLine();
        await worker._started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return worker;
    }

    /// <summary>Ends the process as a crash of the machine would: SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends the process as a deploy does.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line == "started")
            _started.TrySetResult();
        else if (line is null)
            _started.TrySetException(new InvalidOperationException("The worker ended: " + Errors));
        else
        {
            lock (_errors)
                _errors.AppendLine(line);
        }
    }
}
