using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>Sends requests to Vero over HTTP. One instance serves the whole application; it is safe to use from any number of threads.</summary>
/// <remarks>
/// With dependency injection, use <see cref="VeroServiceCollectionExtensions"/> and ask for <see cref="IVeroClient"/>. The token goes
/// nowhere but into the connection to Vero: no log, trace, exception or handler of an <see cref="HttpClient"/> shows it, except as
/// <see cref="VeroClient(VeroClientOptions, HttpClient)"/> says.
/// </remarks>
public sealed class VeroClient : IVeroClient, IDisposable
{
    internal const string HttpClientName = "Vero.Typed";

    private readonly VeroEndpointSource _endpoints;
    private readonly Func<HttpClient> _getHttpClient;
    private readonly HttpClient? _owned;
    private readonly bool _isBorrowed;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger? _logger;
    private volatile bool _isDisposed;

    /// <summary>Makes a client with connections of its own, which are closed when the client is disposed.</summary>
    /// <param name="options">How to reach Vero.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong with them.</exception>
    public VeroClient(VeroClientOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>Makes a client that sends through your <see cref="HttpClient"/>, which is never disposed or changed by this client.</summary>
    /// <remarks>
    /// Every handler of that HttpClient, and whoever logs or traces it, sees the address with the token. Switch off its redirects, which
    /// would take the customer's data elsewhere, and its cookies. Its own timeout counts as well.
    /// </remarks>
    /// <param name="options">How to reach Vero.</param>
    /// <param name="httpClient">What to send with. Its BaseAddress is not used.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong with them.</exception>
    public VeroClient(VeroClientOptions options, HttpClient httpClient)
        : this(Check(options), httpClient ?? throw new ArgumentNullException(nameof(httpClient)))
    {
    }

    internal VeroClient(VeroClientOptions options, TimeProvider timeProvider)
        : this(Check(options), timeProvider)
    {
    }

    // An HttpClient per request is how the factory replaces handlers that have grown old; it costs an object, not a connection.
    internal VeroClient(
        VeroEndpointSource endpoints, IHttpClientFactory factory, string httpClientName, TimeProvider timeProvider, ILogger<VeroClient> logger)
        : this(endpoints, () => factory.CreateClient(httpClientName), timeProvider) => _logger = logger;

    private VeroClient(VeroEndpointSource endpoints, HttpClient borrowed)
        : this(endpoints, () => borrowed, TimeProvider.System) => _isBorrowed = true;

    private VeroClient(VeroEndpointSource endpoints, TimeProvider timeProvider)
        : this(endpoints, new HttpClient(VeroHandlerChain.Create(endpoints)) { Timeout = Timeout.InfiniteTimeSpan }, timeProvider)
    {
    }

    private VeroClient(VeroEndpointSource endpoints, HttpClient owned, TimeProvider timeProvider)
        : this(endpoints, () => owned, timeProvider) => _owned = owned;

    private VeroClient(VeroEndpointSource endpoints, Func<HttpClient> getHttpClient, TimeProvider timeProvider)
    {
        // Made now, so that options without a monitor are taken over as they are, and options that are wrong are found at once.
        _ = endpoints.Current;
        _endpoints = endpoints;
        _getHttpClient = getHttpClient;
        _timeProvider = timeProvider;
    }

    /// <inheritdoc/>
    public Task IdentifyAsync(IdentifyRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        return SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections that the client has made. Calls that are under way fail.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _owned?.Dispose();
    }

    private async Task SendAsync(IdentifyRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isDisposed)
            throw new ObjectDisposedException(nameof(VeroClient));

        // Once: whatever happens to the options meanwhile, the call ends as it began.
        VeroEndpoint endpoint = _endpoints.Current;
        if (endpoint.IsDryRun)
        {
            ReportDryRun(request, endpoint);
            return;
        }

        HttpClient http = _getHttpClient();
        using CancellationTokenSource deadline = StartDeadline(endpoint);
        using CancellationTokenRegistration cancelling = cancellationToken.Register(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        VeroAnswer answer;
        try
        {
            using HttpRequestMessage message = NewMessage(request, endpoint);
            using HttpResponseMessage response = await http.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            // Of redirects that a borrowed HttpClient follows, these lose the request.
            if (message.Method != HttpMethod.Post)
                throw VeroTokenHandler.FollowedRedirect(endpoint);

            answer = await VeroAnswer.ReadAsync(response, _timeProvider.GetUtcNow(), deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not VeroException)
        {
            // Whatever a cancelled call ends with, the caller is told what he asked for.
            cancellationToken.ThrowIfCancellationRequested();
            if (exception is ObjectDisposedException || (_isDisposed && exception is OperationCanceledException))
                throw new ObjectDisposedException(nameof(VeroClient));
            throw Translate(exception, endpoint, isOverdue: deadline.IsCancellationRequested);
        }

        answer.ThrowIfNotAccepted(endpoint, request);
    }

    private void ReportDryRun(IdentifyRequest request, VeroEndpoint endpoint)
    {
        if (_logger is null)
            return;
        if (endpoint.AnnouncesDryRun())
            OptionsLog.DryRun(_logger, endpoint.Server);
        OptionsLog.NotSent(_logger, request.Utf8Json.Length);
    }

    private CancellationTokenSource StartDeadline(VeroEndpoint endpoint) =>
#if NET8_0_OR_GREATER
        new(endpoint.Timeout, _timeProvider);
#else
        _timeProvider.CreateCancellationTokenSource(endpoint.Timeout);
#endif

    private HttpRequestMessage NewMessage(IdentifyRequest request, VeroEndpoint endpoint)
    {
        ReadOnlyMemory<byte> body = request.Utf8Json;
        ByteArrayContent content = MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes)
            ? new ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count)
            : new ByteArrayContent(body.ToArray());

        // A shared MediaTypeHeaderValue could be changed by a handler, for every request after it.
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpRequestMessage(HttpMethod.Post, _isBorrowed ? endpoint.AddressWithToken : endpoint.Address) { Content = content };
    }

    private static VeroException Translate(Exception exception, VeroEndpoint endpoint, bool isOverdue)
    {
        if (isOverdue)
        {
            return new VeroTimeoutException($"There was no complete answer from {endpoint.Server} within {endpoint.Timeout:c} "
                + "(VeroClientOptions.Timeout). Whether Vero got the request is unknown; sending it again is safe.");
        }

        if (exception is OperationCanceledException)
        {
            return new VeroTimeoutException($"The HttpClient, or one of its handlers, gave up waiting for {endpoint.Server}. "
                + "Check the timeouts that are set there. Whether Vero got the request is unknown; sending it again is safe.");
        }

        return TransportFailure.Translate(exception, endpoint);
    }

    private static VeroEndpointSource Check(VeroClientOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        List<string> problems = VeroClientOptionsValidator.FindProblems(options);
        return problems.Count == 0
            ? new VeroEndpointSource(() => options)
            : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
    }
}
