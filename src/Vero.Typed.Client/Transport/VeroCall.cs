using System.Runtime.InteropServices;

namespace Vero.Typed;

/// <summary>One call of <see cref="IVeroClient.IdentifyAsync"/>: its attempts, and what is left of its time.</summary>
/// <param name="endpoint">Where the request goes.</param>
/// <param name="address">The address for the HttpClient; without the token if a handler adds it.</param>
/// <param name="http">What to send with.</param>
/// <param name="request">What to send.</param>
/// <param name="time">The clock.</param>
/// <param name="deadline">Cancelled when the time of the call is over, and whenever the call is to end for another reason.</param>
/// <param name="watched">Is told of each attempt, if anybody watches the call.</param>
/// <param name="disposing">Cancelled when the client is disposed.</param>
/// <param name="cancellationToken">The token of the caller.</param>
internal sealed class VeroCall(
    VeroEndpoint endpoint,
    Uri address,
    HttpClient http,
    IdentifyRequest request,
    TimeProvider time,
    CancellationTokenSource deadline,
    WatchedCall? watched,
    CancellationToken disposing,
    CancellationToken cancellationToken)
{
    private readonly long _start = time.GetTimestamp();

    public VeroEndpoint Endpoint => endpoint;

    public CancellationToken Deadline => deadline.Token;

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>What is left of the time that the call may take; zero or less if it is over.</summary>
    public TimeSpan Remaining => endpoint.Timeout - time.GetElapsedTime(_start);

    /// <summary>Whether the last attempt went through a resilience handler, which marks the requests that it has seen.</summary>
    public bool WasMarked { get; private set; }

    /// <summary>Sends the request once.</summary>
    /// <param name="before">What the attempt before this one ended with, if any.</param>
    /// <returns>What is wrong, or null if Vero has accepted the request.</returns>
    /// <exception cref="OperationCanceledException">The caller has cancelled the call.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed, or the HttpClient by its owner.</exception>
    public async ValueTask<VeroException?> AttemptAsync(VeroException? before = null)
    {
        Attempts++;
        watched?.Attempt(endpoint, before);

        // A message, and its content, can be sent once only.
        using HttpRequestMessage message = NewMessage();
        try
        {
            using HttpResponseMessage response = await http.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            // Of redirects that a borrowed HttpClient follows, these lose the request.
            if (message.Method != HttpMethod.Post)
                return VeroTokenHandler.FollowedRedirect(endpoint);

            VeroAnswer answer = await VeroAnswer.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            if (answer.FindRefusal(endpoint, request, time.GetUtcNow()) is not { } refusal)
                return null;
            WasMarked = ResilienceHandlers.HaveMarked(message);
            return refusal;
        }
        catch (Exception exception)
        {
            WasMarked = ResilienceHandlers.HaveMarked(message);
            return Translate(exception, before);
        }
    }

    /// <summary>What the call ends with if it was interrupted by this exception.</summary>
    /// <param name="exception">What an attempt, or the wait for the next one, has thrown.</param>
    /// <param name="before">What the attempt before it ended with, if any.</param>
    public VeroException Translate(Exception exception, VeroException? before = null)
    {
        // Whatever a cancelled call ends with, the caller is told what he asked for.
        cancellationToken.ThrowIfCancellationRequested();
        if (exception is VeroException ours)
            return ours;
        // Whatever a handler makes of it: disposing the client cancels the deadline too.
        if (disposing.IsCancellationRequested)
            throw new ObjectDisposedException(nameof(VeroClient));
        if (exception is ObjectDisposedException or OperationCanceledException && IsHttpClientDisposed())
            throw new ObjectDisposedException(nameof(HttpClient));
        if (deadline.IsCancellationRequested)
        {
            return new VeroTimeoutException(
                $"There was no complete answer from {endpoint.Server} within {endpoint.Timeout:c} (VeroClientOptions.Timeout). "
                + "Whether Vero got the request is unknown; sending it again is safe.",
                before);
        }

        if (exception is OperationCanceledException)
        {
            return new VeroTimeoutException($"The HttpClient, or one of its handlers, gave up waiting for {endpoint.Server} before "
                + $"VeroClientOptions.Timeout ({endpoint.Timeout:c}) was over: they have limits of their own, such as the time to connect. "
                + "Whether Vero got the request is unknown; sending it again is safe.");
        }

        return TransportFailure.Translate(exception, endpoint);
    }

    // An HttpClient tells it only to who wants to change it; after its first request it refuses that for another reason.
    private bool IsHttpClientDisposed()
    {
        try
        {
            http.Timeout = http.Timeout;
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private HttpRequestMessage NewMessage()
    {
        ReadOnlyMemory<byte> body = request.Utf8Json;
        ByteArrayContent content = MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes)
            ? new ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count)
            : new ByteArrayContent(body.ToArray());

        // A shared MediaTypeHeaderValue could be changed by a handler, for every request after it.
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
