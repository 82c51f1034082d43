using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>A queue and its delivery, which starts with it and ends when it is drained.</summary>
internal sealed class VeroQueue : IOwnedVeroQueue, IDisposable
{
    // For callbacks that do not complete, after sending was abandoned.
    private static readonly TimeSpan CallbackTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CallbackTimeoutOfHost = TimeSpan.FromSeconds(2);

    private readonly VeroQueueOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<QueuedItem> _channel;
    private readonly SemaphoreSlim _turnToReport = new(1, 1);
    private readonly QueueTelemetry _telemetry;
    private readonly CancellationTokenSource _abandoning = new();
    private readonly object _flushing = new();

    // A task of its own, because callbacks of the token may throw: out of a timer, that would end the process.
    private readonly Lazy<Task> _abandon;
    private readonly Task _delivering;
    private FlushBatch _batch = new(Task.CompletedTask);
    private long _enqueued;
    private long _completed;
    private int _left;
    private Exception? _fault;
    private bool _isDrained;
    private volatile bool _isClosed;

    public VeroQueue(IVeroClient client, VeroQueueOptions options, TimeProvider time, ILogger logger, IMeterFactory? meters, string clientName)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _telemetry = new QueueTelemetry(meters, clientName, () => Count);
        _channel = Channel.CreateBounded<QueuedItem>(options.Capacity);

        _abandon = new Lazy<Task>(() => Task.Run(_abandoning.Cancel));
        _delivering = Start(() => DeliverAsync(client));
    }

    // An item can be completed before it is counted as enqueued.
    public int Count => (int)Math.Max(0, Interlocked.Read(ref _enqueued) - Interlocked.Read(ref _completed));

    public ValueTask EnqueueAsync<T>(T item, Func<T, VeroRequest> toRequest, CancellationToken cancellationToken = default)
    {
        if (toRequest is null)
            throw new ArgumentNullException(nameof(toRequest));
        return EnqueueAsync(NewItem(item, toRequest), cancellationToken);
    }

    public bool TryEnqueue(VeroRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        QueuedItem item = AddToBatch(new QueuedItem<VeroRequest>(request, request, failure: null));
        if (TryWrite(item))
            return true;
        item.Batch.Remove();
        return _isClosed ? throw Closed() : false;
    }

    public Task FlushAsync(CancellationToken cancellationToken = default)
    {
        Task completed;
        lock (_flushing)
        {
            _batch.Close();
            completed = _batch.Completed;
            _batch = new FlushBatch(completed);
        }

        return completed.WaitAsync(cancellationToken);
    }

    /// <summary>Accepts nothing more, and completes when everything is delivered, or reported as undelivered.</summary>
    /// <param name="hostLimit">Canceled when the host's time to shut down is over.</param>
    public async Task DrainAsync(CancellationToken hostLimit)
    {
        // The container disposes what the host has stopped, more than once: an exception is thrown the first time.
        Close();
        if (_isDrained)
            return;

        var timedOut = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using ITimer callbackLimit = NewTimer(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), timedOut, _options.DrainTimeout + CallbackTimeout);
        using ITimer sendLimit = NewTimer(static state => _ = ((Lazy<Task>)state!).Value, _abandon, _options.DrainTimeout);
        using CancellationTokenRegistration byHost = hostLimit.Register(() =>
        {
            _ = _abandon.Value;
            callbackLimit.Change(CallbackTimeoutOfHost, Timeout.InfiniteTimeSpan);
        });
        try
        {
            if (await Task.WhenAny(_delivering, timedOut.Task).ConfigureAwait(false) == timedOut.Task && !_delivering.IsCompleted)
            {
                ClientLog.CallbackTimedOut(_logger, Count);
                return;
            }

            await _delivering.ConfigureAwait(false);
            if (_abandon.IsValueCreated)
                await _abandon.Value.ConfigureAwait(false);
        }
        finally
        {
            _isDrained = true;
        }
    }

    // Without a host.
    public async ValueTask DisposeAsync()
    {
        try
        {
            await DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _telemetry.Dispose();
        }
    }

    // This does not wait, so what is left is reported in the background. Exceptions of loggers and listeners then reach
    // TaskScheduler.UnobservedTaskException only, and meters of the application may be disposed before everything is counted.
    public void Dispose()
    {
        Close();
        _ = _delivering.ContinueWith(
            static (_, telemetry) => ((QueueTelemetry)telemetry!).Dispose(),
            _telemetry,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        if (!_delivering.IsCompleted)
            _abandoning.Cancel();
        if (_isDrained || (Volatile.Read(ref _fault) ?? _delivering.Exception?.InnerException) is not { } fault)
            return;

        // As at shutdown: the first time, and then nobody needs to observe the task.
        _isDrained = true;
        _ = _delivering.ContinueWith(
            static delivering => delivering.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        ExceptionDispatchInfo.Capture(fault).Throw();
    }

    // The delivery belongs to the application, not to the web request that happens to use the queue first.
    private static Task Start(Func<Task> delivery)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(delivery);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(delivery);
    }

    private static InvalidOperationException Closed() => new(
        "The queue is shut down and accepts no more requests. Stop what enqueues them first, or send them with IVeroClient.");

    private static QueuedItem<T> NewItem<T>(T item, Func<T, VeroRequest> toRequest)
    {
        VeroRequest? request = ItemSerializer.Serialize(item, toRequest, out Exception? failure);
        return new QueuedItem<T>(item, request, failure);
    }

    private ITimer NewTimer(TimerCallback callback, object state, TimeSpan dueTime) => _time.CreateTimer(callback, state, dueTime, Timeout.InfiniteTimeSpan);

    private async ValueTask EnqueueAsync(QueuedItem item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AddToBatch(item);
        if (TryWrite(item))
            return;
        try
        {
            await _channel.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            item.Batch.Remove();
            throw exception is ChannelClosedException ? Closed() : exception;
        }

        Interlocked.Increment(ref _enqueued);
    }

    private QueuedItem AddToBatch(QueuedItem item)
    {
        lock (_flushing)
        {
            item.Batch = _batch;
            _batch.Add();
        }

        return item;
    }

    private bool TryWrite(QueuedItem item)
    {
        if (!_channel.Writer.TryWrite(item))
            return false;
        Interlocked.Increment(ref _enqueued);
        return true;
    }

    private void Close()
    {
        _isClosed = true;
        _channel.Writer.TryComplete();
    }

    private async Task DeliverAsync(IVeroClient client)
    {
        using var delivery = new QueueDelivery(client, ReadAsync(_abandoning.Token), _options, ReportAsync);
        try
        {
            await delivery.DeliverAsync(_abandoning.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_abandoning.IsCancellationRequested)
        {
            while (_channel.Reader.TryRead(out QueuedItem? item))
            {
                DeliveryStatus status = item.Request is null ? DeliveryStatus.NotSerialized : DeliveryStatus.NotSent;
                await ReportAsync(item, status, item.Failure).ConfigureAwait(false);
            }
        }

        if (_left > 0)
            Observe(() => ClientLog.Left(_logger, _left, _options.DrainTimeout));
        if (_fault is not null)
            ExceptionDispatchInfo.Capture(_fault).Throw();
    }

    private async IAsyncEnumerable<QueuedItem> ReadAsync([EnumeratorCancellation] CancellationToken abandoning)
    {
        while (await _channel.Reader.WaitToReadAsync(abandoning).ConfigureAwait(false))
        {
            while (_channel.Reader.TryRead(out QueuedItem? item))
                yield return item;
        }
    }

    private ValueTask ReportAsync(QueuedItem item, DeliveryStatus status, Exception? exception)
    {
        if (status is not (DeliveryStatus.Delivered or DeliveryStatus.Suppressed))
            return ReportUndeliveredAsync(item, status, exception);

        Complete(item);
        return default;
    }

    private async ValueTask ReportUndeliveredAsync(QueuedItem item, DeliveryStatus status, Exception? exception)
    {
        await _turnToReport.WaitAsync().ConfigureAwait(false);
        try
        {
            bool isLeft = status is DeliveryStatus.NotSent || (exception is OperationCanceledException && _abandoning.IsCancellationRequested);
            if (isLeft)
                _left++;
            Observe(() => Log(item, status, exception, isLeft));
            Observe(() => _telemetry.CountUndelivered(isLeft ? "left" : OutcomeOf(status)));
            if (_options.OnUndelivered is not null)
                await _options.OnUndelivered(item.ToResult(status, exception)).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Observe(() => ClientLog.CallbackFailed(_logger, fault.GetType(), fault.StackTrace));
        }
        finally
        {
            _turnToReport.Release();
            Complete(item);
        }
    }

    private void Complete(QueuedItem item)
    {
        Interlocked.Increment(ref _completed);
        item.Batch.Remove();
    }

    // Loggers and listeners of metrics that throw must not end the delivery, nor keep an item from the callback.
    private void Observe(Action observe)
    {
        try
        {
            observe();
        }
        catch (Exception exception)
        {
            // Thrown at shutdown: the log cannot be trusted with it.
            Interlocked.CompareExchange(ref _fault, exception, null);
        }
    }

    private static string OutcomeOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Rejected => "rejected",
        DeliveryStatus.NotSerialized => "not_serialized",
        _ => "failed",
    };

    // What is left is logged once, when everything is reported.
    private void Log(QueuedItem item, DeliveryStatus status, Exception? exception, bool isLeft)
    {
        string? reason = DeliveryResult.ReasonOf(exception);
        if (status is DeliveryStatus.NotSerialized)
            ClientLog.NotSerialized(_logger, item.ItemType, reason);
        else if (!isLeft)
            ClientLog.Undelivered(_logger, item.Request!, status, reason);
    }
}
