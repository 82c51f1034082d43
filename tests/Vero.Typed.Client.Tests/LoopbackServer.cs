using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// A server on a bare socket: Kestrel and HttpListener refuse to misbehave. It reads whole requests, keeps them, and answers each by
/// <see cref="Respond"/>.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public const string Accepted = """{"status": 200, "message": "Success."}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public LoopbackServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public delegate Task Response(Stream stream, CancellationToken cancellationToken);

    public ConcurrentQueue<WireRequest> Requests { get; } = new();

    public Response Respond { get; set; } = Answer(200, Accepted);

    /// <summary>Runs before anything is read; false closes the connection.</summary>
    public Func<Socket, bool> Connect { get; set; } = static _ => true;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri BaseAddress => new(string.Create(CultureInfo.InvariantCulture, $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/api/v2/"));

    public WireRequest Single => Assert.Single(Requests);

    public static Response Answer(int status, string body, string headers = "Content-Type: application/json\r\n") =>
        Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static Response Answer(int status, byte[] body, string headers = "Content-Type: application/json\r\n") => async (stream, cancel) =>
    {
        await stream.WriteAsync(Head(status, $"{headers}Content-Length: {body.Length}\r\n"), cancel);
        await stream.WriteAsync(body, cancel);
    };

    /// <summary>Sends exactly this and closes the connection.</summary>
    public static Response Raw(string text) => async (stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancel);
        await stream.DisposeAsync();
    };

    /// <summary>Sends this, says so, and then nothing more until the other side gives up.</summary>
    public static Response Stall(string text, TaskCompletionSource stalled) => async (stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancel);
        stalled.SetResult();
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancel);
        await stream.DisposeAsync();
    };

    /// <summary>Sends this, and then the second text over and over until the other side closes.</summary>
    public static Response Endless(string head, string again) => async (stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancel);
        byte[] block = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(again, 1024)));
        while (true)
            await stream.WriteAsync(block, cancel);
    };

    /// <summary>One after the other, and the last one from then on.</summary>
    public static Response InTurn(params Response[] responses)
    {
        int next = 0;
        return (stream, cancel) => responses[Math.Min(Interlocked.Increment(ref next), responses.Length) - 1](stream, cancel);
    }

    public static byte[] Head(int status, string headers) => Encoding.Latin1.GetBytes($"HTTP/1.1 {status} Reason\r\n{headers}\r\n");

    public static Response Reset { get; } = static async (stream, _) =>
    {
        ((NetworkStream)stream).Socket.LingerState = new LingerOption(true, 0);
        await stream.DisposeAsync();
    };

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections.Keys);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync(_stopping.Token);
                _connections.TryAdd(ServeAsync(socket), 0);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        using (socket)
        {
            try
            {
                if (!Connect(socket))
                    return;

                await using var network = new NetworkStream(socket);
                Stream stream = network;
                if (_certificate is not null)
                {
                    var tls = new SslStream(network);
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
                    stream = tls;
                }

                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    await Respond(stream, _stopping.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException
                or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client has gone, or has not liked the certificate: what happened is asserted on its side.
                return;
            }
        }
    }

    private async Task<WireRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        string text = head.ToString();
        const string Name = "Content-Length: ";
        int at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        int length = at < 0 ? 0 : int.Parse(text.AsSpan(at + Name.Length, text.IndexOf('\r', at) - at - Name.Length), CultureInfo.InvariantCulture);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        return new WireRequest(text, body);
    }
}
