using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shop.App;

/// <summary>Accepts one request and says what has arrived.</summary>
internal sealed class LoopbackVero : IDisposable
{
    private const string Answer = "{\"status\":200,\"message\":\"Success.\"}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public LoopbackVero()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v2/");
        Received = ReceiveAsync();
    }

    public Uri Address { get; }

    /// <summary>Method, path and body.</summary>
    public Task<string> Received { get; }

    public void Dispose() => _listener.Stop();

    private async Task<string> ReceiveAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        using NetworkStream stream = client.GetStream();
        byte[] buffer = new byte[64 * 1024];
        int count = 0;
        string text;
        do
        {
            int read = await stream.ReadAsync(buffer, count, buffer.Length - count);
            if (read == 0)
                throw new EndOfStreamException();
            count += read;
            text = Encoding.UTF8.GetString(buffer, 0, count);
        }
        while (!text.EndsWith("}", StringComparison.Ordinal));

        byte[] answer = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Answer.Length}\r\nConnection: close\r\n\r\n{Answer}");
        await stream.WriteAsync(answer, 0, answer.Length);
        string requestLine = text.Substring(0, text.IndexOf("\r\n", StringComparison.Ordinal));
        return requestLine + "\n" + text.Substring(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4);
    }
}
