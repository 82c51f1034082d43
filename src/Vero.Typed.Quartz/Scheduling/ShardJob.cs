using Quartz;
using Quartz.Extensibility;

namespace Vero.Typed;

/// <summary>One shift on one shard. Holds no data, so that instances of different versions of the application can share it.</summary>
internal sealed class ShardJob(DeliveryEngine engine) : IJob
{
    public const string Group = "vero";

    private const string NamePrefix = "shard-";

    public static JobKey KeyOf(int shard) => new(FormattableString.Invariant($"{NamePrefix}{shard}"), Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        int shard = int.Parse(context.JobDetail.Key.Name.AsSpan(NamePrefix.Length), System.Globalization.CultureInfo.InvariantCulture);
        await engine.RunShiftAsync(shard).ConfigureAwait(false);
    }
}
