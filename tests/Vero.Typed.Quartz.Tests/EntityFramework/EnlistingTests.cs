using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.EntityFramework;

/// <summary>Each way to save, with the rows that are pending afterwards.</summary>
public sealed class EnlistingTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task SaveChanges_alone_with_a_key_of_the_database(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "a" };
            db.Add(customer);
            db.Vero().Identify(customer, static customer => customer.ToIdentifyRequest());
            await db.SaveChangesAsync();
            Assert.Equal([$"{customer.Id} identify a"], await shop.ReadPendingAsync());
        });
        await shop.UseAsync(db =>
        {
            // The synchronous way.
            var customer = new Customer { Name = "b" };
            db.Add(customer);
            db.Vero().Identify(customer);
            db.SaveChanges();
            return Task.CompletedTask;
        });
        Assert.Equal(["1 identify a", "2 identify b"], await shop.ReadPendingAsync());
        Assert.Equal(["1", "2"], (await shop.DeliverAsync()).Select(static call => call.Split(' ')[1]).Order());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task SaveChanges_alone_with_a_key_of_the_application_and_with_no_entity_at_all(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var visitor = new Visitor { Id = "v", Name = "early" };
            db.Add(visitor);
            db.Vero().Identify(visitor);
            visitor.Name = "as saved";
            await db.SaveChangesAsync();
        });
        await shop.UseAsync(async db =>
        {
            db.Vero().Send(Requests.Identify("alone", ("name", "b")));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["v identify as saved", "alone identify b"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task An_explicit_transaction_with_two_SaveChanges(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
            var customer = new Customer { Name = "first" };
            db.Add(customer);
            db.Vero().Identify(customer);
            await db.SaveChangesAsync();
            customer.Name = "second";
            db.Vero().Identify(customer).Unsubscribe(new VeroIdentity("1"));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(["1 identify first", "1 identify second", "1 unsubscribe"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rollback_leaves_nothing(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
            var customer = new Customer { Name = "ghost" };
            db.Add(customer);
            db.Vero().Identify(customer).Send(Requests.Identify("ghost"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        Assert.Empty(await shop.ReadPendingAsync());
        Assert.Equal(["0"], await shop.Store.ReadAsync("SELECT COUNT(*) FROM \"shop_Customer\""));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rollback_to_a_savepoint_leaves_what_was_before_and_what_comes_after(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
            db.Vero().Send(Requests.Identify("x", ("name", "a")));
            await db.SaveChangesAsync();
            await transaction.CreateSavepointAsync("here");
            var customer = new Customer { Name = "ghost" };
            db.Add(customer);
            db.Vero().Identify(customer).Send(Requests.Identify("x", ("name", "ghost")));
            await db.SaveChangesAsync();
            await transaction.RollbackToSavepointAsync("here");
            db.Entry(customer).State = EntityState.Detached;
            db.Vero().Send(Requests.Identify("x", ("name", "c")));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(["x identify a", "x identify c"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_failed_save_leaves_nothing_and_its_repetition_writes_once(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            db.Add(new Visitor { Id = "taken" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();

            var visitor = new Visitor { Id = "taken", Name = "a" };
            db.Add(visitor);
            var customer = new Customer { Name = "b" };
            db.Add(customer);
            db.Vero().Send(Requests.Identify("a")).Identify(customer);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.Empty(await shop.ReadPendingAsync());

            db.Remove(visitor);
            customer.Name = "c";
            await db.SaveChangesAsync();
            Assert.Equal(["a identify", $"{customer.Id} identify c"], await shop.ReadPendingAsync());
        });
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_cleared_tracker_takes_the_requests_with_it(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "ghost" };
            db.Add(customer);
            db.Vero().Identify(customer).Send(Requests.Identify("ghost"));
            db.ChangeTracker.Clear();
            db.Vero().Send(Requests.Identify("a"));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["a identify"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Many_requests_of_one_SaveChanges_keep_their_order(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        string[] expected = [.. Enumerable.Range(0, 100).Select(static i => $"x identify {i}")];
        await shop.UseAsync(async db =>
        {
            for (int i = 0; i < 100; i++)
                db.Vero().Send(Requests.Identify("x", ("name", i)));
            await db.SaveChangesAsync();
        });
        Assert.Equal(expected, await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Requests_keep_their_order_around_one_that_waits_for_its_key(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "b" };
            var visitor = new Visitor { Id = "v", Name = "d" };
            db.AddRange(customer, visitor);
            db.Vero()
                .Send(Requests.Identify("x", ("name", "a")))
                .Identify(customer)
                .Send(Requests.Identify("x", ("name", "c")))
                .Identify(visitor)
                .Alias(new VeroIdentity("x"), new VeroIdentity("y"));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["x identify a", "1 identify b", "x identify c", "v identify d", "x alias", "y placeholder"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task An_event_of_a_new_entity_knows_the_key_of_its_user(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "a" };
            var order = new Order { Number = "n" };
            customer.Orders.Add(order);
            db.Add(customer);
            db.Vero()
                .Identify(customer)
                .Track(order, static order => Requests.Track($"{order.CustomerId}", "Placed order"));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["1 identify a", "1 track"], await shop.ReadPendingAsync());
        Assert.Equal(["""identify 1 {"name":"a"}""", "track 1 Placed order"], await shop.DeliverAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_value_that_Vero_rejects_rolls_the_entities_back(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "a" };
            db.Add(customer);
            db.Vero().Send<Customer>(customer, static _ => throw new VeroSerializationException("Customer", "Name", "wrong"));
            await Assert.ThrowsAsync<VeroSerializationException>(() => db.SaveChangesAsync());
        });
        Assert.Empty(await shop.ReadPendingAsync());
        Assert.Equal(["0"], await shop.Store.ReadAsync("SELECT COUNT(*) FROM \"shop_Customer\""));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_commit_without_SaveChanges_is_refused(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
            db.Vero().Send(Requests.Identify("a"));
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync());
            Assert.Equal(EnlistingMessages.NotSaved, exception.Message);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(["a identify"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Without_automatic_transactions_one_must_be_begun(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            db.Vero().Send(Requests.Identify("a"));
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Equal(EnlistingMessages.NeverTransaction, exception.Message);
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(["a identify"], await shop.ReadPendingAsync());
    }

    [Fact]
    public async Task A_retrying_strategy_needs_a_transaction_only_for_a_key_of_the_database()
    {
        await using RunningShop shop = await RunningShop.StartAsync(
            StoreKind.PostgreSql,
            addContext: static (services, store) => services.AddDbContext<ShopContext>(
                options => options.UseNpgsql(store.ConnectionString, static npgsql => npgsql.EnableRetryOnFailure())));
        await shop.UseAsync(async db =>
        {
            db.Vero().Send(Requests.Identify("a"));
            await db.SaveChangesAsync();

            var customer = new Customer { Name = "refused" };
            db.Add(customer);
            db.Vero().Identify(customer);
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Equal(EnlistingMessages.RetryingStrategy(customer), exception.Message);

            // Nothing of it is lost: inside a transaction the same SaveChanges succeeds.
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            });

            int tries = 0;
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                tries++;
                await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
                db.ChangeTracker.Clear();
                var inside = new Customer { Name = $"b{tries}" };
                db.Add(inside);
                db.Vero().Identify(inside);
                await db.SaveChangesAsync();
                if (tries == 1)
                    throw new TimeoutException("transient");
                await transaction.CommitAsync();
            });
            Assert.Equal(2, tries);
        });
        Assert.Equal(["a identify", "1 identify refused", "3 identify b2"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_TransactionScope_decides_about_requests_too(bool isCompleted)
    {
        await using RunningShop shop = await RunningShop.StartAsync(StoreKind.PostgreSql);
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await shop.UseAsync(async db =>
            {
                var visitor = new Visitor { Id = "v", Name = "a" };
                db.Add(visitor);
                db.Vero().Identify(visitor).Send(Requests.Identify("b"));
                await db.SaveChangesAsync();
            });
            if (isCompleted)
                scope.Complete();
        }

        Assert.Equal(isCompleted ? ["v identify a", "b identify"] : [], await shop.ReadPendingAsync());
        Assert.Equal([isCompleted ? "1" : "0"], await shop.Store.ReadAsync("SELECT COUNT(*) FROM \"shop_Visitor\""));
    }

    [Fact]
    public async Task In_a_TransactionScope_an_item_with_a_key_of_the_database_is_refused()
    {
        await using RunningShop shop = await RunningShop.StartAsync(StoreKind.PostgreSql);
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        await shop.UseAsync(async db =>
        {
            var customer = new Customer { Name = "a" };
            db.Add(customer);
            db.Vero().Identify(customer);
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Equal(EnlistingMessages.AmbientTransaction(customer), exception.Message);
        });
    }

    /// <summary>There each statement would be committed by itself, whatever becomes of the scope.</summary>
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_TransactionScope_that_the_connection_does_not_join_is_refused(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind, addContext: static (services, store) => services.AddDbContext<ShopContext>(options =>
        {
            if (store.Kind == StoreKind.Sqlite)
                options.UseSqlite(store.ConnectionString);
            else
                options.UseNpgsql(store.ConnectionString + ";Enlist=false");
            options.ConfigureWarnings(static warnings => warnings.Ignore(RelationalEventId.AmbientTransactionWarning));
        }));
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await shop.UseAsync(async db =>
            {
                db.Add(new Visitor { Id = "v", Name = "a" });
                db.Vero().Send(Requests.Identify("v"));
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                Assert.Equal(EnlistingMessages.AmbientTransactionNotJoined, exception.Message);
            });
        }

        Assert.Equal(["0"], await shop.Store.ReadAsync("SELECT COUNT(*) FROM \"shop_Visitor\""));
        Assert.Empty(await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Changes_that_are_accepted_later_are_written_once(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(async db =>
        {
            db.Vero().Send(Requests.Identify("a"));
            await using (IDbContextTransaction transaction = await db.Database.BeginTransactionAsync())
            {
                await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
                await transaction.RollbackAsync();
            }

            await using (IDbContextTransaction transaction = await db.Database.BeginTransactionAsync())
            {
                await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
                await transaction.CommitAsync();
            }

            db.ChangeTracker.AcceptAllChanges();
            await db.SaveChangesAsync();
        });
        Assert.Equal(["a identify"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_context_of_a_pool_starts_without_the_requests_of_its_last_user(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(
            kind, addContext: static (services, store) => services.AddDbContextPool<ShopContext>(store.Use, poolSize: 1));
        await shop.UseAsync(static db =>
        {
            var customer = new Customer { Name = "ghost" };
            db.Add(customer);
            db.Vero().Identify(customer).Send(Requests.Identify("ghost"));
            return Task.CompletedTask;
        });
        await shop.UseAsync(static async db =>
        {
            db.Vero().Send(Requests.Identify("a"));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["a identify"], await shop.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Contexts_of_a_factory_enlist_as_well(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind, addContext: static (services, store) => services.AddDbContextFactory<ShopContext>(store.Use));
        await using (ShopContext db = await shop.Running.Services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync())
        {
            db.Vero().Send(Requests.Identify("a"));
            await db.SaveChangesAsync();
        }

        Assert.Equal(["identify a {}"], await shop.DeliverAsync());
    }

    [Fact]
    public async Task A_context_without_delivery_says_what_to_add()
    {
        await using var db = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=unused").Options);
        var exception = Assert.Throws<InvalidOperationException>(() => db.Vero());
        Assert.Equal(EnlistingMessages.NotAdded(db), exception.Message);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task The_table_is_in_no_migration(StoreKind kind)
    {
        await using RunningShop shop = await RunningShop.StartAsync(kind);
        await shop.UseAsync(static db =>
        {
            string script = db.Database.GenerateCreateScript();
            Assert.Contains("shop_Customer", script, StringComparison.Ordinal);
            Assert.DoesNotContain(VeroPendingOperation.TableName, script, StringComparison.Ordinal);
            return Task.CompletedTask;
        });
    }
}
