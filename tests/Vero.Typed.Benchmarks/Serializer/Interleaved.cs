using System.Diagnostics;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>
/// Measures ways side by side: every round runs each of them for a moment, in random order, and compares within the round. So a machine
/// that is busy, or changes its speed, does it to all of them alike, and the median over the rounds does not see the rest.
/// </summary>
internal static class Interleaved
{
    private const int Rounds = 300;
    private const int WarmUps = 40;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(0.5);

    // What is called often is compiled for good by a thread in the background, some time after it was called often.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);

    /// <summary>The time of each as a ratio to the first, and the bytes that a call allocates.</summary>
    public static IReadOnlyList<Measured> Measure(IReadOnlyList<Func<object?>> ways)
    {
        int[] calls = [.. ways.Select(Calls)];
        var times = new double[ways.Count];
        var ratios = new double[ways.Count][];
        for (int i = 0; i < ways.Count; i++)
            ratios[i] = new double[Rounds];

        int[] order = [.. Enumerable.Range(0, ways.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int i in order)
                times[i] = TimeOf(ways[i], calls[i]) / calls[i];
            for (int i = 0; i < ways.Count; i++)
                ratios[i][round] = times[i] / times[0];
        }

        return [.. ways.Select((way, i) => new Measured(Median(ratios[i]), Allocated(way)))];
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    // As many calls as take a turn, found in the state that counts: compiled for good, which the runtime does in the background.
    private static int Calls(Func<object?> way)
    {
        int calls = 1_000;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Settling)
            TimeOf(way, calls);
        for (int i = 0; i < WarmUps; i++)
        {
            double time = TimeOf(way, calls);
            if (i >= WarmUps / 2)
                calls = Math.Max(1, (int)(calls * Turn.TotalMicroseconds / Math.Max(time, 1)));
        }

        return calls;
    }

    // The processor's time: what others do on the machine meanwhile is not in it.
    private static double TimeOf(Func<object?> way, int calls)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < calls; i++)
            way();
        return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
    }

    // The least of many: now and then a pool is empty.
    private static long Allocated(Func<object?> way)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 100; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            way();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
