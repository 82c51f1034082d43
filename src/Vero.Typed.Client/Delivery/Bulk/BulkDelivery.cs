using System.Threading.RateLimiting;

namespace Vero.Typed;

/// <summary>One run of <see cref="VeroBulkExtensions"/>.</summary>
internal sealed class BulkDelivery<T>(IVeroClient client, IAsyncEnumerable<T> source, Func<T, VeroRequest> toRequest, VeroBulkOptions options)
    : OrderedDelivery<T>(client, source, options.MaxConcurrency, MaxWaiting)
{
    private const int MaxWaiting = 1000;
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);

    // For limiters that do not say when they will have permits.
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromMilliseconds(100);

    // Timers cannot wait for 50 days, and a limiter may say so; it is asked once a day instead.
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromDays(1);

    private readonly RateLimiter? _limiter = options.RateLimiter;
    private readonly Func<DeliveryResult, ValueTask>? _onResult = options.OnResult;
    private readonly IProgress<DeliveryCounts>? _progress = options.Progress;
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly SemaphoreSlim _turnToAcquire = new(1, 1);
    private readonly SemaphoreSlim _turnToReport = new(1, 1);
    private readonly DeliveryCounter _counter = new();
    private long? _lastProgress;

    public async Task<DeliveryCounts> RunToEndAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken).ConfigureAwait(false);
        return _counter.Counts;
    }

    public override void Dispose()
    {
        base.Dispose();
        _turnToAcquire.Dispose();
        _turnToReport.Dispose();
    }

    protected override VeroRequest? Serialize(T item, out Exception? failure) => ItemSerializer.Serialize(item, toRequest, out failure);

    protected override ValueTask<IDisposable?> AdmitAsync(CancellationToken stopping) =>
        _limiter is null ? default : AcquireAsync(_limiter, stopping);

    // A rejected credential is rejected for every request. Other exceptions than Vero's say that the client itself cannot be used.
    protected override bool EndsRun(Exception exception) =>
        exception is VeroApiException { StatusCode: System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden } or not VeroException;

    protected override ValueTask ReportAsync(T item, VeroRequest? request, DeliveryStatus status, Exception? exception)
    {
        if (_onResult is not null || _progress is not null)
            return ReportInTurnAsync(item, request, status, exception);

        _counter.Add(status);
        return default;
    }

    protected override void Finish() => _progress?.Report(_counter.Counts);

    private async ValueTask<IDisposable?> AcquireAsync(RateLimiter limiter, CancellationToken stopping)
    {
        // One at a time: the limiter would refuse all others as well, or queue them.
        await _turnToAcquire.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            while (true)
            {
                RateLimitLease lease = await limiter.AcquireAsync(1, stopping).ConfigureAwait(false);
                if (lease.IsAcquired)
                    return lease;

                TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter) && retryAfter > TimeSpan.Zero
                    ? retryAfter
                    : DefaultRetryAfter;
                lease.Dispose();
                if (wait > MaxRetryAfter)
                    wait = MaxRetryAfter;
#if NET8_0_OR_GREATER
                await Task.Delay(wait, _time, stopping).ConfigureAwait(false);
#else
                await _time.Delay(wait, stopping).ConfigureAwait(false);
#endif
            }
        }
        finally
        {
            _turnToAcquire.Release();
        }
    }

    private async ValueTask ReportInTurnAsync(T item, VeroRequest? request, DeliveryStatus status, Exception? exception)
    {
        await _turnToReport.WaitAsync().ConfigureAwait(false);
        try
        {
            _counter.Add(status);
            if (_onResult is not null)
                await _onResult(new DeliveryResult<T>(item, request, status, exception)).ConfigureAwait(false);
            if (_progress is null)
                return;

            long now = _time.GetTimestamp();
            if (_lastProgress is { } last && _time.GetElapsedTime(last, now) < ProgressInterval)
                return;

            _lastProgress = now;
            _progress.Report(_counter.Counts);
        }
        catch (Exception callbackFault)
        {
            // Before the turn ends: the run fails with the first exception.
            Stop(callbackFault);
        }
        finally
        {
            _turnToReport.Release();
        }
    }
}
