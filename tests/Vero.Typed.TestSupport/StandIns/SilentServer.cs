using System.Net;
using System.Net.Sockets;

namespace Vero.Typed.TestSupport.StandIns;

/// <summary>A server that accepts connections and never responds.</summary>
public sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>Starts it at a free port of 127.0.0.1.</summary>
    public SilentServer() => _listener.Start();

    /// <summary>The base address for a client.</summary>
    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}/api/v2/");

    /// <summary>Waits for the first connection.</summary>
    public async Task ConnectedAsync(CancellationToken cancellationToken)
    {
        while (!_listener.Pending())
            await Task.Delay(10, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
