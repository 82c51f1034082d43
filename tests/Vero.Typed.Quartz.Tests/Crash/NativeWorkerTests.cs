using Vero.Typed.TestSupport;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>The worker as a native program; with VERO_TESTS_FULL=1 only, because the publish takes a minute.</summary>
public sealed class NativeWorkerTests(NativeWorker worker) : IClassFixture<NativeWorker>
{
    [Fact]
    public void It_publishes_without_a_warning()
    {
        Assert.Contains("Generating native code", worker.PublishOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", worker.PublishOutput, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task It_delivers(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), static options =>
        {
            options.Deliver = false;
            options.Shards = 8;
        });
        using WorkerProcess process = await WorkerProcess.StartAsync(store, vero, worker.Program);
        for (int i = 0; i < 40; i++)
            await application.Delivery.EnqueueAsync(Requests.Identify(i.ToString(System.Globalization.CultureInfo.InvariantCulture), ("tx", i)));
        await application.FlushAsync();
        Assert.Equal(40, vero.Users.Count());
        Assert.Equal("", process.Errors);
    }
}
