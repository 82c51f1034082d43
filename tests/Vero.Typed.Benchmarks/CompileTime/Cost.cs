using System.Diagnostics;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What an action costs this process. What else the machine does counts little in processor time, and fully in elapsed time, which is what the compiler's clocks show.</summary>
internal readonly record struct Cost(TimeSpan Processor, long Bytes, TimeSpan Elapsed)
{
    public static Cost Of(Action action)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        action();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return new Cost(Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - bytes, elapsed);
    }

    /// <summary>The one in the middle.</summary>
    public static Cost Median(IReadOnlyCollection<Cost> costs) => new(
        costs.Select(static cost => cost.Processor).Order().ElementAt(costs.Count / 2), costs.Select(static cost => cost.Bytes).Order().ElementAt(costs.Count / 2),
        costs.Select(static cost => cost.Elapsed).Order().ElementAt(costs.Count / 2));

    /// <summary>The least of several: whatever else the machine does can only add.</summary>
    public static Cost Least(IReadOnlyCollection<Cost> costs) => new(
        costs.Min(static cost => cost.Processor), costs.Min(static cost => cost.Bytes), costs.Min(static cost => cost.Elapsed));
}
