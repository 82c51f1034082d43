using Microsoft.Extensions.DependencyInjection;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

[Collection(AloneCollection.Name)]
public sealed class SoakTests
{
    private const int Count = 100_000;
    private const int Left = 500;
    private const int Customers = 1000;
    private const int Concurrency = 16;

    [Fact]
    public async Task Of_a_hundred_thousand_requests_with_faults_every_one_is_accounted_for()
    {
        using var vero = new UnreliableVero(Count + Left, silentFrom: Count, silentCount: Concurrency);
        var told = new DeliveryStatus?[Count + Left];
        int toldTwice = 0;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new HastyTime(TimeSpan.FromSeconds(10)));
        services.AddVero(options => options.AuthToken = Clients.Token).ConfigurePrimaryHttpMessageHandler(() => vero);
        services.AddVeroBackgroundDelivery(options =>
        {
            options.Capacity = 1000;
            options.MaxConcurrency = Concurrency;
            options.DrainTimeout = TimeSpan.Zero;
            options.OnUndelivered = undelivered =>
            {
                int number = Numbered.NumberOf(undelivered.Request!);
                toldTwice += told[number] is null ? 0 : 1;
                told[number] = undelivered.Status;
                return default;
            };
        });
        ServiceProvider provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<IVeroQueue>();
        long early = 0;
        for (int number = 0; number < Count + Left; number++)
        {
            if (number == Count / 10)
                early = GC.GetTotalMemory(forceFullCollection: true);
            string id = FormattableString.Invariant($"user {number % Customers}");
            await queue.EnqueueAsync(Numbered.Request(id, number), TestContext.Current.CancellationToken);
        }

        long late = GC.GetTotalMemory(forceFullCollection: true);
        await vero.Silent.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await provider.DisposeAsync();

        for (int number = 0; number < Count; number++)
        {
            DeliveryStatus expected = PlannedFaults.Expected(number);
            Assert.Equal(expected is DeliveryStatus.Delivered, vero.Plan.HasAccepted(number));
            Assert.Equal(expected, told[number] ?? DeliveryStatus.Delivered);
        }

        int[] sums = [.. new DeliveryStatus?[] { null, DeliveryStatus.Rejected, DeliveryStatus.Failed, DeliveryStatus.NotSent }
            .Select(kind => told.Count(outcome => outcome == kind))];
        TestContext.Current.SendDiagnosticMessage(
            "{0} taken = {1} delivered + {2} rejected + {3} failed + {4} left; {5} faults in {6} attempts; memory {7:+0;-0} bytes",
            Count + Left, sums[0], sums[1], sums[2], sums[3], vero.Plan.Faults, vero.Plan.Attempts, late - early);
        Assert.Equal(Count + Left, sums.Sum());
        Assert.Equal(vero.Plan.Accepted, sums[0]);
        Assert.Equal(Left - Concurrency, sums[3]);
        Assert.Equal(0, toldTwice);
        Assert.Equal(0, vero.Plan.Overtaken);
        Assert.Equal(0, queue.Count);
        Assert.InRange((double)vero.Plan.Faults / vero.Plan.Attempts, 0.28, 0.32);
        Assert.InRange(late - early, long.MinValue, 3_000_000);
    }
}
