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
    private readonly VeroRetries _retries;
    private readonly ClientTelemetry _telemetry = ClientTelemetry.Shared;
    private readonly CancellationTokenSource _disposing = new();

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
        : this(options, httpClient, TimeProvider.System)
    {
    }

    internal VeroClient(VeroClientOptions options, HttpClient httpClient, TimeProvider timeProvider)
        : this(
            Check(options),
            httpClient is null ? throw new ArgumentNullException(nameof(httpClient)) : () => httpClient,
            timeProvider,
            ResilienceHandlers.Unknown) => _isBorrowed = true;

    internal VeroClient(VeroClientOptions options, TimeProvider timeProvider)
        : this(Check(options), timeProvider)
    {
    }

    // An HttpClient per request is how the factory replaces handlers that have grown old; it costs an object, not a connection.
    internal VeroClient(
        VeroEndpointSource endpoints,
        IHttpClientFactory factory,
        IHttpMessageHandlerFactory handlers,
        string httpClientName,
        TimeProvider timeProvider,
        ILogger<VeroClient> logger,
        ClientTelemetry telemetry)
        : this(
            endpoints,
            () => factory.CreateClient(httpClientName),
            timeProvider,
            new ResilienceHandlers(() => handlers.CreateHandler(httpClientName), logger)) => (_logger, _telemetry) = (logger, telemetry);

    private VeroClient(VeroEndpointSource endpoints, TimeProvider timeProvider)
        : this(endpoints, new HttpClient(VeroHandlerChain.Create(endpoints)) { Timeout = Timeout.InfiniteTimeSpan }, timeProvider)
    {
    }

    private VeroClient(VeroEndpointSource endpoints, HttpClient owned, TimeProvider timeProvider)
        : this(endpoints, () => owned, timeProvider, ResilienceHandlers.Unknown) => _owned = owned;

    private VeroClient(VeroEndpointSource endpoints, Func<HttpClient> getHttpClient, TimeProvider timeProvider, ResilienceHandlers handlers)
    {
        // Made now, so that options without a monitor are taken over as they are, and options that are wrong are found at once.
        _ = endpoints.Current;
        _endpoints = endpoints;
        _getHttpClient = getHttpClient;
        _timeProvider = timeProvider;
        _retries = new VeroRetries(timeProvider, handlers);
    }

    /// <inheritdoc/>
    public Task IdentifyAsync(IdentifyRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        return _telemetry.IsWatched ? WatchAsync(request, cancellationToken) : SendAsync(request, watched: null, cancellationToken);
    }

    /// <summary>Closes the connections that the client has made. Calls that are under way fail.</summary>
    public void Dispose()
    {
        _disposing.Cancel();
        _owned?.Dispose();
    }

    private async Task WatchAsync(IdentifyRequest request, CancellationToken cancellationToken)
    {
        using var watched = new WatchedCall(_telemetry, _timeProvider);
        try
        {
            await SendAsync(request, watched, cancellationToken).ConfigureAwait(false);
            watched.Succeeded();
        }
        catch (Exception exception)
        {
            watched.Failed(exception);
            throw;
        }
    }

    private async Task SendAsync(IdentifyRequest request, WatchedCall? watched, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_disposing.IsCancellationRequested)
            throw new ObjectDisposedException(nameof(VeroClient));

        // Once: whatever happens to the options meanwhile, the call ends as it began.
        VeroEndpoint endpoint = _endpoints.Current;
        if (endpoint.IsDryRun)
        {
            ReportDryRun(request, endpoint);
            if (watched is not null)
                watched.IsDryRun = true;
            return;
        }

        HttpClient http = _getHttpClient();
        using CancellationTokenSource deadline = StartDeadline(endpoint);
        using CancellationTokenRegistration cancelling = cancellationToken.Register(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        using CancellationTokenRegistration disposing = _disposing.Token.Register(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        Uri address = _isBorrowed ? endpoint.AddressWithToken : endpoint.Address;
        var call = new VeroCall(endpoint, address, http, request, _timeProvider, deadline, watched, _disposing.Token, cancellationToken);
        VeroException? failure = await call.AttemptAsync().ConfigureAwait(false);
        if (failure is not null)
            failure = await _retries.RepeatAsync(call, failure).ConfigureAwait(false);
        if (failure is null)
            return;

        failure.Attempts = call.Attempts;
        throw failure;
    }

    private void ReportDryRun(IdentifyRequest request, VeroEndpoint endpoint)
    {
        if (_logger is null)
            return;
        if (endpoint.AnnouncesDryRun())
            ClientLog.DryRun(_logger, endpoint.Server);
        ClientLog.NotSent(_logger, request.Utf8Json.Length);
    }

    private CancellationTokenSource StartDeadline(VeroEndpoint endpoint) =>
#if NET8_0_OR_GREATER
        new(endpoint.Timeout, _timeProvider);
#else
        _timeProvider.CreateCancellationTokenSource(endpoint.Timeout);
#endif

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
