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

    private static async Task AddAsync(IScheduler scheduler, int shard, CancellationToken cancellationToken)
    {
        JobKey key = ShardJob.KeyOf(shard);
        var triggerKey = new TriggerKey(key.Name, key.Group);
        if (await scheduler.Exists(triggerKey, cancellationToken).ConfigureAwait(false))
        {
            // Stopped by an error, it would stay stopped.
            await scheduler.ResetTriggerFromErrorState(triggerKey, cancellationToken).ConfigureAwait(false);
            return;
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
        quartz.UseJobFactory(new ShardJobFactory(this));
        quartz.Services.Add(new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(ILoggerFactory), loggers));
        context.Store.Dialect.ConfigureQuartz(quartz, context.Store.DataSource);
    }
}
