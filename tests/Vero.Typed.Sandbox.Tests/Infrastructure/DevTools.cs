using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>A connection to a browser in the Chrome DevTools Protocol: https://chromedevtools.github.io/devtools-protocol/</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _ending = new();
    private Task _receiving = Task.CompletedTask;
    private int _lastId;

    /// <summary>An event of a session.</summary>
    public event Action<string, JsonObject>? Received;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var devTools = new DevTools();
        await devTools._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        devTools._receiving = devTools.ReceiveAsync();
        return devTools;
    }

    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        int id = Interlocked.Increment(ref _lastId);
        var response = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = response;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
            message["sessionId"] = session;
        await _sending.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        }
        finally
        {
            _sending.Release();
        }

        return await response.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
        _ending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            byte[] buffer = new byte[65_536];
            using var message = new MemoryStream();
            while (true)
            {
                WebSocketReceiveResult part = await _socket.ReceiveAsync(buffer, _ending.Token);
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Dispatch((JsonObject)JsonNode.Parse(message.ToArray())!);
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            foreach (TaskCompletionSource<JsonObject> waiting in _waiting.Values)
                waiting.TrySetException(new InvalidOperationException("The connection to the browser has ended.", e));
        }
    }

    private void Dispatch(JsonObject message)
    {
        if (message["id"] is not { } id)
        {
            if (message["sessionId"] is { } session)
                Received?.Invoke(session.GetValue<string>(), message);
            return;
        }

        if (!_waiting.TryRemove(id.GetValue<int>(), out TaskCompletionSource<JsonObject>? waiting))
            return;
        if (message["error"] is { } error)
            waiting.SetException(new InvalidOperationException(error.ToJsonString()));
        else
            waiting.SetResult((JsonObject)message["result"]!);
    }
}
