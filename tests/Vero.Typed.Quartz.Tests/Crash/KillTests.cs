using System.Diagnostics;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>Two processes deliver, one of them is killed in the middle.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("VERO_TESTS_FULL") == "1";

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Nothing_is_lost_stale_or_invented_when_a_process_is_killed(StoreKind kind)
    {
        (int transactions, int users, int killAt) = IsFull ? (3000, 600, 150) : (300, 60, 40);
        await using var store = new TestStore(kind);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        vero.FailureRate = 0.15;
        await BusinessTransactions.CreateTablesAsync(store, users);
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), static options =>
        {
            options.Deliver = false;
            options.Shards = 8;
        });
        using WorkerProcess killed = await WorkerProcess.StartAsync(store, vero);
        using WorkerProcess survivor = await WorkerProcess.StartAsync(store, vero);

        Task writing = new BusinessTransactions(store, application.Delivery).RunAsync(transactions, users, writers: 4);
        await Eventually.BecomesTrueAsync(() => vero.Calls >= killAt, "the workers deliver");
        killed.Kill();
        var watch = Stopwatch.StartNew();
        int calls = vero.Calls;
        await writing;
        await application.FlushAsync();
        Verdict verdict = await BusinessTransactions.JudgeAsync(store, vero);
        output.WriteLine($"{kind}: {verdict}; {vero.Calls} calls, killed at {calls}, drained {watch.Elapsed.TotalSeconds:0.0} s after the kill");

        Assert.True(verdict is { Lost: 0, Stale: 0, Phantom: 0, Backwards: 0, OutOfOrder: 0 }, verdict + survivor.Errors);
        Assert.InRange(verdict.Repeated, 0, 8 * 4);
        Assert.Equal(1, vero.MostInFlightPerUser);
        Assert.NotInRange(vero.Calls, 0, calls);
        if (!IsFull)
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 25);
    }
}
