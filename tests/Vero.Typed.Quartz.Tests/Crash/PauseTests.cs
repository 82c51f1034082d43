using System.Globalization;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>Vero rejects the token of all processes.</summary>
public sealed class PauseTests(ITestOutputHelper output)
{
    private const int Users = 500;

    // Shards x MaxConcurrency: what may be in flight when the first response comes.
    private const int MostInFlight = 8 * 4;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rejected_token_costs_few_calls_and_none_after_a_crash_until_somebody_resumes(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using StandInForVero vero = await StandInForVero.StartAsync();
        vero.Status = 401;
        await using RunningDelivery application = await RunningDelivery.StartAsync(store, new ScriptedVero(), static options =>
        {
            options.Deliver = false;
            options.Shards = 8;
        });
        for (int user = 0; user < Users; user++)
            await application.Delivery.EnqueueAsync(Requests.Identify(user.ToString(CultureInfo.InvariantCulture), ("tx", user)));

        int calls;
        using (WorkerProcess first = await WorkerProcess.StartAsync(store, vero))
        using (WorkerProcess second = await WorkerProcess.StartAsync(store, vero))
        {
            await Eventually.BecomesTrueAsync(() => vero.Calls > 0, "the workers deliver");
            await Task.Delay(2000);
            calls = vero.Calls;
            first.Kill();
            second.Kill();
        }

        output.WriteLine($"{kind}: {calls} calls before the pause");
        Assert.InRange(calls, 1, MostInFlight);
        vero.Status = 200;
        using WorkerProcess third = await WorkerProcess.StartAsync(store, vero);
        using WorkerProcess fourth = await WorkerProcess.StartAsync(store, vero);

        // Longer than it takes to notice that the others are dead: Quartz' recovery would deliver in spite of a pause of its own.
        await Task.Delay(9000);
        Assert.Equal(calls, vero.Calls);
        Assert.Equal(Users, (await application.Delivery.GetStatusAsync()).Pending);

        await application.Delivery.ResumeAsync();
        await application.FlushAsync();
        Assert.Equal(calls + Users, vero.Calls);
        Assert.Equal(Users, vero.Users.Count(user => vero.AcceptedOf(user).Count == 1));
    }
}
