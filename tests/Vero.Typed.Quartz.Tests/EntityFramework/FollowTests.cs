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
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningNavigation.StartAsync());
        Assert.Contains(EnlistingMessages.Navigation(nameof(Buyer), nameof(Buyer.Last), nameof(Buyer.Last)), exception.Failures);
    }

    [Fact]
    public async Task A_type_that_is_no_entity_is_refused_at_the_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningShop.StartAsync(
            StoreKind.Sqlite, static options => options.FollowChanges(static follow => follow.Add<Address>(static _ => Requests.Identify("1")))));
        Assert.Equal([EnlistingMessages.NotInModel(nameof(Address), nameof(ShopContext))], exception.Failures);
    }
}
