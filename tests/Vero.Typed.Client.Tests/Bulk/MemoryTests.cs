namespace Vero.Typed.Client.Tests.Bulk;

[Collection(AloneCollection.Name)]
public sealed class MemoryTests
{
    [Theory]
    [InlineData(200_000, 1)]
    [InlineData(1_000_000, 1_000_000)]
    public async Task A_million_requests_take_no_more_memory_than_a_thousand(int count, int customers)
    {
        // Requests are not kept by the source, so whatever is kept, the run keeps.
        long atTheBeginning = 0;
        long highest = 0;
        IEnumerable<IdentifyRequest> Requests()
        {
            for (int number = 0; number < count; number++)
            {
                if (number == 1000)
                    atTheBeginning = GC.GetTotalMemory(forceFullCollection: true);
                else if (number % 100_000 == 0 && number > 0)
                    highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
                yield return Clients.NewRequest(FormattableString.Invariant($"user {number % customers}"));
            }
        }

        DeliveryCounts counts = await new YieldingClient().IdentifyAllAsync(Requests(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(count, counts.Delivered);
        Assert.InRange(highest - atTheBeginning, long.MinValue, 2_000_000);
    }

    private sealed class YieldingClient : IVeroClient
    {
        public async Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default) => await Task.Yield();
    }
}
