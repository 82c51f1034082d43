using Microsoft.Extensions.Logging;
#if NET8_0_OR_GREATER
using System.Runtime.Versioning;
#endif

namespace Vero.Typed;

/// <summary>Sends requests to Vero over HTTP. One instance serves the whole application; it is safe for concurrent use.</summary>
/// <remarks>
/// With dependency injection, call <see cref="VeroServiceCollectionExtensions"/> and inject <see cref="IVeroClient"/>. The credential goes only
/// into the connection to Vero: no log, trace, exception or handler of an <see cref="HttpClient"/> contains it, except as described for
/// <see cref="VeroClient(VeroClientOptions, HttpClient)"/>.
/// </remarks>
#if NET8_0_OR_GREATER
[UnsupportedOSPlatform("browser")]
#endif
public sealed class VeroClient : IVeroClient, IReportingClient, IDisposable
{
    internal const string HttpClientName = "Vero.Typed";

    private static readonly Action<object?> Cancel = static state => ((CancellationTokenSource)state!).Cancel();

    private readonly ClientSettingsSource _settings;
    private readonly HttpClients _httpClients;
    private readonly HttpMessageInvoker? _owned;
    private readonly bool _isBorrowed;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger? _logger;
    private readonly VeroRetries _retries;
    private readonly Deadlines _deadlines;
    private readonly ClientTelemetry _telemetry;
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
            SourceOf(options),
            HttpClients.Of(httpClient ?? throw new ArgumentNullException(nameof(httpClient))),
            timeProvider,
            logger: null,
            ClientTelemetry.Shared) => _isBorrowed = true;

    internal VeroClient(VeroClientOptions options, TimeProvider timeProvider)
        : this(SourceOf(options), timeProvider)
    {
    }

    internal VeroClient(
        ClientSettingsSource settings,
        HttpClients httpClients,
        TimeProvider timeProvider,
        ILogger? logger,
        ClientTelemetry telemetry,
        VeroRetries? retries = null,
        Deadlines? deadlines = null)
    {
        ThrowInBrowser();

        // The first snapshot is taken now: invalid options throw here, and later changes of options without a monitor have no effect.
        _ = settings.Current;
        _settings = settings;
        _httpClients = httpClients;
        _timeProvider = timeProvider;
        _logger = logger;
        _telemetry = telemetry;
        _retries = retries ?? new VeroRetries(timeProvider, new HandlerRetries(logger));
        _deadlines = deadlines ?? new Deadlines(timeProvider);
    }

    private VeroClient(ClientSettingsSource settings, TimeProvider timeProvider)
        : this(settings, new HttpMessageInvoker(VeroHandlerChain.Create(settings)), timeProvider)
    {
    }

    // Not an HttpClient: that would only add a time limit, which the client has already, and cost every call a source of cancellation.
    private VeroClient(ClientSettingsSource settings, HttpMessageInvoker owned, TimeProvider timeProvider)
        : this(settings, HttpClients.Of(owned), timeProvider, logger: null, ClientTelemetry.Shared) => _owned = owned;

    /// <inheritdoc/>
    public Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default) => SendAndReportAsync(request, cancellationToken);

    Task<CallOutcome> IReportingClient.SendAndReportAsync(VeroRequest request, CancellationToken cancellationToken) => SendAndReportAsync(request, cancellationToken);

    /// <summary>Closes the connections that the client has made. Calls in flight fail.</summary>
    public void Dispose()
    {
        _disposing.Cancel();
        _owned?.Dispose();
    }

    /// <summary>Creates the first handler chain, so that what is wrong with its handlers is known before the first call.</summary>
    /// <exception cref="VeroConnectionException">It could not be created.</exception>
    internal void Prepare()
    {
        ClientSettings settings = _settings.Current;
        if (!settings.IsDryRun)
            _ = _httpClients.Get(settings);
    }

    internal static ClientSettingsSource SourceOf(VeroClientOptions options, CredentialScope? scope = null)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));

        ThrowInBrowser();
        List<string> problems = VeroClientOptionsValidator.FindProblems(options, isFromCode: true);
        return problems.Count == 0
            ? new ClientSettingsSource(() => options, scope)
            : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
    }

    private Task<CallOutcome> SendAndReportAsync(VeroRequest request, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        return _telemetry.HasListeners ? SendWithTelemetryAsync(request, cancellationToken) : SendAsync(request, telemetry: null, cancellationToken);
    }

    private async Task<CallOutcome> SendWithTelemetryAsync(VeroRequest request, CancellationToken cancellationToken)
    {
        using var telemetry = new CallTelemetry(_telemetry, request.Operation, _timeProvider);
        try
        {
            CallOutcome outcome = await SendAsync(request, telemetry, cancellationToken).ConfigureAwait(false);
            telemetry.Succeeded(outcome);
            return outcome;
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    private async Task<CallOutcome> SendAsync(VeroRequest request, CallTelemetry? telemetry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_disposing.IsCancellationRequested)
            throw new ObjectDisposedException(nameof(VeroClient));

        // Read once: the call completes with the settings that it began with.
        ClientSettings settings = _settings.Current;
        if (settings.ShouldSend is { } shouldSend && !shouldSend(request))
            return CallOutcome.Suppressed;
        if (settings.IsDryRun)
        {
            LogDryRun(request, settings);
            return CallOutcome.DryRun;
        }

        if (_logger is not null && settings.IsFirstInsecure())
            ClientLog.Insecure(_logger, settings.Server);
        OperationFacts operation = OperationTable.Of(request.Operation);
        Uri url = _isBorrowed ? settings.UrlWithCredentialOf(operation) : settings.UrlOf(operation);
        HttpMessageInvoker http = _httpClients.Get(settings);
        CancellationTokenSource deadline = _deadlines.Start(settings.Timeout);
        var call = new VeroCall(settings, request, http, url, _timeProvider, deadline, telemetry, _disposing.Token, cancellationToken);
        try
        {
            using CancellationTokenRegistration cancelling = cancellationToken.Register(Cancel, deadline);
            using CancellationTokenRegistration disposing = _disposing.Token.Register(Cancel, deadline);
            await _retries.RunAsync(call).ConfigureAwait(false);
        }
        finally
        {
            _deadlines.End(deadline);
        }

        if (call.Failure is not { } failure)
            return CallOutcome.Delivered;

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

    // Before anything else is created: there are no sockets either, and .NET's own message says nothing.
    private static void ThrowInBrowser()
    {
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsBrowser())
            throw new PlatformNotSupportedException("The Vero client cannot run in a browser, where everybody can read the credential. Send requests from the server.");
#endif
    }
}
