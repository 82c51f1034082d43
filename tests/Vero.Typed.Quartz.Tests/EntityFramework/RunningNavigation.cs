using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

internal sealed class BuyerContext(DbContextOptions<BuyerContext> options) : DbContext(options)
{
    public DbSet<Buyer> Buyers => Set<Buyer>();
}

internal sealed class Buyer
{
    [VeroId]
    public int Id { get; set; }

    [VeroTrait]
    public Purchase? Last { get; set; }
}

internal sealed class Purchase
{
    [VeroTrait]
    public int Id { get; set; }
}

internal static class RunningNavigation
{
    public static async Task StartAsync()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        await using RunningDelivery running = await RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            services: services =>
            {
                services.AddDbContext<BuyerContext>(store.Use);
                services.AddVeroDurableDelivery<BuyerContext>(static options => options.FollowChanges(
                    static follow => follow.Add<Buyer>(static buyer => Requests.Identify($"{buyer.Id}"))));
            });
    }
}
