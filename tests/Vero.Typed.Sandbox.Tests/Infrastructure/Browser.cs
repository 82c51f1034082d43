using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>A Chromium without a window. Where there is none, every test that asks for a page is skipped.</summary>
public sealed partial class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly string _profile = Directory.CreateTempSubdirectory("vero-browser-").FullName;
    private Process? _process;
    private DevTools? _devTools;

    /// <summary>Opens a page.</summary>
    /// <param name="address">Its URL.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="height">The height of the window.</param>
    /// <param name="isDark">Whether the user prefers dark colors.</param>
    /// <param name="ready">What is true when the page is ready: by default, that a page of the sandbox is connected.</param>
    public async Task<BrowserPage> OpenAsync(
        Uri address, int width = 1280, int height = 800, bool isDark = false, string ready = "document.querySelector('#connection')?.textContent === 'Live'")
    {
        Assert.SkipWhen(_devTools is null, $"There is no browser on this machine: none of {string.Join(", ", Names)} is on the PATH (Debian: apt-get install chromium).");
        JsonObject target = await _devTools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        JsonObject session = await _devTools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target["targetId"]!.DeepClone(), ["flatten"] = true });
        var page = new BrowserPage(_devTools, session["sessionId"]!.GetValue<string>(), target["targetId"]!.GetValue<string>());
        await page.OpenAsync(address, width, height, isDark, ready);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (program is null)
            return;

        _process = ProgramRun.Start(
            program,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={_profile}", "about:blank"]);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException($"{program} ended before it listened."));
            else if (Listening().Match(line.Data) is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups[1].Value));
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _devTools = await DevTools.ConnectAsync(await address.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_devTools is not null)
            await _devTools.DisposeAsync();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        Directory.Delete(_profile, recursive: true);
    }

    [GeneratedRegex(@"DevTools listening on (\S+)")]
    private static partial Regex Listening();
}
