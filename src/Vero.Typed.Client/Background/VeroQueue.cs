using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>The queue, and its delivery, which begins with it and ends with the application.</summary>
internal sealed class VeroQueue : IVeroQueue, IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private readonly VeroQueueOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<QueuedRequest> _channel;
    private readonly SemaphoreSlim _turnToTell = new(1, 1);
    private readonly QueueTelemetry _telemetry;
    private readonly CancellationTokenSource _givingUp = new();
    private readonly Task _delivering;
    private long _taken;
    private long _ended;
    private int _left;
    private bool _hasLifecycle;
    private volatile bool _isClosed;

    public VeroQueue(IVeroClient client, VeroQueueOptions options, TimeProvider time, ILogger logger, IMeterFactory? meters, string clientName)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _telemetry = new QueueTelemetry(meters, clientName, () => Count);
        _channel = Channel.CreateBounded<QueuedRequest>(options.Capacity);

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
        await DrainAsync(CancellationToken.None).ConfigureAwait(false);
        _telemetry.Dispose();
        _givingUp.Dispose();
        _turnToTell.Dispose();
    }

    // Nobody waits here, so what is left is told without anybody waiting.
    public void Dispose()
    {
        Close();
        _telemetry.Dispose();
        if (!_delivering.IsCompleted)
            _givingUp.Cancel();
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
        Close();
        if (_delivering.IsCompleted)
            return;

        using ITimer deadline = _time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), _givingUp, _options.DrainTimeout, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration byHost = hostGivesUp.Register(static state => ((CancellationTokenSource)state!).Cancel(), _givingUp);
        await _delivering.ConfigureAwait(false);
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
            ClientLog.Left(_logger, _left, _options.DrainTimeout);
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
            Account(undelivered);
            if (_options.OnUndelivered is not null)
                await _options.OnUndelivered(undelivered).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            ClientLog.CallbackFailed(_logger, exception);
        }
        finally
        {
            _turnToTell.Release();
            Interlocked.Increment(ref _ended);
        }
    }

    private void Account(UndeliveredRequest undelivered)
    {
        string? reason = undelivered.Exception is VeroException ? undelivered.Exception.Message : undelivered.Exception?.GetType().ToString();
        if (undelivered.User is not null)
        {
            _telemetry.CountUndelivered("not_serialized");
            ClientLog.NotSerialized(_logger, undelivered.User.GetType(), reason);
        }
        else if (undelivered.Kind is IdentifyOutcomeKind.NotSent || (undelivered.Exception is OperationCanceledException && _givingUp.IsCancellationRequested))
        {
            _telemetry.CountUndelivered("left");
            _left++;
        }
        else
        {
            _telemetry.CountUndelivered(undelivered.Kind is IdentifyOutcomeKind.Rejected ? "rejected" : "failed");
            ClientLog.Undelivered(_logger, undelivered.Kind, reason);
        }
    }
}
