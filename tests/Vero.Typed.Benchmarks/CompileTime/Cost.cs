namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What an action costs this process: what else the machine does counts little in processor time.</summary>
internal readonly record struct Cost(TimeSpan Processor, long Bytes)
{
    public static Cost Of(Action action)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        action();
        return new Cost(Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>The one in the middle.</summary>
    public static Cost Median(IReadOnlyCollection<Cost> costs) => new(
        costs.Select(static cost => cost.Processor).Order().ElementAt(costs.Count / 2), costs.Select(static cost => cost.Bytes).Order().ElementAt(costs.Count / 2));

    /// <summary>The least of several: whatever else the machine does can only add.</summary>
    public static Cost Least(IReadOnlyCollection<Cost> costs) => new(costs.Min(static cost => cost.Processor), costs.Min(static cost => cost.Bytes));
}
