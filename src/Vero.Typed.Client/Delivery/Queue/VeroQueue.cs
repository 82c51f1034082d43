using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>The queue, and its delivery, which begins with it and ends with the application.</summary>
internal sealed class VeroQueue : IVeroQueue, IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    // Logged as a whole when all are told.
    private const string Left = "left";

    private readonly VeroQueueOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<QueuedRequest> _channel;
    private readonly SemaphoreSlim _turnToTell = new(1, 1);
    private readonly QueueTelemetry _telemetry;
    private readonly CancellationTokenSource _givingUp = new();

    // A task of its own, because those whom the token tells may throw: that would end the process if it came out of a timer.
    private readonly Lazy<Task> _giveUp;
    private readonly Task _delivering;
    private long _taken;
    private long _ended;
    private int _left;
    private Exception? _fault;
    private bool _hasLifecycle;
    private bool _isDrained;
    private volatile bool _isClosed;

    public VeroQueue(IVeroClient client, VeroQueueOptions options, TimeProvider time, ILogger logger, IMeterFactory? meters, string clientName)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _telemetry = new QueueTelemetry(meters, clientName, () => Count);
        _channel = Channel.CreateBounded<QueuedRequest>(options.Capacity);

        _giveUp = new Lazy<Task>(() => Task.Run(_givingUp.Cancel));
        _delivering = Start(() => DeliverAsync(client));
    }

    // A request can end before it is counted as taken.
    public int Count => (int)Math.Max(0, Interlocked.Read(ref _taken) - Interlocked.Read(ref _ended));

    public ValueTask EnqueueAsync(IdentifyRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        return TakeAsync(new QueuedRequest(request), cancellationToken);
    }

    public ValueTask EnqueueAsync(IVeroUser user, CancellationToken cancellationToken = default)
    {
        if (user is null)
            throw new ArgumentNullException(nameof(user));

        QueuedRequest item;
        try
        {
            item = new QueuedRequest(user.ToIdentifyRequest());
        }
        catch (Exception exception)
        {
            item = new QueuedRequest(new UndeliveredRequest(user, exception));
        }

        return TakeAsync(item, cancellationToken);
    }

    public bool TryEnqueue(IdentifyRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        if (TryTake(new QueuedRequest(request)))
            return true;
        return _isClosed ? throw Closed() : false;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _hasLifecycle = true;
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Where all services are stopped before any is told that it was, those that still put something into the queue can do so whatever the order.
    public Task StopAsync(CancellationToken cancellationToken) => _hasLifecycle ? Task.CompletedTask : DrainAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => DrainAsync(cancellationToken);

    // For applications without a host.
    public async ValueTask DisposeAsync()
    {
        try
        {
            await DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            // Not the source of the token: the timer of a deadline may be about to use it, though nothing is left to be given up.
            _telemetry.Dispose();
            _turnToTell.Dispose();
        }
    }

    // Nobody waits here, so what is left is told without anybody waiting. What loggers and listeners throw from now on reaches
    // TaskScheduler.UnobservedTaskException only, and meters of the application may be gone before all is counted.
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
            _givingUp.Cancel();
        if (_isDrained || (Volatile.Read(ref _fault) ?? _delivering.Exception?.InnerException) is not { } fault)
            return;

        // As at shutdown: the first time, and then nobody needs to look at the task.
        _isDrained = true;
        _ = _delivering.ContinueWith(
            static delivering => delivering.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        ExceptionDispatchInfo.Capture(fault).Throw();
    }

    // The delivery belongs to the application, not to the web request that happens to ask for the queue first.
    private static Task Start(Func<Task> delivery)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(delivery);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(delivery);
    }

    private static InvalidOperationException Closed() => new(
        "The queue was shut down with the application, and takes no more requests. Stop what puts requests into it before, or send them with IVeroClient.");

    private async ValueTask TakeAsync(QueuedRequest item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryTake(item))
            return;
        try
        {
            await _channel.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Closed();
        }

        Interlocked.Increment(ref _taken);
    }

    private bool TryTake(QueuedRequest item)
    {
        if (!_channel.Writer.TryWrite(item))
            return false;
        Interlocked.Increment(ref _taken);
        return true;
    }

    private void Close()
    {
        _isClosed = true;
        _channel.Writer.TryComplete();
    }

    private async Task DrainAsync(CancellationToken hostGivesUp)
    {
        // The container disposes what the host has stopped, more than once: what went wrong is told the first time.
        Close();
        if (_isDrained)
            return;

        using ITimer deadline = _time.CreateTimer(static state => _ = ((Lazy<Task>)state!).Value, _giveUp, _options.DrainTimeout, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration byHost = hostGivesUp.Register(static state => _ = ((Lazy<Task>)state!).Value, _giveUp);
        try
        {
            await _delivering.ConfigureAwait(false);
            if (_giveUp.IsValueCreated)
                await _giveUp.Value.ConfigureAwait(false);
        }
        finally
        {
            _isDrained = true;
        }
    }

    private async Task DeliverAsync(IVeroClient client)
    {
        using var delivery = new BackgroundDelivery(client, ReadAsync(_givingUp.Token), _options, ReportAsync);
        try
        {
            await delivery.DeliverAsync(_givingUp.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_givingUp.IsCancellationRequested)
        {
            while (_channel.Reader.TryRead(out QueuedRequest item))
            {
                if (item.Request is { } request)
                    await ReportAsync(request, IdentifyOutcomeKind.NotSent, null).ConfigureAwait(false);
                else
                    await TellAsync(item.Failure!).ConfigureAwait(false);
            }
        }

        if (_left > 0)
            Report(() => ClientLog.Left(_logger, _left, _options.DrainTimeout));
        if (_fault is not null)
            ExceptionDispatchInfo.Capture(_fault).Throw();
    }

    private async IAsyncEnumerable<IdentifyRequest> ReadAsync([EnumeratorCancellation] CancellationToken givingUp)
    {
        while (await _channel.Reader.WaitToReadAsync(givingUp).ConfigureAwait(false))
        {
            while (_channel.Reader.TryRead(out QueuedRequest item))
            {
                if (item.Request is { } request)
                    yield return request;
                else
                    await TellAsync(item.Failure!).ConfigureAwait(false);
            }
        }
    }

    private ValueTask ReportAsync(IdentifyRequest request, IdentifyOutcomeKind kind, Exception? exception)
    {
        if (kind is not IdentifyOutcomeKind.Delivered)
            return TellAsync(new UndeliveredRequest(request, kind, exception));

        Interlocked.Increment(ref _ended);
        return default;
    }

    private async ValueTask TellAsync(UndeliveredRequest undelivered)
    {
        await _turnToTell.WaitAsync().ConfigureAwait(false);
        try
        {
            string outcome = OutcomeOf(undelivered);
            if (outcome == Left)
                _left++;
            Report(() => Log(undelivered, outcome));
            Report(() => _telemetry.CountUndelivered(outcome));
            if (_options.OnUndelivered is not null)
                await _options.OnUndelivered(undelivered).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Report(() => ClientLog.CallbackFailed(_logger, exception.GetType(), exception.StackTrace));
        }
        finally
        {
            _turnToTell.Release();
            Interlocked.Increment(ref _ended);
        }
    }

    // Loggers and listeners of metrics that throw must not end the delivery, nor keep a request from the callback.
    private void Report(Action report)
    {
        try
        {
            report();
        }
        catch (Exception exception)
        {
            // Told at shutdown: the log is not to be trusted with it.
            Interlocked.CompareExchange(ref _fault, exception, null);
        }
    }

    private string OutcomeOf(UndeliveredRequest undelivered)
    {
        if (undelivered.User is not null)
            return "not_serialized";
        if (undelivered.Kind is IdentifyOutcomeKind.NotSent || (undelivered.Exception is OperationCanceledException && _givingUp.IsCancellationRequested))
            return Left;
        return undelivered.Kind is IdentifyOutcomeKind.Rejected ? "rejected" : "failed";
    }

    private void Log(UndeliveredRequest undelivered, string outcome)
    {
        string? reason = IdentifyOutcome.Reason(undelivered.Exception);
        if (undelivered.User is not null)
            ClientLog.NotSerialized(_logger, undelivered.User.GetType(), reason);
        else if (outcome != Left)
            ClientLog.Undelivered(_logger, undelivered.Kind, reason);
    }
}
