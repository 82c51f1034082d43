using System.Data.Common;

namespace Vero.Typed.Quartz.Tests.Store;

public sealed class EnlistTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_request_shares_the_end_of_the_transaction(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, new ScriptedVero());
        await running.Delivery.PauseAsync("test");
        await using DbConnection connection = await store.DataSource.OpenConnectionAsync();
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            await running.Delivery.Enlist(transaction).IdentifyAsync(Requests.Identify("ghost"));
            await transaction.RollbackAsync();
        }

        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            IVeroClient enlisted = running.Delivery.Enlist(transaction, "eu");
            await enlisted.IdentifyAsync(Requests.Identify("1"));
            await enlisted.AliasAsync(new VeroIdentity("1"), new VeroIdentity("2"));
            await transaction.CommitAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => enlisted.IdentifyAsync(Requests.Identify("late")));
            Assert.Throws<ArgumentException>(() => running.Delivery.Enlist(null!));
        }

        Assert.Equal(["1 eu identify", "1 eu alias", "2 eu alias"], await store.ReadPendingAsync("user_id || ' ' || client || ' ' || operation"));
        Assert.Equal(2, (await running.Delivery.GetStatusAsync()).Pending);
    }

    [Fact]
    public async Task An_event_without_a_time_of_its_own_is_refused()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, new ScriptedVero());
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => running.Delivery.EnqueueAsync(Requests.Track("1", "Placed order", createdAt: null)));
        Assert.StartsWith(DeliveryMessages.EventWithoutTime, exception.Message, StringComparison.Ordinal);
        await running.Delivery.EnqueueAsync(Requests.Track("1", "Placed order"));
    }

    [Fact]
    public void A_user_stays_in_its_shard()
    {
        // Stored with each row: a change of the function would let two shards deliver one user.
        Assert.Equal([2, 7, 4, 7, 6], ((string[])["1", "2", "3", "", "zoë"]).Select(static user => UserShard.Of("", user, 8)));
        Assert.NotEqual(UserShard.Of("", "1", 1 << 20), UserShard.Of("eu", "1", 1 << 20));
        Assert.Equal(8, Enumerable.Range(0, 1000).Select(static user => UserShard.Of("", $"{user}", 8)).Distinct().Count());
    }

    [Fact]
    public void Keys_ascend_even_if_the_clock_is_set_back()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string[] keys = [OrderedId.Next(now), OrderedId.Next(now), OrderedId.Next(now.AddHours(-1)), OrderedId.Next(now.AddHours(1))];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(4, keys.Distinct().Count());
    }
}
