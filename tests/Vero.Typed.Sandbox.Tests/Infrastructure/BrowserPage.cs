using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>One page of a browser.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly DevTools _devTools;
    private readonly string _session;
    private readonly string _target;
    private readonly ConcurrentQueue<string> _errors = new();

    internal BrowserPage(DevTools devTools, string session, string target)
    {
        _devTools = devTools;
        _session = session;
        _target = target;
        devTools.Received += Receive;
    }

    /// <summary>Exceptions of scripts, dialogs, and what the content security policy has refused.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Evaluates an expression, whose value must be JSON; promises are awaited.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonObject result = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true });
        return result["exceptionDetails"] is { } exception
            ? throw new InvalidOperationException(exception.ToJsonString())
            : result["result"]!["value"]?.DeepClone();
    }

    /// <summary>Whether an expression is true.</summary>
    public async Task<bool> IsAsync(string expression) => (await EvaluateAsync($"Boolean({expression})"))!.GetValue<bool>();

    /// <summary>Waits until an expression is true.</summary>
    public Task UntilAsync(string expression) => Eventually.IsAsync(() => IsAsync(expression), expression, TestContext.Current.CancellationToken);

    /// <summary>The text that a reader sees in an element.</summary>
    public async Task<string> TextAsync(string selector) => (await EvaluateAsync($"document.querySelector({JsonValue.Create(selector).ToJsonString()}).innerText"))!.GetValue<string>();

    /// <summary>Presses and releases a key.</summary>
    public async Task PressAsync(string key, string? text = null)
    {
        var down = new JsonObject { ["type"] = "keyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = CodeOf(key) };
        if (text is not null)
            down["text"] = text;
        await SendAsync("Input.dispatchKeyEvent", down);
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = CodeOf(key) });
    }

    /// <summary>Types a text into what has the focus.</summary>
    public Task TypeAsync(string text) => SendAsync("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>The bytes of live objects, those of scripts, the document and buffers together, after a garbage collection.</summary>
    public async Task<double> UsedMemoryAsync()
    {
        await SendAsync("HeapProfiler.collectGarbage");
        JsonObject usage = await SendAsync("Runtime.getHeapUsage");
        return new[] { "usedSize", "embedderHeapUsedSize", "backingStorageSize" }.Sum(part => usage[part]!.GetValue<double>());
    }

    /// <summary>Keeps a picture of the page where VERO_SCREENSHOTS names a folder.</summary>
    public async Task CaptureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("VERO_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        JsonObject picture = await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" });
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), Convert.FromBase64String(picture["data"]!.GetValue<string>()), TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _devTools.Received -= Receive;
        await _devTools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = _target });
    }

    internal async Task OpenAsync(Uri address, int width, int height, bool isDark, string ready)
    {
        foreach (string domain in (string[])["Page", "Runtime", "Log"])
            await SendAsync($"{domain}.enable");
        await SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await SendAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }),
        });
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() });
        await UntilAsync($"document.readyState === 'complete' && ({ready})");
    }

    private static int CodeOf(string key) => key switch
    {
        "ArrowDown" => 40,
        "ArrowUp" => 38,
        "End" => 35,
        "Home" => 36,
        "Enter" => 13,
        "Escape" => 27,
        "Tab" => 9,
        "/" => 191,
        _ => throw new ArgumentException($"The key {key} has no code here."),
    };

    private void Receive(string session, JsonObject message)
    {
        if (session != _session)
            return;
        string method = message["method"]!.GetValue<string>();
        if (method is "Runtime.exceptionThrown" or "Page.javascriptDialogOpening" || (method == "Log.entryAdded" && message["params"]!["entry"]!["level"]!.GetValue<string>() == "error"))
            _errors.Enqueue(message.ToJsonString());
    }

    private Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => _devTools.SendAsync(method, parameters, _session);
}
