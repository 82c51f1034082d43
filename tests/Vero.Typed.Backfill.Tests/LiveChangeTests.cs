using Backfill;
using Backfill.Customers;
using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Vero.Typed.Backfill.Tests;

/// <summary>The application changes a customer while the page with that customer is read.</summary>
public sealed class LiveChangeTests
{
    [Fact]
    public async Task A_page_waits_for_a_change_that_is_not_committed_and_sends_the_state_after_it()
    {
        using var store = new BackfillStore(isPostgreSql: true);
        await store.CreateAsync(10);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseShop(store.ConnectionString));
        builder.Services.AddVero(static vero => vero.AuthToken = "token");
        builder.Services.AddVeroDurableDelivery<ShopContext>().Configure(static delivery => delivery.Deliver = false);
        builder.Services.AddSingleton(new BackfillOptions()).AddSingleton(TimeProvider.System).AddSingleton<PageReader>();
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        await using ShopContext live = await host.Services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using IDbContextTransaction transaction = await live.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        Customer customer = await live.Customers.SingleAsync(static customer => customer.Id == 7, TestContext.Current.CancellationToken);
        customer.OrderCount = 77;
        live.Vero().Identify(customer);
        await live.SaveChangesAsync(TestContext.Current.CancellationToken);
        Task<bool> page = host.Services.GetRequiredService<PageReader>().EnlistNextAsync(TestContext.Current.CancellationToken);
        await Eventually.IsAsync(async () => await CountAsync($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM pg_locks WHERE NOT granted") > 0, "the page waits", TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await page;

        Assert.Equal(11, await CountAsync($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM vero_pending"));
        Assert.Equal(
            2, await CountAsync($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM vero_pending WHERE user_id = '7' AND envelope LIKE '%orders%:77%'"));
        await host.StopAsync(TestContext.Current.CancellationToken);

        async Task<int> CountAsync(FormattableString sql)
        {
            await using ShopContext shop = store.Open();
            return await shop.Database.SqlQuery<int>(sql).SingleAsync(TestContext.Current.CancellationToken);
        }
    }
}
