using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

/// <summary>What enlisting costs a business transaction; with VERO_TESTS_FULL=1 only. Ratios, because only they mean anything on a shared machine.</summary>
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Rounds = 21;
    private const int Transactions = 400;

    [Theory]
    [InlineData(StoreKind.Sqlite, 1)]
    [InlineData(StoreKind.Sqlite, 8)]
    [InlineData(StoreKind.PostgreSql, 1)]
    [InlineData(StoreKind.PostgreSql, 8)]
    public async Task A_business_transaction_costs_at_most_half_as_much_again(StoreKind kind, int writers)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await RunAsync(shop, writers, enlists: true);
        await RunAsync(shop, writers, enlists: false);
        var ratios = new List<double>();
        double longestWith = 0;
        double longestWithout = 0;
        for (int round = 0; round < Rounds; round++)
        {
            // In alternating order, so that neither always runs first.
            bool isWithFirst = round % 2 == 0;
            (double first, double firstLongest) = await RunAsync(shop, writers, isWithFirst);
            (double second, double secondLongest) = await RunAsync(shop, writers, !isWithFirst);
            ratios.Add(isWithFirst ? first / second : second / first);
            longestWith = Math.Max(longestWith, isWithFirst ? firstLongest : secondLongest);
            longestWithout = Math.Max(longestWithout, isWithFirst ? secondLongest : firstLongest);
        }

        ratios.Sort();
        output.WriteLine(
            $"{kind}, {writers} writers: {ratios[Rounds / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00}); longest {longestWith:0} ms, without {longestWithout:0} ms");
        Assert.InRange(ratios[Rounds / 2], 0, 1.5);
    }

    private static async Task<(double Total, double Longest)> RunAsync(RunningShop shop, int writers, bool enlists)
    {
        double longest = 0;
        var lockLongest = new Lock();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < Transactions / writers; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await using (AsyncServiceScope scope = shop.Running.Services.CreateAsyncScope())
                {
                    ShopContext db = scope.ServiceProvider.GetRequiredService<ShopContext>();
                    string id = Guid.NewGuid().ToString("N");
                    db.Add(new Visitor { Id = id, Name = "a" });
                    db.Add(new Visitor { Id = id + "b", Name = "b" });
                    if (enlists)
                        db.Vero().Send(Requests.Identify(id, ("name", "a"), ("plan", "pro")));
                    await db.SaveChangesAsync();
                }

                double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                lock (lockLongest)
                    longest = Math.Max(longest, elapsed);
            }
        })));
        return (watch.Elapsed.TotalMilliseconds, longest);
    }
}
