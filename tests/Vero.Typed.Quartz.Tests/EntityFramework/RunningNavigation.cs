using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

internal sealed class BuyerContext(DbContextOptions<BuyerContext> options) : DbContext(options)
{
    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<Counting> Countings => Set<Counting>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Counting>().HasMany(static counting => counting.Purchases).WithOne();
        modelBuilder.Entity<Counting>().OwnsMany(static counting => counting.Tags);
        foreach (Type type in (Type[])[typeof(CountingProperty), typeof(CountingField), typeof(CountingFar), typeof(CountingLambda), typeof(CountingIterator), typeof(CountingOverride), typeof(CountingOwned)])
            modelBuilder.Entity(type);
    }
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

/// <summary>A navigation that no annotation names; the types below count what is in it, each in its own way.</summary>
internal abstract partial class Counting
{
    private readonly List<Purchase> _purchases = [];

    [VeroId]
    public int Id { get; set; }

    public IReadOnlyCollection<Purchase> Purchases => _purchases;

    /// <summary>Always loaded.</summary>
    public List<Tag> Tags { get; } = [];

    [VeroTrait]
    public virtual string Note => "";

    protected int FieldCount => _purchases.Count;
}

internal sealed class Tag
{
    public string Name { get; set; } = "";
}

internal sealed partial class CountingProperty : Counting
{
    [VeroTrait]
    public int Count => Purchases.Count;
}

internal sealed partial class CountingField : Counting
{
    [VeroTrait]
    public int Count => FieldCount;
}

internal sealed partial class CountingFar : Counting
{
    [VeroTrait]
    public int Count => CountingExtensions.Count(this);
}

internal sealed partial class CountingLambda : Counting
{
    [VeroTrait]
    public int Count => Tags.Count(tag => Purchases.Count > tag.Name.Length);
}

internal sealed partial class CountingIterator : Counting
{
    [VeroTrait]
    public IEnumerable<string> Numbers
    {
        get
        {
            foreach (Purchase purchase in Purchases)
                yield return $"{purchase.Id}";
        }
    }
}

internal sealed partial class CountingOverride : Counting
{
    public override string Note => $"{Purchases.Count}";
}

/// <summary>Counts what is always loaded, and has a method that counts the other one and is not called.</summary>
internal sealed partial class CountingOwned : Counting
{
    [VeroTrait]
    public int Count => Tags.Count;

    public int NotSent => Purchases.Count;
}

internal static class CountingExtensions
{
    public static int Count(Counting counting) => counting.Purchases.Count;
}

internal static class RunningNavigation
{
    public static async Task StartAsync(Action<VeroFollowedTypes> follow)
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        await using RunningDelivery running = await RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            services: services =>
            {
                services.AddDbContext<BuyerContext>(store.Use);
                services.AddVeroDurableDelivery<BuyerContext>(options => options.FollowChanges(follow));
            });
    }
}
