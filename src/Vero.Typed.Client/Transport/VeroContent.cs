using System.Net;

namespace Vero.Typed;

/// <summary>The body of one attempt. It counts how often handlers of the HttpClient send it, because who retries must not be retried.</summary>
internal sealed class VeroContent : ByteArrayContent
{
#if NET8_0_OR_GREATER
    private readonly ReadOnlyMemory<byte> _body;
#endif
    private int _passes;
    private int _writes;

    public VeroContent(ArraySegment<byte> body)
        : base(body.Array!, body.Offset, body.Count)
    {
#if NET8_0_OR_GREATER
        _body = body;
#endif
        // A shared MediaTypeHeaderValue could be changed by a handler, for every request after it.
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>
    /// How often the attempt was sent. Where the client has a handler right before the connection, that counts; an HttpClient that was passed in
    /// shows only how often the body was written.
    /// </summary>
    public int Sends => _passes > 0 ? _passes : _writes;

    public void CountPass() => Interlocked.Increment(ref _passes);

#if NET8_0_OR_GREATER
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }
#else
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref _writes);
        return base.SerializeToStreamAsync(stream, context);
    }
#endif
}
