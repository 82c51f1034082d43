using System.Diagnostics;
using System.Globalization;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>How long things take that an application or an operator waits for.</summary>
public sealed class LatencyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task What_another_process_commits_is_sent_within_two_seconds(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), OnlyEnlists);
        using WorkerProcess worker = await WorkerProcess.StartAsync(store, vero);
        await application.Delivery.EnqueueAsync(Requests.Identify("first", ("tx", 0)));
        await Eventually.BecomesTrueAsync(() => vero.Calls == 1, "the worker delivers");

        double longest = 0;
        for (int i = 1; i <= 4; i++)
        {
            await application.Delivery.EnqueueAsync(Requests.Identify(i.ToString(CultureInfo.InvariantCulture), ("tx", i)));
            var watch = Stopwatch.StartNew();
            await Eventually.BecomesTrueAsync(() => vero.Calls == i + 1, "it is sent");
            longest = Math.Max(longest, watch.Elapsed.TotalSeconds);
        }

        output.WriteLine($"{kind}: at most {longest:0.00} s");
        Assert.InRange(longest, 0, 2);
    }

    [Fact]
    public async Task The_work_of_a_killed_instance_is_taken_over_within_fifteen_seconds()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), OnlyEnlists);
        using WorkerProcess killed = await WorkerProcess.StartAsync(store, vero);

        // It has every shard by now; the other one finds all of them taken.
        await Task.Delay(1500);
        using WorkerProcess survivor = await WorkerProcess.StartAsync(store, vero);
        killed.Kill();
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < 40; i++)
            await application.Delivery.EnqueueAsync(Requests.Identify(i.ToString(CultureInfo.InvariantCulture), ("tx", i)));
        await application.FlushAsync();
        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
        Assert.Equal(40, vero.Calls);
    }

    [Fact]
    public async Task A_transaction_that_stays_open_does_not_make_another_user_wait()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero());
        await application.Delivery.EnqueueAsync(Requests.Identify("warm", ("tx", 0)));
        await using var connection = await store.DataSource.OpenConnectionAsync();
        await using var open = await connection.BeginTransactionAsync();
        await application.Delivery.Enlist(open).IdentifyAsync(Requests.Identify("1", ("tx", 1)));

        var watch = Stopwatch.StartNew();
        for (int i = 0; i < 10; i++)
            await application.Delivery.EnqueueAsync(Requests.Identify($"other{i}", ("tx", i)));
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / 10:0.0} ms each");
        Assert.InRange(watch.Elapsed.TotalMilliseconds / 10, 0, 100);
    }

    /// <summary>Two graceful deploys in the middle of a backlog: at every moment an old or a new instance delivers, or both.</summary>
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rolling_deploy_with_a_backlog_leaves_nothing_stale(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        vero.FailureRate = 0.05;
        vero.Latency = TimeSpan.FromMilliseconds(20);
        await BusinessTransactions.CreateTablesAsync(store, users: 40);
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), OnlyEnlists);
        Task writing = new BusinessTransactions(store, application.Delivery).RunAsync(300, users: 40, writers: 2);
        using WorkerProcess first = await WorkerProcess.StartAsync(store, vero);
        using WorkerProcess second = await WorkerProcess.StartAsync(store, vero);
        await Eventually.BecomesTrueAsync(() => vero.Calls >= 20, "the backlog is being delivered");
        await first.StopAsync();
        using WorkerProcess third = await WorkerProcess.StartAsync(store, vero);
        await second.StopAsync();
        await writing;
        await application.FlushAsync();
        Verdict verdict = await BusinessTransactions.JudgeAsync(store, vero);
        output.WriteLine($"{kind}: {verdict}; {vero.Calls} calls");
        Assert.True(verdict is { Lost: 0, Stale: 0, Phantom: 0, Backwards: 0, OutOfOrder: 0, Repeated: 0 }, verdict + third.Errors);
    }

    private static void OnlyEnlists(VeroDeliveryOptions options)
    {
        options.Deliver = false;
        options.Shards = 8;
    }
}
