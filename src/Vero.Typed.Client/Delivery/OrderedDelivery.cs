#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using System.Runtime.ExceptionServices;

namespace Vero.Typed;

/// <summary>
/// Sends what a source yields: several requests concurrently, but those of one user in the order of the source, one after the other.
/// </summary>
/// <remarks>
/// A worker reads the source until it has a request that need not wait for another one, and sends it. Requests that must wait are kept; whoever
/// completes the request that they wait for sends them before it reads on. So nothing is read before a worker can send it, unless
/// its user has a request in flight; there is no scheduler, and no request costs a task of its own.
/// </remarks>
internal abstract class OrderedDelivery<T>(IVeroClient client, IAsyncEnumerable<T> source, int maxConcurrency, int maxWaiting) : IDisposable
{
    private readonly IReportingClient? _reporting = client as IReportingClient;
    private readonly object _lock = new();
    private readonly SemaphoreSlim _turnToRead = new(1, 1);
    private readonly TaskCompletionSource<bool> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly UserOrder<T> _order = new();
    private readonly Queue<PendingDelivery<T>> _ready = new();
    private int _workers;
    private bool _isReadingPaused;

    private IAsyncEnumerator<T> _source = null!;
    private CancellationTokenSource _stopping = null!;
    private CancellationToken _cancellationToken;
    private bool _isSourceAtEnd;
    private volatile bool _isCutShort;
    private Exception? _fault;

    public virtual void Dispose() => _turnToRead.Dispose();

    // The caller's own token as well: when it is canceled, calls in flight may end before the linked one follows.
    private bool IsStopping => _cancellationToken.IsCancellationRequested || _stopping.IsCancellationRequested;

    /// <summary>Completes with the source, or with the exception that stopped the run; never before the last result is reported.</summary>
    protected async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopping = stopping;
        _cancellationToken = cancellationToken;
        try
        {
            _source = source.GetAsyncEnumerator(stopping.Token);
            _workers = 1;
            StartWorker();
            await _completed.Task.ConfigureAwait(false);
            await _source.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        try
        {
            Finish();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        if (_isCutShort)
            cancellationToken.ThrowIfCancellationRequested();
        if (_fault is not null)
            ExceptionDispatchInfo.Capture(_fault).Throw();
    }

    /// <summary>Makes the request of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="failure">Why there is no request; null if there is one.</param>
    /// <returns>The request, or null.</returns>
    protected abstract VeroRequest? Serialize(T item, out Exception? failure);

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>What is disposed after it was sent.</returns>
    protected virtual ValueTask<IDisposable?> AdmitAsync(CancellationToken stopping) => default;

    /// <summary>Receives the result of every item that was read, each once; called by several workers concurrently.</summary>
    protected abstract ValueTask ReportAsync(T item, VeroRequest? request, DeliveryStatus status, Exception? exception);

    /// <summary>Whether nothing else can be sent after this exception of the client.</summary>
    protected abstract bool EndsRun(Exception exception);

    /// <summary>Called once, after everything else.</summary>
    protected virtual void Finish()
    {
    }

    // On the thread pool, because a source and a client that never wait would keep the caller's thread until the end.
    private void StartWorker() => _ = Task.Run(WorkAsync);

    private async Task WorkAsync()
    {
        try
        {
            PendingDelivery<T>? next = NextReady();
            while ((next ?? await ReadAsync().ConfigureAwait(false)) is { } delivery)
            {
                await SendAsync(delivery).ConfigureAwait(false);
                next = Complete(delivery);
            }
        }
        finally
        {
            bool isLast;
            lock (_lock)
                isLast = --_workers == 0;
            if (isLast)
                _completed.SetResult(true);
        }
    }

    private async ValueTask<PendingDelivery<T>?> ReadAsync()
    {
        await _turnToRead.WaitAsync().ConfigureAwait(false);
        try
        {
            while (!_isSourceAtEnd && !ShouldPauseReading())
            {
                if (IsStopping)
                {
                    _isCutShort = true;
                    return null;
                }

                if (!await _source.MoveNextAsync().ConfigureAwait(false))
                {
                    _isSourceAtEnd = true;
                    return null;
                }

                T item = _source.Current;
                if (Serialize(item, out Exception? failure) is not { } request)
                    return new PendingDelivery<T>(item, failure);
                var delivery = new PendingDelivery<T>(item, request);
                if (CanStart(delivery))
                    return delivery;
            }

            return null;
        }
        catch (Exception exception)
        {
            _isSourceAtEnd = true;
            if (exception is OperationCanceledException && IsStopping)
                _isCutShort = true;
            else
                Fail(exception);
            return null;
        }
        finally
        {
            _turnToRead.Release();
        }
    }

    private bool ShouldPauseReading()
    {
        lock (_lock)
            return _isReadingPaused = _order.Waiting >= maxWaiting;
    }

    private bool CanStart(PendingDelivery<T> delivery)
    {
        lock (_lock)
        {
            if (!_order.Add(delivery))
                return false;
            if (!TryAddWorker())
                return true;
        }

        StartWorker();
        return true;
    }

    private PendingDelivery<T>? NextReady()
    {
        lock (_lock)
            return _ready.Count > 0 ? _ready.Dequeue() : null;
    }

    /// <summary>Removes a delivery that is completed.</summary>
    /// <returns>One that waited for it, or null.</returns>
    private PendingDelivery<T>? Complete(PendingDelivery<T> delivery)
    {
        PendingDelivery<T>? next;
        lock (_lock)
        {
            if (delivery.Request is not null)
                _order.Complete(delivery, _ready);
            next = _ready.Count > 0 ? _ready.Dequeue() : null;

            // Where an alias is completed, two may be ready.
            bool needsWorker = _ready.Count > 0;
            if (_isReadingPaused && _order.Waiting <= maxWaiting / 2)
            {
                _isReadingPaused = false;
                needsWorker = true;
            }

            if (!needsWorker || !TryAddWorker())
                return next;
        }

        StartWorker();
        return next;
    }

    private bool TryAddWorker()
    {
        if (_workers == maxConcurrency)
            return false;
        _workers++;
        return true;
    }

#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask SendAsync(PendingDelivery<T> delivery)
    {
        DeliveryStatus status = delivery.Request is null ? DeliveryStatus.NotSerialized : DeliveryStatus.NotSent;
        Exception? reason = delivery.Failure;
        if (delivery.Request is { } request && !IsStopping)
        {
            try
            {
                using IDisposable? admission = await AdmitAsync(_stopping.Token).ConfigureAwait(false);
                if (!IsStopping)
                {
                    status = DeliveryStatus.Failed;
                    try
                    {
                        if (_reporting is null)
                            await client.SendAsync(request, _cancellationToken).ConfigureAwait(false);
                        else if (await _reporting.SendAndReportAsync(request, _cancellationToken).ConfigureAwait(false) is CallOutcome.Suppressed)
                            status = DeliveryStatus.Suppressed;
                        if (status is not DeliveryStatus.Suppressed)
                            status = DeliveryStatus.Delivered;
                    }
                    catch (Exception exception)
                    {
                        reason = exception;
                        if (exception is VeroApiException { IsTransient: false })
                            status = DeliveryStatus.Rejected;
                        if (exception is OperationCanceledException && IsStopping)
                            _isCutShort = true;
                        else if (EndsRun(exception))
                            Stop(exception);
                    }
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !IsStopping)
            {
                // Of the admission.
                Stop(exception);
            }
            catch (OperationCanceledException)
            {
                _isCutShort = true;
            }
        }

        if (status is DeliveryStatus.NotSent)
            _isCutShort = true;
        try
        {
            await ReportAsync(delivery.Item, delivery.Request, status, reason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Stop(exception);
        }
    }

    private void Fail(Exception exception) => Interlocked.CompareExchange(ref _fault, exception, null);

    /// <summary>Ends the run with an exception; the first one counts.</summary>
    protected void Stop(Exception exception)
    {
        Fail(exception);
        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException fromCallbacks)
        {
            // Of the source, or of a rate limiter: the run ends with the first exception.
            Fail(fromCallbacks);
        }
    }
}
