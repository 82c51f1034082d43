using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// A server on a bare socket: Kestrel and HttpListener refuse to misbehave. It reads whole requests, keeps them, and answers each by
/// <see cref="Respond"/>.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public const string Accepted = """{"status": 200, "message": "Success."}""";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly bool _isSecure;
    private Task _accepting = Task.CompletedTask;
    private int _connectionCount;

    /// <param name="certificate">Shown to clients, if the server speaks TLS.</param>
    /// <param name="isListening">False to hold the port and refuse connections until <see cref="Listen"/>.</param>
    public LoopbackServer(X509Certificate2? certificate = null, bool isListening = true)
    {
        Certificate = certificate;
        _isSecure = certificate is not null;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (isListening)
            Listen();
    }

    public delegate Task Response(Stream stream, CancellationToken cancellationToken);

    public ConcurrentQueue<WireRequest> Requests { get; } = new();

    public Response Respond { get; set; } = Answer(200, Accepted);

    /// <summary>Instead of <see cref="Respond"/>, where the response depends on the request.</summary>
    public Func<WireRequest, Response>? RespondTo { get; set; }

    /// <summary>Runs before anything is read; false closes the connection.</summary>
    public Func<Socket, bool> Connect { get; set; } = static _ => true;

    /// <summary>Talks to a client in another protocol than HTTP/1.1, from the first byte on.</summary>
    public Response? Converse { get; set; }

    /// <summary>What the server shows to the next client that connects.</summary>
    public X509Certificate2? Certificate { get; set; }

    public SslProtocols Protocols { get; set; }

    public int Connections => _connectionCount;

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public Uri BaseAddress => new(string.Create(CultureInfo.InvariantCulture, $"{(_isSecure ? "https" : "http")}://127.0.0.1:{Port}/api/v2/"));

    public WireRequest Single => Assert.Single(Requests);

    public static Response Answer(int status, string body, string headers = "Content-Type: application/json\r\n") =>
        Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static Response Answer(int status, byte[] body, string headers = "Content-Type: application/json\r\n") => async (stream, cancel) =>
    {
        await stream.WriteAsync(Head(status, $"{headers}Content-Length: {body.Length}\r\n"), cancel);
        await stream.WriteAsync(body, cancel);
    };

    /// <summary>Sends exactly this and closes the connection.</summary>
    public static Response Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

    public static Response Raw(byte[] bytes) => async (stream, cancel) =>
    {
        await stream.WriteAsync(bytes, cancel);
        await stream.DisposeAsync();
    };

    /// <summary>Sends this, says so, and then nothing more until the other side gives up.</summary>
    public static Response Stall(string text, TaskCompletionSource stalled) => async (stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancel);
        stalled.TrySetResult();
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancel);
        await stream.DisposeAsync();
    };

    /// <summary>Sends this, and then one character a second, by a clock that it moves itself, for half a minute.</summary>
    public static Response Drip(string head, FakeTimeProvider time) => async (stream, cancel) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancel);
        for (int second = 0; second < 30; second++)
        {
            await stream.WriteAsync("x"u8.ToArray(), cancel);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancel);
        await stream.DisposeAsync();
    };

    /// <summary>What a proxy does once it has agreed to CONNECT.</summary>
    public static Response Tunnel(int port) => async (stream, cancel) =>
    {
        using var target = new TcpClient();
        await target.ConnectAsync(IPAddress.Loopback, port, cancel);
        await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancel);
        NetworkStream far = target.GetStream();
        Task there = stream.CopyToAsync(far, cancel);
        Task back = far.CopyToAsync(stream, cancel);
        await Task.WhenAny(there, back);
        await stream.DisposeAsync();
        await far.DisposeAsync();
        await Task.WhenAll(there, back);
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

    /// <summary>Has the server answer when it has read the beginning of a request, and close the connection with the rest of it unread.</summary>
    public void RefuseEarly(string answer)
    {
        // So small that the client cannot get rid of a large body.
        _listener.ReceiveBufferSize = 4096;
        Connect = socket =>
        {
            socket.Receive(new byte[1024]);
            socket.Send(Encoding.ASCII.GetBytes(answer));
            return false;
        };
    }

    /// <summary>Waits until so many connections are open, for as long as a test may wait for anything.</summary>
    public async Task WhenConnectionsAreAsync(int count)
    {
        for (int i = 0; i < 2000 && OpenConnections != count; i++)
            await Task.Delay(10, _stopping.Token);
        Assert.Equal(count, OpenConnections);
    }

    private int OpenConnections => _connections.Keys.Count(static connection => !connection.IsCompleted);

    public Task WhenAllAreClosedAsync() => Task.WhenAll(_connections.Keys);

    public void Listen()
    {
        _listener.Listen(2048);
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await WhenAllAreClosedAsync();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptAsync(_stopping.Token);
                Interlocked.Increment(ref _connectionCount);
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
                if (_isSecure)
                {
                    var tls = new SslStream(network);
                    await tls.AuthenticateAsServerAsync(
                        new SslServerAuthenticationOptions { ServerCertificate = Certificate, EnabledSslProtocols = Protocols }, _stopping.Token);
                    stream = tls;
                }

                if (Converse is { } converse)
                {
                    await converse(stream, _stopping.Token);
                    return;
                }

                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    await (RespondTo?.Invoke(request) ?? Respond)(stream, _stopping.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException
                or SocketException or AuthenticationException)
            {
                // The client has gone, or has not liked the certificate: what happened is asserted on its side.
                return;
            }
        }
    }

    private async Task<WireRequest?> ReadAsync(Stream stream)
    {
        // The client sends one request at a time, so what is read is never part of the next one.
        var buffer = new byte[4096];
        int length = 0;
        int end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), _stopping.Token);
            if (read == 0)
                return null;
            length += read;
        }

        end += 4;
        string head = Encoding.Latin1.GetString(buffer, 0, end);
        const string Name = "Content-Length: ";
        int at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        int size = at < 0 ? 0 : int.Parse(head.AsSpan(at + Name.Length, head.IndexOf('\r', at) - at - Name.Length), CultureInfo.InvariantCulture);
        var body = new byte[size];
        buffer.AsSpan(end, length - end).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(length - end), _stopping.Token);
        return new WireRequest(head, body);
    }
}
