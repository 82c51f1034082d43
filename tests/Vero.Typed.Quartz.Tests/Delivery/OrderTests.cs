namespace Vero.Typed.Quartz.Tests.Delivery;

public sealed class OrderTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Pending_identifies_are_merged_across_events_and_tags_and_never_across_an_unsubscription(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1), ("b", 1)));
        await running.Delivery.EnqueueAsync(new EditTagsRequest(new VeroIdentity("1"), ["vip"]));
        await running.Delivery.EnqueueAsync(Requests.Track("1", "Placed order"));
        await running.Delivery.EnqueueAsync(Requests.Track("1", "Placed order"));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("b", 2), ("c", 2)));
        await running.Delivery.EnqueueAsync(new UnsubscribeRequest(new VeroIdentity("1")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 3)));
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(["""identify 1 {"a":1,"b":2,"c":2}""", "edit_tags 1", "track 1 Placed order", "track 1 Placed order", "unsubscribe 1", """identify 1 {"a":3}"""], vero.Accepted);
        Assert.Empty(await store.ReadPendingAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Never_two_requests_of_a_user_are_in_flight_while_others_are(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero { Latency = TimeSpan.FromMilliseconds(5) };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        for (int i = 0; i < 60; i++)
        {
            string user = (i % 5).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await running.Delivery.EnqueueAsync(i % 2 == 0 ? new UnsubscribeRequest(new VeroIdentity(user)) : new ResubscribeRequest(new VeroIdentity(user)));
        }

        await running.FlushAsync();
        Assert.Equal(1, vero.MostInFlightPerUser);
        Assert.Equal(60, vero.Calls);
        foreach (IGrouping<string, string> user in vero.Accepted.GroupBy(static call => call.Split(' ')[1]))
            Assert.Equal(user, user.Select((_, i) => user.ElementAt(i)));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_deletion_drops_what_is_pending_of_the_user_before_it(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await running.Delivery.EnqueueAsync(Requests.Identify("2", ("a", 1)));
        await running.Delivery.EnqueueAsync(new DeleteUserRequest(new VeroIdentity("1")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 2)));
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(["delete_user 1", """identify 1 {"a":2}"""], vero.Accepted.Where(static call => call.Split(' ')[1] == "1"));
        Assert.Single(vero.Accepted, """identify 2 {"a":1}""");
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_deletion_far_behind_drops_all_that_is_before_it(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        for (int i = 0; i < 100; i++)
            await running.Delivery.EnqueueAsync(new UnsubscribeRequest(new VeroIdentity("1")));
        await running.Delivery.EnqueueAsync(new DeleteUserRequest(new VeroIdentity("1")));
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(["delete_user 1"], vero.Accepted);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task To_forget_a_user_removes_pending_operations_and_dead_letters_at_once(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero { Respond = static request => request is IdentifyRequest ? ScriptedVero.Status(400) : null };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await running.Delivery.EnqueueAsync(Requests.Identify("2", ("a", 1)));
        await running.FlushAsync();
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 2)));
        await running.Delivery.ForgetAsync(new VeroIdentity("1"));

        Assert.Equal(["1 delete_user"], await store.ReadPendingAsync());
        Assert.Equal("2", Assert.Single(await running.Delivery.GetDeadLettersAsync()).UserId);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task An_alias_has_its_place_in_the_order_of_both_users(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero, static options => options.Shards = 8);
        await running.Delivery.PauseAsync("test");
        for (int i = 0; i < 8; i++)
        {
            await running.Delivery.EnqueueAsync(Requests.Identify($"old{i}", ("a", 1)));
            await running.Delivery.EnqueueAsync(Requests.Identify($"new{i}", ("a", 2)));
            await running.Delivery.EnqueueAsync(new AliasRequest(new VeroIdentity($"old{i}"), new VeroIdentity($"new{i}")));
            await running.Delivery.EnqueueAsync(Requests.Identify($"new{i}", ("a", 3)));
            await running.Delivery.EnqueueAsync(Requests.Identify($"old{i}", ("a", 4)));
        }

        Assert.Equal(40, (await running.Delivery.GetStatusAsync()).Pending);
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        string[] calls = vero.Accepted;
        for (int i = 0; i < 8; i++)
        {
            int alias = Array.IndexOf(calls, $"alias old{i} > new{i}");
            Assert.InRange(Array.IndexOf(calls, $$"""identify old{{i}} {"a":1}"""), 0, alias);
            Assert.InRange(Array.IndexOf(calls, $$"""identify new{{i}} {"a":2}"""), 0, alias);
            Assert.InRange(Array.IndexOf(calls, $$"""identify new{{i}} {"a":3}"""), alias, calls.Length);
            Assert.InRange(Array.IndexOf(calls, $$"""identify old{{i}} {"a":4}"""), alias, calls.Length);
        }

        Assert.Equal(40, calls.Length);
    }

    [Fact]
    public async Task Aliases_in_opposite_directions_do_not_wait_for_each_other()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await using var first = await store.DataSource.OpenConnectionAsync();
        await using var second = await store.DataSource.OpenConnectionAsync();
        await using var one = await first.BeginTransactionAsync();
        await using var two = await second.BeginTransactionAsync();
        await running.Delivery.Enlist(one).AliasAsync(new VeroIdentity("a"), new VeroIdentity("b"));
        await running.Delivery.Enlist(two).AliasAsync(new VeroIdentity("b"), new VeroIdentity("a"));
        await Task.WhenAll(one.CommitAsync(), two.CommitAsync());
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();
        Assert.Equal(2, vero.Accepted.Length);
    }

    /// <summary>
    /// The first transaction takes the order number of its INSERT before it waits for nothing, the second writes and commits in between: a number
    /// that is taken by the INSERT would send the state of the second last.
    /// </summary>
    [Fact]
    public async Task Of_two_transactions_of_one_user_the_one_that_commits_last_is_sent_last()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await store.ExecuteAsync("CREATE TABLE customers (id integer PRIMARY KEY, name text); INSERT INTO customers VALUES (1, '')");

        await using var first = await store.DataSource.OpenConnectionAsync();
        await using var second = await store.DataSource.OpenConnectionAsync();
        await using var one = await first.BeginTransactionAsync();
        await using var two = await second.BeginTransactionAsync();
        await running.Delivery.Enlist(one).IdentifyAsync(Requests.Identify("1", ("name", "first to enlist, last to commit")));
        await running.Delivery.Enlist(two).IdentifyAsync(Requests.Identify("1", ("name", "last to enlist, first to commit")));
        await ExecuteAsync(two, "UPDATE customers SET name = 'first to commit' WHERE id = 1");
        await two.CommitAsync();
        await ExecuteAsync(one, "UPDATE customers SET name = 'last to commit' WHERE id = 1");
        await one.CommitAsync();

        await running.Delivery.ResumeAsync();
        await running.FlushAsync();
        Assert.Equal("""identify 1 {"name":"first to enlist, last to commit"}""", vero.Accepted[^1]);
        Assert.Equal(["last to commit"], await store.ReadAsync("SELECT name FROM customers"));
    }

    private static async Task ExecuteAsync(System.Data.Common.DbTransaction transaction, string sql)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
