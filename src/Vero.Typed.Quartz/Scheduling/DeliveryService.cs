using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>Prepares the store when the host starts and delivers until it stops.</summary>
internal sealed class DeliveryService(DeliveryContext context, DeliveryTelemetry telemetry, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _ending = new();
    private DeliveryEngine? _engine;
    private Task _starting = Task.CompletedTask;
    private Task? _stopped;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A database that is down must not keep the application from starting. What is wrong with a database that can be reached is found here.
        if (await TryReachAsync(cancellationToken).ConfigureAwait(false))
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        else
            _starting = Task.Run(() => PrepareLaterAsync(_stopping.Token), CancellationToken.None);

        // After the tables are there: the first reading would fail without them, and the gauges have no value until the next one.
        telemetry.Start();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped by its owner and by its own Run at the same time. Both wait for the one stop, because they dispose the services next.
        lock (_ending)
            return _stopped ??= StopOnceAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // A host that is disposed without being stopped does not wait for calls in flight.
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_engine is not null)
            await _engine.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await telemetry.StopAsync().ConfigureAwait(false);
        if (_engine is not null)
            await _engine.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            DbConnection connection = await context.Store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (context.Store.Dialect.IsServer)
        {
            DeliveryLog.StoreUnreachable(context.Logger, exception, DeliveryTimes.StoreRetry);
            return false;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await context.Store.PrepareAsync(context.Options.Shards, context.Options.CreateSchema, cancellationToken).ConfigureAwait(false);
        if (!context.Options.Deliver)
            return;
        var engine = new DeliveryEngine(context, loggers);
        _engine = engine;
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PrepareLaterAsync(CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(DeliveryTimes.StoreRetry, context.Time, stopping).ConfigureAwait(false);
            try
            {
                if (await TryReachAsync(stopping).ConfigureAwait(false))
                {
                    await PrepareAsync(stopping).ConfigureAwait(false);
                    return;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                DeliveryLog.StoreUnreachable(context.Logger, exception, DeliveryTimes.StoreRetry);
                if (_engine is not null)
                    await _engine.DisposeAsync().ConfigureAwait(false);
                _engine = null;
            }
        }
    }
}
