using System.Threading.RateLimiting;

namespace Vero.Typed;

/// <summary>One call of <see cref="VeroBulkExtensions"/>.</summary>
internal sealed class BulkDelivery(IVeroClient client, IAsyncEnumerable<IdentifyRequest> source, VeroBulkOptions options)
    : OrderedDelivery(client, source, options.MaxConcurrency, MaxWaiting)
{
    private const int MaxWaiting = 1000;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    // For limiters that do not say when to ask again.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    private readonly RateLimiter? _limiter = options.RateLimiter;
    private readonly Func<IdentifyOutcome, ValueTask>? _onOutcome = options.OnOutcome;
    private readonly IProgress<IdentifyCounts>? _progress = options.Progress;
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly SemaphoreSlim _turnToAsk = new(1, 1);
    private readonly SemaphoreSlim _turnToTell = new(1, 1);
    private long _delivered;
    private long _rejected;
    private long _failed;
    private long _notSent;
    private long? _lastReport;

    private IdentifyCounts Counts => new(
        Interlocked.Read(ref _delivered), Interlocked.Read(ref _rejected), Interlocked.Read(ref _failed), Interlocked.Read(ref _notSent));

    public static async Task<IdentifyCounts> SendAllAsync(
        IVeroClient client, IAsyncEnumerable<IdentifyRequest> source, VeroBulkOptions options, CancellationToken cancellationToken)
    {
        using var delivery = new BulkDelivery(client, source, options);
        await delivery.RunAsync(cancellationToken).ConfigureAwait(false);
        return delivery.Counts;
    }

    public override void Dispose()
    {
        base.Dispose();
        _turnToAsk.Dispose();
        _turnToTell.Dispose();
    }

    protected override ValueTask<IDisposable?> AdmitAsync(CancellationToken stopping) =>
        _limiter is null ? default : AskAsync(_limiter, stopping);

    // A refused token is refused for every request. What is no VeroException says that the client itself cannot be used.
    protected override bool EndsRun(Exception exception) =>
        exception is VeroApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden } or not VeroException;

    protected override ValueTask ReportAsync(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception)
    {
        if (_onOutcome is not null || _progress is not null)
            return TellAsync(request, kind, exception);

        Count(kind);
        return default;
    }

    protected override void Finish() => _progress?.Report(Counts);

    private async ValueTask<IDisposable?> AskAsync(RateLimiter limiter, CancellationToken stopping)
    {
        // One at a time: all the others would be refused as well, or would fill the limiter's queue.
        await _turnToAsk.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            while (true)
            {
                RateLimitLease lease = await limiter.AcquireAsync(1, stopping).ConfigureAwait(false);
                if (lease.IsAcquired)
                    return lease;

                TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) && retryAfter > TimeSpan.Zero
                    ? retryAfter
                    : BetweenQuestions;
                lease.Dispose();
#if NET8_0_OR_GREATER
                await Task.Delay(wait, _time, stopping).ConfigureAwait(false);
#else
                await _time.Delay(wait, stopping).ConfigureAwait(false);
#endif
            }
        }
        finally
        {
            _turnToAsk.Release();
        }
    }

    private async ValueTask TellAsync(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception)
    {
        await _turnToTell.WaitAsync().ConfigureAwait(false);
        try
        {
            Count(kind);
            if (_onOutcome is not null)
                await _onOutcome(new IdentifyOutcome(request, kind, exception)).ConfigureAwait(false);
            if (_progress is null)
                return;

            long now = _time.GetTimestamp();
            if (_lastReport is { } last && _time.GetElapsedTime(last, now) < BetweenReports)
                return;

            _lastReport = now;
            _progress.Report(Counts);
        }
        finally
        {
            _turnToTell.Release();
        }
    }

    private void Count(IdentifyOutcomeKind kind) => Interlocked.Increment(ref Counter(kind));

    private ref long Counter(IdentifyOutcomeKind kind)
    {
        switch (kind)
        {
            case IdentifyOutcomeKind.Delivered:
                return ref _delivered;
            case IdentifyOutcomeKind.Rejected:
                return ref _rejected;
            case IdentifyOutcomeKind.Failed:
                return ref _failed;
            default:
                return ref _notSent;
        }
    }
}
