using Microsoft.Extensions.Logging;
using Quartz;

namespace Vero.Typed;

/// <summary>The scheduler of this process, and what ends its shifts.</summary>
internal sealed class DeliveryEngine(DeliveryContext context, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string SchedulerName = "vero-delivery";

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _cancelling = new();
    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;
    private Task _watching = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        DeliveryStore store = context.Store;

        // One process at a time: Quartz creates its tables here, and the jobs are looked for before they are added.
        IAsyncDisposable setup = await store.Dialect.LockSetupAsync(store.DataSource, cancellationToken).ConfigureAwait(false);
        await using (setup.ConfigureAwait(false))
        {
            _factory = QuartzSchedulerBuilder.Create(Configure).Build();
            _scheduler = await _factory.GetScheduler(cancellationToken).ConfigureAwait(false);
            for (int shard = 0; shard < context.Options.Shards; shard++)
                await AddAsync(_scheduler, shard, cancellationToken).ConfigureAwait(false);
        }

        await _scheduler.Start(cancellationToken).ConfigureAwait(false);
        _watching = Task.Run(() => WatchAsync(_scheduler, _stopping.Token), CancellationToken.None);
        DeliveryLog.Started(context.Logger, store.Dialect.Name, context.Options.Shards);
    }

    public async Task RunShiftAsync(int shard)
    {
        if (_stopping.IsCancellationRequested)
            return;
        try
        {
            using var delivery = new ShardDelivery(context, shard);
            await delivery.RunShiftAsync(_stopping.Token, _cancelling.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            DeliveryLog.ShardFailed(context.Logger, exception, shard);
        }
    }

    /// <param name="cancellationToken">Ends the wait for calls in flight, before <see cref="VeroDeliveryOptions.ShutdownTimeout"/> does.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_scheduler is null)
            return;
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        using var limit = new CancellationTokenSource(context.Options.ShutdownTimeout, context.Time);
        CancellationTokenRegistration timeout = limit.Token.Register(Cancel);
        await using (timeout.ConfigureAwait(false))
        {
            CancellationTokenRegistration host = cancellationToken.Register(Cancel);
            await using (host.ConfigureAwait(false))
                await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).ConfigureAwait(false);
        }

        if (_cancelling.IsCancellationRequested)
            DeliveryLog.StoppedEarly(context.Logger);
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
        _cancelling.Dispose();
    }

    /// <summary>
    /// Starts what Quartz has stopped: a trigger that an instance could not fire (one of a version that does not know the job, for example) is stored
    /// as faulty, and no instance fires it again. Its shard would stand still without a word.
    /// </summary>
    private async Task WatchAsync(IScheduler scheduler, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(DeliveryTimes.Watch, context.Time);
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
        {
            try
            {
                for (int shard = 0; shard < context.Options.Shards; shard++)
                {
                    if (await AddAsync(scheduler, shard, stopping).ConfigureAwait(false))
                        DeliveryLog.ShardRestarted(context.Logger, shard);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                DeliveryLog.StoreUnreachable(context.Logger, exception, DeliveryTimes.Watch);
            }
        }
    }

    /// <returns>Whether the shard had stopped.</returns>
    private static async Task<bool> AddAsync(IScheduler scheduler, int shard, CancellationToken cancellationToken)
    {
        JobKey key = ShardJob.KeyOf(shard);
        var triggerKey = new TriggerKey(key.Name, key.Group);
        switch (await scheduler.GetTriggerState(triggerKey, cancellationToken).ConfigureAwait(false))
        {
            case TriggerState.None:
                break;
            case TriggerState.Error:
                return await scheduler.ResetTriggerFromErrorState(triggerKey, cancellationToken).ConfigureAwait(false);
            default:
                return false;
        }

        // Without recovery: the trigger fires again anyway, and a recovery job would be one more that could run the shard.
        IJobDetail job = JobBuilder.Create<ShardJob>().WithIdentity(key).DisallowConcurrentExecution().Build();
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(triggerKey).ForJob(key).StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create()
                .WithInterval(DeliveryTimes.BetweenShifts)
                .RepeatForever()
                .MeasureIntervalFromCompletion()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private void Cancel() => _cancelling.Cancel();

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(static scheduler =>
        {
            scheduler.InstanceName = SchedulerName;

            // The id stays unset: Quartz then generates one for each instance. "AUTO" would be taken literally by all of them, and a dead instance
            // would never be noticed.
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
        });
        quartz.UseDefaultThreadPool(context.Options.Shards);

        // By its registration, because a natively compiled program cannot find the type by its stored name.
        quartz.AddJobType(_ => new ShardJob(this));
        quartz.Services.Add(new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(ILoggerFactory), loggers));
        context.Store.Dialect.ConfigureQuartz(quartz, context.Store.DataSource);
    }
}
