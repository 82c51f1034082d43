using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

public sealed class FollowTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Added_and_modified_entities_are_enqueued_and_others_are_not(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(
            kind, static options => options.FollowChanges(static follow => follow.Add<Customer>(static customer => customer.ToIdentifyRequest())));
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "a" };
            db.Add(customer);
            db.Add(new Visitor { Id = "v" });
            await db.SaveChangesAsync();
            customer.Name = "b";
            await db.SaveChangesAsync();
            await db.SaveChangesAsync();
            customer.Address = new Address { Street = "c" };
            await db.SaveChangesAsync();
            customer.Devices.Add(new Device { Token = "t" });
            await db.SaveChangesAsync();
            db.Remove(customer);
            await db.SaveChangesAsync();
        });
        Assert.Equal(["1 identify a", "1 identify b", "1 identify b", "1 identify b"], await shop.ReadPendingAsync());
        Assert.Equal(["""identify 1 {"name":"b","address":{"street":"c"}}"""], (await shop.DeliverAsync()).Select(static call => call));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_reloaded_entity_has_its_navigations(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(
            kind,
            static options => options.FollowChanges(static follow => follow.Add<Customer>(
                static customer => Requests.Identify($"{customer.Id}", ("name", customer.Name + customer.Orders.Count)),
                static query => query.Include(static customer => customer.Orders))));
        await shop.UseAsync(static async db =>
        {
            db.Add(new Customer { Name = "a", Orders = { new Order { Number = "1" }, new Order { Number = "2" } } });
            await db.SaveChangesAsync();
        });
        await shop.UseAsync(static async db =>
        {
            Customer customer = await db.Customers.SingleAsync();
            customer.Name = "b";
            await db.SaveChangesAsync();
        });
        Assert.Equal(["1 identify a2", "1 identify b2"], await shop.ReadPendingAsync());
    }

    [Fact]
    public void Every_attribute_with_a_path_is_looked_at()
    {
        Type[] withPath = [.. typeof(VeroIdAttribute).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Attribute)) && type.GetProperty("From") is not null)];
        Assert.NotEmpty(withPath);
        Assert.All(withPath, static type => Assert.True(AnnotatedNavigations.IsAnnotation((Attribute)RuntimeHelpers.GetUninitializedObject(type), out _), type.Name));
    }

    [Fact]
    public async Task An_annotated_navigation_that_nobody_loads_is_refused_at_the_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningNavigation.StartAsync(
            static follow => follow.Add<Buyer>(static buyer => Requests.Identify($"{buyer.Id}"))));
        Assert.Contains(EnlistingMessages.Navigation(nameof(Buyer), nameof(Buyer.Last), nameof(Buyer.Last)), exception.Failures);
    }

    public static TheoryData<string, string, Action<VeroFollowedTypes>> Computed => new()
    {
        { nameof(CountingProperty), nameof(CountingProperty.Count), static follow => follow.Add<CountingProperty>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingField), "FieldCount", static follow => follow.Add<CountingField>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingFar), $"{nameof(CountingExtensions)}.{nameof(CountingExtensions.Count)}", static follow => follow.Add<CountingFar>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingLambda), nameof(CountingLambda.Count), static follow => follow.Add<CountingLambda>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingIterator), nameof(CountingIterator.Numbers), static follow => follow.Add<CountingIterator>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingOverride), nameof(CountingOverride.Note), static follow => follow.Add<CountingOverride>(static item => item.ToIdentifyRequest()) },
        { nameof(CountingOwned), EnlistingMessages.RequestDelegate, static follow => follow.Add<CountingOwned>(static item => Requests.Identify($"{item.Id}", ("n", item.NotSent))) },
    };

    [Theory]
    [MemberData(nameof(Computed), DisableDiscoveryEnumeration = true)]
    public async Task A_computed_value_that_reads_a_navigation_that_nobody_loads_is_refused_at_the_start(string type, string member, Action<VeroFollowedTypes> follow)
    {
        // A delegate that reads the property which is not sent.
        if (member == EnlistingMessages.RequestDelegate)
            member = nameof(CountingOwned.NotSent);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningNavigation.StartAsync(follow));
        Assert.Equal([EnlistingMessages.Navigation(type, member, nameof(Counting.Purchases))], exception.Failures);
    }

    [Fact]
    public async Task A_delegate_that_reads_a_navigation_itself_is_refused_at_the_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningNavigation.StartAsync(
            static follow => follow.Add<CountingOwned>(static item => Requests.Identify($"{item.Id}", ("n", item.Purchases.Count)))));
        Assert.Equal([EnlistingMessages.Navigation(nameof(CountingOwned), EnlistingMessages.RequestDelegate, nameof(Counting.Purchases))], exception.Failures);
    }

    [Fact]
    public Task A_computed_value_is_accepted_if_it_reads_what_is_always_loaded_or_is_reloaded() => RunningNavigation.StartAsync(static follow => follow
        .Add<CountingOwned>(static item => item.ToIdentifyRequest())
        .Add<CountingProperty>(static item => item.ToIdentifyRequest(), static query => query.Include(static item => item.Purchases)));

    /// <summary>Each owner was looked for among all entities: with 3,000 owners 9 million comparisons in one SaveChanges.</summary>
    [Fact]
    public async Task Following_owned_entities_costs_no_more_per_entity_with_many_of_them()
    {
        double without = await MeasureAsync(isFollowed: false);
        double with = await MeasureAsync(isFollowed: true);
        Assert.True(with < 8 * without, $"{with:0} ms, without {without:0} ms");

        static async Task<double> MeasureAsync(bool isFollowed)
        {
            await using RunningShop shop = await RunningShop.StartAsync(StoreKind.Sqlite, options =>
            {
                if (isFollowed)
                    options.FollowChanges(static follow => follow.Add<Customer>(static customer => customer.ToIdentifyRequest()));
            });
            double elapsed = 0;
            await shop.UseAsync(async db =>
            {
                await db.Database.BeginTransactionAsync();
                for (int i = 1; i <= 3000; i++)
                    db.Attach(new Customer { Id = i, Address = new Address { Street = "a" } });
                foreach (Customer customer in db.Customers.Local)
                    db.Entry(customer.Address!).State = EntityState.Deleted;
                long start = TimeProvider.System.GetTimestamp();
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
                elapsed = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            });
            return elapsed;
        }
    }

    [Fact]
    public async Task A_type_that_is_no_entity_is_refused_at_the_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningShop.StartAsync(
            StoreKind.Sqlite, static options => options.FollowChanges(static follow => follow.Add<Address>(static _ => Requests.Identify("1")))));
        Assert.Equal([EnlistingMessages.NotInModel(nameof(Address), nameof(ShopContext))], exception.Failures);
    }
}
