using Quartz;
using Quartz.Extensibility;

namespace Vero.Typed;

internal sealed class ShardJobFactory(DeliveryEngine engine) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
        new(new JobScope(new ShardJob(engine), state: null));

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;
}
