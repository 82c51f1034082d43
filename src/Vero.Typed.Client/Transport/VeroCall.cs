using System.Net;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using System.Runtime.InteropServices;
using Polly;

namespace Vero.Typed;

/// <summary>One call of <see cref="IVeroClient.SendAsync"/>: its attempts, its time limit and its result.</summary>
/// <param name="settings">The settings that the call keeps until it completes.</param>
/// <param name="request">The request.</param>
/// <param name="http">What sends it.</param>
/// <param name="url">The URL for the HttpClient; without the credential if a handler adds it.</param>
/// <param name="time">The clock.</param>
/// <param name="deadline">Cancelled when the time limit is reached, and when the call is cancelled for another reason.</param>
/// <param name="telemetry">Records each attempt; null without listeners.</param>
/// <param name="disposing">Cancelled when the client is disposed.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class VeroCall(
    ClientSettings settings,
    VeroRequest request,
    HttpMessageInvoker http,
    Uri url,
    TimeProvider time,
    CancellationTokenSource deadline,
    CallTelemetry? telemetry,
    CancellationToken disposing,
    CancellationToken cancellationToken)
{
    private readonly long _start = time.GetTimestamp();

    public ClientSettings Settings => settings;

    public OperationFacts Operation { get; } = OperationTable.Of(request.Operation);

    public CancellationToken Deadline => deadline.Token;

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>What was wrong with the last attempt; null if Vero has accepted the request.</summary>
    public VeroException? Failure { get; private set; }

    /// <summary>The time left for the call; zero or less after the deadline.</summary>
    public TimeSpan TimeLeft => settings.Timeout - time.GetElapsedTime(_start);

    /// <summary>The time left in which the operation may be repeated; null without a limit.</summary>
    public TimeSpan? RepeatableTimeLeft => Operation.RepeatableFor - time.GetElapsedTime(_start);

    /// <summary>Whether a handler of the HttpClient has retried the last attempt.</summary>
    public bool WasRetriedByHandler { get; private set; }

    /// <summary>Sends the request once and sets <see cref="Failure"/>. Throws nothing.</summary>
    /// <returns>The call itself, or the exception that ends it: the caller has cancelled it, or the client or the HttpClient was disposed.</returns>
#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public async ValueTask<Outcome<VeroCall>> AttemptAsync()
    {
        Attempts++;
        telemetry?.Attempt(settings, Failure);

        // A message and its content can be sent only once.
        using HttpRequestMessage message = NewMessage();
        try
        {
            using HttpResponseMessage response = await SendAsync(message).ConfigureAwait(false);

            // A borrowed HttpClient may follow redirects: 301 to 303 without the body, 307 and 308 with it.
            if (message.Method.Method != Operation.Method || message.RequestUri != url || response.RequestMessage?.RequestUri != url)
            {
                Failure = new VeroProtocolException(ErrorMessages.FollowedRedirect(settings));
                return Outcome.FromResult(this);
            }

            VeroResponse veroResponse = await VeroResponse.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            Failure = veroResponse.FindError(settings, request, time.GetUtcNow());
        }
        catch (Exception exception)
        {
            if (FindEnd(exception) is { } end)
                return Outcome.FromException<VeroCall>(end);
            Failure = Translate(exception);
        }

        WasRetriedByHandler = Failure is not null && HandlerRetries.Retried(message);
        return Outcome.FromResult(this);
    }

    /// <summary>Sets what the call fails with when it was interrupted between attempts.</summary>
    /// <param name="exception">What interrupted it.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled the call.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed, or the HttpClient by its owner.</exception>
    public void Interrupt(Exception exception)
    {
        if (FindEnd(exception) is { } end)
            throw end;
        Failure = Translate(exception);
    }

    /// <summary>Adds to the failure why the request is not retried.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="reason">The reason, as a sentence.</param>
    public void EndWith(VeroApiException failure, string reason) =>
        Failure = new VeroApiException($"{failure.Message} {reason}", failure.StatusCode, failure.VeroMessage, failure.RetryAfter);

    // Of an HttpClient, the method of its base class would read the whole response first, however long it is.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message) => http is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token)
        : http.SendAsync(message, deadline.Token);

    /// <summary>What the call ends with instead of a <see cref="Failure"/>, or null.</summary>
    private Exception? FindEnd(Exception exception)
    {
        // Cancellation wins over whatever else happened.
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);
        if (exception is VeroException)
            return null;

        // Disposing the client cancels the deadline too, and handlers turn that into exceptions of any type.
        if (disposing.IsCancellationRequested)
            return new ObjectDisposedException(nameof(VeroClient));
        return exception is ObjectDisposedException or OperationCanceledException && IsHttpClientDisposed() ? new ObjectDisposedException(nameof(HttpClient)) : null;
    }

    private VeroException Translate(Exception exception)
    {
        if (exception is VeroException ours)
            return ours;
        if (deadline.IsCancellationRequested)
            return new VeroTimeoutException(ErrorMessages.Timeout(settings, Operation), Failure);
        return exception is OperationCanceledException
            ? new VeroTimeoutException(ErrorMessages.CanceledByHandler(settings, Operation))
            : TransportFailure.Translate(exception, settings, Operation);
    }

    // An HttpClient reports it only to a caller who sets a property; after its first request it throws something else there.
    private bool IsHttpClientDisposed()
    {
        if (http is not HttpClient client)
            return false;
        try
        {
            client.Timeout = client.Timeout;
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
        if (!MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes))
            bytes = new ArraySegment<byte>(body.ToArray());
        var message = new HttpRequestMessage(Methods.Of(Operation), url) { Content = new VeroContent(bytes) };

        // Where there is a handler of ours, it adds the header.
        if (url is not RequestUrl && http is HttpClient client && !client.DefaultRequestHeaders.Contains(UserAgent.HeaderName))
            message.Headers.TryAddWithoutValidation(UserAgent.HeaderName, UserAgent.Value);
        return message;
    }

    private static class Methods
    {
        private static readonly HttpMethod[] All = [.. OperationTable.All.Select(static operation => new HttpMethod(operation.Method))];

        public static HttpMethod Of(OperationFacts operation) => All[(int)operation.Operation];
    }
}
