using System.Buffers.Binary;

namespace Vero.Typed.Client.Tests;

/// <summary>As much of HTTP/2 as it takes to break it: reads whole requests and sends single frames.</summary>
internal sealed class Http2Conversation(Stream stream, string echo, CancellationToken cancellationToken)
{
    private const byte Data = 0, Headers = 1, ResetStream = 3, Settings = 4, Ping = 6, GoAway = 7;
    private const byte EndStream = 1, EndHeaders = 4, Acknowledge = 1;

    /// <summary>Answers each request of a connection.</summary>
    public static LoopbackServer.Response Converse(Func<Http2Conversation, int, Task> answer, string echo = "") => async (stream, cancel) =>
    {
        var conversation = new Http2Conversation(stream, echo, cancel);
        await stream.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length], cancel);
        await conversation.SendAsync(Settings, 0, 0, []);
        var header = new byte[9];
        while (await stream.ReadAtLeastAsync(header, 9, throwOnEndOfStream: false, cancel) == 9)
        {
            await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8], cancel);
            (byte type, byte flags) = (header[3], header[4]);
            if (type is Settings or Ping && (flags & Acknowledge) == 0)
                await conversation.SendAsync(type, Acknowledge, 0, type is Ping ? new byte[8] : []);
            else if (type is Headers or Data && (flags & EndStream) != 0)
                await answer(conversation, BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)));
        }
    };

    /// <summary>What a server that repeats what it received would say.</summary>
    public string Echo => echo;

    /// <summary>A header block that ends with a value.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="before">What comes before the value: complete fields, and the name of the last one.</param>
    /// <param name="value">The value.</param>
    public Task SendHeaderAsync(int streamId, byte[] before, string value)
    {
        byte[] text = System.Text.Encoding.Latin1.GetBytes(value.Length > 126 ? value[..126] : value);
        return SendAsync(Headers, EndStream | EndHeaders, streamId, [.. before, (byte)text.Length, .. text]);
    }

    /// <summary>200 without a body. 0x88 is ":status: 200" in the static table of RFC 7541.</summary>
    public Task AcceptAsync(int streamId) => SendAsync(Headers, EndStream | EndHeaders, streamId, [0x88]);

    public Task ResetAsync(int streamId, byte error) => SendAsync(ResetStream, 0, streamId, [0, 0, 0, error]);

    public async Task GoAwayAsync(byte lastStreamId)
    {
        await SendAsync(GoAway, 0, 0, [0, 0, 0, lastStreamId, 0, 0, 0, 0]);
        await stream.DisposeAsync();
    }

    /// <summary>A frame of headers that belongs to no stream, which is not allowed.</summary>
    public Task SendBadFrameAsync() => SendAsync(Headers, EndHeaders, 0, [0x88]);

    private async Task SendAsync(byte type, byte flags, int streamId, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (payload.Length << 8) | type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame, 9);
        await stream.WriteAsync(frame, cancellationToken);
    }
}
