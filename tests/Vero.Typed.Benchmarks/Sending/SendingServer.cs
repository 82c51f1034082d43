using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vero.Typed.Benchmarks.Sending;

/// <summary>Answers every POST as Vero does, on a bare socket, in a process of its own, so that its work is not counted as the client's.</summary>
internal static class SendingServer
{
    private const int LongestRequest = 64 * 1024;
    private const string Body = """{"status": 200, "message": "Success."}""";
    private static readonly byte[] Accepted = Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));

    /// <summary>Prints its port, and serves until its standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        using var ending = new CancellationTokenSource();
        Task accepting = AcceptAsync(listener, ending.Token);
        await Console.In.ReadToEndAsync();
        await ending.CancelAsync();
        await accepting;
        return 0;
    }

    private static async Task AcceptAsync(TcpListener listener, CancellationToken ending)
    {
        var connections = new List<Task>();
        while (!ending.IsCancellationRequested)
        {
            try
            {
                connections.Add(ServeAsync(await listener.AcceptSocketAsync(ending), ending));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(connections);
    }

    private static async Task ServeAsync(Socket socket, CancellationToken ending)
    {
        using Socket connection = socket;
        connection.NoDelay = true;
        var buffer = new byte[LongestRequest];
        int filled = 0;
        try
        {
            while (true)
            {
                int length = LengthOfRequest(buffer.AsSpan(0, filled));
                if (length > 0 && filled >= length)
                {
                    buffer.AsSpan(length, filled - length).CopyTo(buffer);
                    filled -= length;
                    await connection.SendAsync(Accepted, ending);
                    continue;
                }

                int read = await connection.ReceiveAsync(buffer.AsMemory(filled), ending);
                if (read == 0)
                    return;
                filled += read;
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The client has gone, or the measurement is over.
            return;
        }
    }

    /// <returns>Head and body together; 0 while the head is not complete.</returns>
    private static int LengthOfRequest(ReadOnlySpan<byte> received)
    {
        int head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return 0;

        ReadOnlySpan<byte> name = "Content-Length: "u8;
        ReadOnlySpan<byte> rest = received[(received.IndexOf(name) + name.Length)..];
        return head + 4 + int.Parse(rest[..rest.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
