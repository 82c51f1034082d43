using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>Sends requests to Vero over HTTP. One instance serves the whole application; it is safe for concurrent use.</summary>
/// <remarks>
/// With dependency injection, call <see cref="VeroServiceCollectionExtensions"/> and inject <see cref="IVeroClient"/>. The credential goes only
/// into the connection to Vero: no log, trace, exception or handler of an <see cref="HttpClient"/> contains it, except as described for
/// <see cref="VeroClient(VeroClientOptions, HttpClient)"/>.
/// </remarks>
public sealed class VeroClient : IVeroClient, IDisposable
{
    internal const string HttpClientName = "Vero.Typed";

    private readonly ClientSettingsSource _settings;
    private readonly Func<HttpClient> _getHttpClient;
    private readonly HttpClient? _owned;
    private readonly bool _isBorrowed;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger? _logger;
    private readonly VeroRetries _retries;
    private readonly ClientTelemetry _telemetry = ClientTelemetry.Shared;
    private readonly CancellationTokenSource _disposing = new();

    /// <summary>Creates a client with its own connections, which are closed when the client is disposed.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every problem.</exception>
    public VeroClient(VeroClientOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <summary>Creates a client that sends through your <see cref="HttpClient"/>, which it never disposes or changes.</summary>
    /// <remarks>
    /// Every handler of that HttpClient, and whatever logs or traces it, sees the URL with the credential. Switch off its redirects, which would
    /// send the user's data elsewhere, and its cookies. Its own timeout applies as well.
    /// </remarks>
    /// <param name="options">The settings.</param>
    /// <param name="httpClient">The HttpClient. Its BaseAddress is not used.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every problem.</exception>
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
        ClientSettingsSource settings,
        IHttpClientFactory factory,
        IHttpMessageHandlerFactory handlers,
        string httpClientName,
        TimeProvider timeProvider,
        ILogger<VeroClient> logger,
        ClientTelemetry telemetry)
        : this(
            settings,
            () => factory.CreateClient(httpClientName),
            timeProvider,
            new ResilienceHandlers(() => handlers.CreateHandler(httpClientName), logger)) => (_logger, _telemetry) = (logger, telemetry);

    private VeroClient(ClientSettingsSource settings, TimeProvider timeProvider)
        : this(settings, new HttpClient(VeroHandlerChain.Create(settings)) { Timeout = Timeout.InfiniteTimeSpan }, timeProvider)
    {
    }

    private VeroClient(ClientSettingsSource settings, HttpClient owned, TimeProvider timeProvider)
        : this(settings, () => owned, timeProvider, ResilienceHandlers.Unknown) => _owned = owned;

    private VeroClient(ClientSettingsSource settings, Func<HttpClient> getHttpClient, TimeProvider timeProvider, ResilienceHandlers handlers)
    {
        // The first snapshot is taken now: invalid options throw here, and later changes of options without a monitor have no effect.
        _ = settings.Current;
        _settings = settings;
        _getHttpClient = getHttpClient;
        _timeProvider = timeProvider;
        _retries = new VeroRetries(timeProvider, handlers);
    }

    /// <inheritdoc/>
    public Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        return _telemetry.HasListeners ? SendWithTelemetryAsync(request, cancellationToken) : SendAsync(request, telemetry: null, cancellationToken);
    }

    /// <summary>Closes the connections that the client has made. Calls in flight fail.</summary>
    public void Dispose()
    {
        _disposing.Cancel();
        _owned?.Dispose();
    }

    private async Task SendWithTelemetryAsync(VeroRequest request, CancellationToken cancellationToken)
    {
        using var telemetry = new CallTelemetry(_telemetry, request.Operation, _timeProvider);
        try
        {
            await SendAsync(request, telemetry, cancellationToken).ConfigureAwait(false);
            telemetry.Succeeded();
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    private async Task SendAsync(VeroRequest request, CallTelemetry? telemetry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_disposing.IsCancellationRequested)
            throw new ObjectDisposedException(nameof(VeroClient));

        // Read once: the call completes with the settings that it began with.
        ClientSettings settings = _settings.Current;
        if (settings.IsDryRun)
        {
            LogDryRun(request, settings);
            if (telemetry is not null)
                telemetry.IsDryRun = true;
            return;
        }

        HttpClient http = _getHttpClient();
        using CancellationTokenSource deadline = StartDeadline(settings);
        using CancellationTokenRegistration cancelling = cancellationToken.Register(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        using CancellationTokenRegistration disposing = _disposing.Token.Register(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        OperationFacts operation = OperationTable.Of(request.Operation);
        Uri url = _isBorrowed ? settings.UrlWithCredentialOf(operation) : settings.UrlOf(operation);
        var call = new VeroCall(settings, request, http, url, _timeProvider, deadline, telemetry, _disposing.Token, cancellationToken);
        await _retries.RunAsync(call).ConfigureAwait(false);
        if (call.Failure is not { } failure)
            return;

        failure.Attempts = call.Attempts;
        throw failure;
    }

    private void LogDryRun(VeroRequest request, ClientSettings settings)
    {
        if (_logger is null)
            return;
        if (settings.IsFirstDryRun())
            ClientLog.DryRun(_logger, settings.Server);
        ClientLog.NotSent(_logger, request);
    }

    private CancellationTokenSource StartDeadline(ClientSettings settings) =>
#if NET8_0_OR_GREATER
        new(settings.Timeout, _timeProvider);
#else
        _timeProvider.CreateCancellationTokenSource(settings.Timeout);
#endif

    private static ClientSettingsSource Check(VeroClientOptions options)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        List<string> problems = VeroClientOptionsValidator.FindProblems(options);
        return problems.Count == 0
            ? new ClientSettingsSource(() => options)
            : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
    }
}
