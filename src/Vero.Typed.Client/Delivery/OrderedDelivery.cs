#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using System.Runtime.ExceptionServices;

namespace Vero.Typed;

/// <summary>
/// Sends what a source yields, several requests at the same time, but those of one id one after the other, in the order of the source.
/// </summary>
/// <remarks>
/// A worker reads the source until it has a request of an id that no other worker has, and sends it. What it finds of ids that others have
/// waits for those: whoever has an id sends everything that waits for it before he reads on. So nothing is read before somebody can
/// send it, unless its id is taken; there is nothing to schedule, and no request costs a task of its own.
/// </remarks>
internal abstract class OrderedDelivery(IVeroClient client, IAsyncEnumerable<IdentifyRequest> source, int maxConcurrency, int maxWaiting)
    : IDisposable
{
    private readonly object _lock = new();
    private readonly SemaphoreSlim _turnToRead = new(1, 1);
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The ids that workers have, each with what waits for it.
    private readonly Dictionary<string, Queue<IdentifyRequest>?> _taken = new(StringComparer.Ordinal);
    private int _waiting;
    private int _workers;
    private bool _isReadingPaused;

    private IAsyncEnumerator<IdentifyRequest> _source = null!;
    private CancellationTokenSource _stopping = null!;
    private CancellationToken _cancellationToken;
    private bool _isSourceAtEnd;
    private volatile bool _isCutShort;
    private Exception? _fault;

    public virtual void Dispose() => _turnToRead.Dispose();

    // The caller's own token as well: when it is cancelled, calls under way may end before the other one follows it.
    private bool IsStopping => _cancellationToken.IsCancellationRequested || _stopping.IsCancellationRequested;

    /// <summary>Ends with the source, or with the exception that stopped the run; never before the last outcome is told.</summary>
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
            await _ended.Task.ConfigureAwait(false);
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

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>What is to be disposed after it was sent.</returns>
    protected virtual ValueTask<IDisposable?> AdmitAsync(CancellationToken stopping) => default;

    /// <summary>Is told the outcome of every request that was read, each once; by several workers at the same time.</summary>
    protected abstract ValueTask ReportAsync(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception);

    /// <summary>Whether there is no sense in sending anything after this.</summary>
    protected abstract bool EndsRun(Exception exception);

    /// <summary>Is called once, after everything else.</summary>
    protected virtual void Finish()
    {
    }

    // On a thread of the pool, because a source that never waits, and a client that does not either, would keep the caller's until the end.
    private void StartWorker() => _ = Task.Run(WorkAsync);

    private async Task WorkAsync()
    {
        try
        {
            while (await ReadAsync().ConfigureAwait(false) is ({ } first, var id))
            {
                for (IdentifyRequest? request = first; request is not null; request = NextOf(id))
                    await SendAsync(request).ConfigureAwait(false);
            }
        }
        finally
        {
            bool isLast;
            lock (_lock)
                isLast = --_workers == 0;
            if (isLast)
                _ended.SetResult(true);
        }
    }

    // The id goes along because it is decoded from the body.
    private async ValueTask<(IdentifyRequest Request, string Id)?> ReadAsync()
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

                IdentifyRequest request = _source.Current ?? throw new ArgumentException("The sequence holds null in place of a request.");
                string id = request.UserId;
                if (Take(id, request))
                    return (request, id);
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
            return _isReadingPaused = _waiting >= maxWaiting;
    }

    /// <returns>False if another worker has the id; then the request waits for that one.</returns>
    private bool Take(string id, IdentifyRequest request)
    {
        lock (_lock)
        {
            if (_taken.TryGetValue(id, out Queue<IdentifyRequest>? queue))
            {
                if (queue is null)
                    _taken[id] = queue = new Queue<IdentifyRequest>();
                queue.Enqueue(request);
                _waiting++;
                return false;
            }

            _taken.Add(id, null);
            if (_workers == maxConcurrency)
                return true;
            _workers++;
        }

        StartWorker();
        return true;
    }

    private IdentifyRequest? NextOf(string id)
    {
        IdentifyRequest next;
        lock (_lock)
        {
            Queue<IdentifyRequest>? queue = _taken[id];
            if (queue is null || queue.Count == 0)
            {
                _taken.Remove(id);
                return null;
            }

            next = queue.Dequeue();
            _waiting--;
            if (!_isReadingPaused || _waiting > maxWaiting / 2)
                return next;

            _isReadingPaused = false;
            if (_workers == maxConcurrency)
                return next;
            _workers++;
        }

        StartWorker();
        return next;
    }

#if NET8_0_OR_GREATER
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
#endif
    private async ValueTask SendAsync(IdentifyRequest request)
    {
        IdentifyOutcomeKind kind = IdentifyOutcomeKind.NotSent;
        Exception? reason = null;
        try
        {
            if (!IsStopping)
            {
                using IDisposable? admission = await AdmitAsync(_stopping.Token).ConfigureAwait(false);
                if (!IsStopping)
                {
                    kind = IdentifyOutcomeKind.Failed;
                    await client.IdentifyAsync(request, _cancellationToken).ConfigureAwait(false);
                    kind = IdentifyOutcomeKind.Delivered;
                }
            }
        }
        catch (Exception exception)
        {
            bool isStopping = exception is OperationCanceledException && IsStopping;
            if (isStopping)
                _isCutShort = true;
            else if (EndsRun(exception))
                Stop(exception);
            if (kind is IdentifyOutcomeKind.Failed)
                reason = exception;
            if (exception is VeroApiException { IsTransient: false })
                kind = IdentifyOutcomeKind.Rejected;
        }

        if (kind is IdentifyOutcomeKind.NotSent)
            _isCutShort = true;
        try
        {
            await ReportAsync(request, kind, reason).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Stop(exception);
        }
    }

    private void Fail(Exception exception) => Interlocked.CompareExchange(ref _fault, exception, null);

    private void Stop(Exception exception)
    {
        Fail(exception);
        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException fromCallbacks)
        {
            // Of the source, or of a rate limiter: the run ends with what came first.
            Fail(fromCallbacks);
        }
    }
}
