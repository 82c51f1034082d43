using Microsoft.Extensions.DependencyInjection;

namespace Vero.Typed.Quartz.Tests.Delivery;

public sealed class FaultTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_failing_user_waits_and_does_not_hold_the_others_of_its_shard(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        int failures = 2;
        var vero = new ScriptedVero
        {
            Respond = request => request.UserId == "bad" && Interlocked.Decrement(ref failures) >= 0 ? ScriptedVero.Status(503) : null,
        };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero, static options => options.Shards = 1);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("bad", ("a", 1)));
        await running.Delivery.EnqueueAsync(new UnsubscribeRequest(new VeroIdentity("bad")));
        await running.Delivery.EnqueueAsync(Requests.Identify("good", ("a", 1)));
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(["""identify good {"a":1}""", """identify bad {"a":1}""", "unsubscribe bad"], vero.Accepted);
        Assert.Equal(5, vero.Calls);
        Assert.Equal(2, running.Log.Count("AttemptFailed"));
        await Eventually.BecomesTrueAsync(() => store.ReadAsync("SELECT COUNT(*) FROM vero_backoff").Result is ["0"], "the back-off is forgotten");
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rejected_request_becomes_a_dead_letter_that_can_be_replayed(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        bool rejects = true;
        var vero = new ScriptedVero { Respond = request => request is UnsubscribeRequest && rejects ? ScriptedVero.Status(400) : null };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.EnqueueAsync(new UnsubscribeRequest(new VeroIdentity("1")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await running.FlushAsync();

        Assert.Equal(["""identify 1 {"a":1}"""], vero.Accepted);
        VeroDeadLetter letter = Assert.Single(await running.Delivery.GetDeadLettersAsync());
        Assert.Equal((DeadLetterStatus.Rejected, "1", "unsubscribe"), (letter.Status, letter.UserId, letter.Operation));
        Assert.Equal(ScriptedVero.Status(400).Message, letter.Reason);
        Assert.Equal("unsubscribe (Rejected)", letter.ToString());

        rejects = false;
        Assert.True(await running.Delivery.ReplayAsync(letter));
        Assert.False(await running.Delivery.ReplayAsync(letter));
        await running.FlushAsync();
        Assert.Equal(["""identify 1 {"a":1}""", "unsubscribe 1"], vero.Accepted);
        Assert.Empty(await running.Delivery.GetDeadLettersAsync());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rejected_merge_is_sent_once_more_as_its_newest_part(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero { Respond = static request => request.ToJson().Contains("bad", StringComparison.Ordinal) ? ScriptedVero.Status(400) : null };
        var undelivered = new List<DeliveryResult>();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero, options => options.OnUndelivered = result =>
        {
            undelivered.Add(result);
            throw new InvalidOperationException("1");
        });
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", "good")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("b", "bad")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("c", "good")));
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(["""identify 1 {"c":"good"}"""], vero.Accepted);
        Assert.Equal(2, vero.Calls);
        Assert.Equal(2, (await running.Delivery.GetDeadLettersAsync()).Count);
        Assert.Equal(1, running.Log.Count("MergeRejected"));
        DeliveryResult result = Assert.Single(undelivered);
        Assert.Equal(DeliveryStatus.Rejected, result.Status);
        Assert.Equal("""{"a":"good","b":"bad","c":"good"}""", System.Text.Json.Nodes.JsonNode.Parse(result.Request!.ToJson())!["data"]!.ToJsonString());
        Assert.Equal(1, running.Log.Count("DeliveryCallbackFailed"));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task What_fails_beyond_its_age_becomes_a_dead_letter(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero { Respond = static _ => ScriptedVero.Status(503) };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        long old = DateTimeOffset.UtcNow.AddDays(-8).ToUnixTimeMilliseconds();
        await store.ExecuteAsync($"UPDATE vero_pending SET enlisted_at = {old}");
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();

        Assert.Equal(DeadLetterStatus.Expired, Assert.Single(await running.Delivery.GetDeadLettersAsync()).Status);
        Assert.Equal(1, vero.Calls);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_row_that_is_no_envelope_becomes_a_dead_letter_and_one_of_a_newer_version_stays(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("poison", ("a", 1)));
        await running.Delivery.EnqueueAsync(Requests.Identify("newer", ("a", 1)));
        await running.Delivery.EnqueueAsync(Requests.Identify("good", ("a", 1)));
        await store.ExecuteAsync("UPDATE vero_pending SET envelope = '{\"v\":1,' WHERE user_id = 'poison'");
        await store.ExecuteAsync("UPDATE vero_pending SET envelope = '{\"v\":2,\"operation\":\"identify\",\"body\":{\"id\":\"newer\"}}' WHERE user_id = 'newer'");
        await running.Delivery.ResumeAsync();
        await Eventually.BecomesTrueAsync(() => running.Log.Count("UnknownEnvelope") > 0 && vero.Calls > 0 && running.Log.Count("DeadLetter") > 0, "all were looked at");

        await Eventually.BecomesTrueAsync(() => store.ReadPendingAsync().Result is ["newer identify"], "one stays");
        VeroDeadLetter letter = Assert.Single(await running.Delivery.GetDeadLettersAsync());
        Assert.Equal(("poison", DeadLetterStatus.Unreadable), (letter.UserId, letter.Status));
        Assert.Equal(["""identify good {"a":1}"""], vero.Accepted);
        Assert.DoesNotContain("poison", running.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_rejected_credential_pauses_everywhere_until_it_is_resumed(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        bool rejects = true;
        var vero = new ScriptedVero { Respond = _ => rejects ? ScriptedVero.Status(401) : null };
        await using (RunningDelivery running = await RunningDelivery.StartAsync(store, vero))
        {
            for (int i = 0; i < 40; i++)
                await running.Delivery.EnqueueAsync(Requests.Identify($"{i}", ("a", 1)));
            await Eventually.BecomesTrueAsync(() => running.Log.Count("DeliveryPaused") > 0, "paused");
            await Task.Delay(500);
        }

        // Two shards, four users each.
        Assert.InRange(vero.Calls, 1, 8);
        int calls = vero.Calls;
        rejects = false;
        await using (RunningDelivery restarted = await RunningDelivery.StartAsync(store, vero))
        {
            await Task.Delay(1500);
            Assert.Equal(calls, vero.Calls);
            VeroDeliveryStatus status = await restarted.Delivery.GetStatusAsync();
            Assert.Equal(40, status.Pending);
            Assert.Equal(ScriptedVero.Status(401).Message, Assert.Single(status.Pauses).Reason);
            await Assert.ThrowsAsync<InvalidOperationException>(() => restarted.Delivery.FlushAsync());

            await restarted.Delivery.ResumeAsync();
            await restarted.FlushAsync();
            Assert.Equal(40, vero.Accepted.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Another_credential_ends_the_pause_of_the_rejected_one(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero { Respond = static _ => ScriptedVero.Status(403) };
        await using (RunningDelivery running = await RunningDelivery.StartAsync(store, vero, token: "revoked"))
        {
            await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
            await Eventually.BecomesTrueAsync(() => running.Log.Count("DeliveryPaused") > 0, "paused");
        }

        vero.Respond = null;
        await using RunningDelivery changed = await RunningDelivery.StartAsync(store, vero, token: "new");
        await changed.FlushAsync();
        Assert.Equal(["""identify 1 {"a":1}"""], vero.Accepted);
        Assert.DoesNotContain("revoked", string.Join(' ', await store.ReadAsync("SELECT credential || reason FROM vero_pause")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Clients_with_the_same_user_ids_do_not_touch_each_other(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var main = new ScriptedVero { Respond = static _ => ScriptedVero.Status(401) };
        var eu = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(
            store,
            main,
            services: services =>
            {
                services.AddKeyedSingleton<IVeroClient>("eu", eu);
                services.AddVeroDurableDelivery(store.DataSource);
            });
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("of", "main")));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("of", "eu")), "eu");
        await Eventually.BecomesTrueAsync(() => eu.Calls > 0 && running.Log.Count("DeliveryPaused") > 0, "both were sent");
        await running.Delivery.EnqueueAsync(Requests.Identify("2", ("of", "eu")), "eu");
        await Eventually.BecomesTrueAsync(() => eu.Calls == 2, "eu goes on");

        Assert.Equal(["""identify 1 {"of":"eu"}""", """identify 2 {"of":"eu"}"""], eu.Accepted);
        Assert.Equal(1, main.Calls);
        Assert.Equal("", Assert.Single((await running.Delivery.GetStatusAsync()).Pauses).Client);
    }

    /// <summary>Every look read all rows of the shard: with millions of them, several times a second.</summary>
    [Fact]
    public async Task The_backlog_of_a_paused_client_is_not_read_again_and_again_and_does_not_hold_up_another_client()
    {
        const int Backlog = 20_000;
        const string RowsRead = "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'vero_pending'";
        await using var store = new TestStore(StoreKind.PostgreSql);
        var eu = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(
            store,
            new ScriptedVero(),
            services: services =>
            {
                services.AddKeyedSingleton<IVeroClient>("eu", eu);
                services.AddVeroDurableDelivery(store.DataSource);
            });
        await running.Delivery.PauseAsync("test");
        await store.ExecuteAsync(
            "INSERT INTO vero_pending (id, shard, client, user_id, operation, envelope, enlisted_at) "
            + $"SELECT 'x' || n, n % 2, '', n, 'identify', '{{}}', 0 FROM generate_series(1, {Backlog}) n; ANALYZE vero_pending; SELECT pg_stat_force_next_flush()");
        await Task.Delay(2000);
        long before = await ReadAsync();
        for (int i = 0; i < 10; i++)
        {
            await running.Delivery.EnqueueAsync(Requests.Identify($"{i}", ("a", i)), "eu");
            await Task.Delay(200);
        }

        await Eventually.BecomesTrueAsync(() => eu.Accepted.Length == 10, "the other client delivers");
        await Task.Delay(2000);
        Assert.InRange(await ReadAsync() - before, 0, Backlog / 10);

        async Task<long> ReadAsync() =>
            long.Parse(Assert.Single(await store.ReadAsync(RowsRead)), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task An_outage_costs_few_calls(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        bool isDown = true;
        var vero = new ScriptedVero { Respond = _ => isDown ? new TimeoutException() : null };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        for (int i = 0; i < 200; i++)
            await running.Delivery.EnqueueAsync(Requests.Identify($"{i}", ("a", 1)));
        await running.Delivery.ResumeAsync();
        await Task.Delay(2000);
        Assert.InRange(vero.Calls, 1, 40);

        isDown = false;
        await running.FlushAsync();
        Assert.Equal(200, vero.Accepted.Length);
    }

    [Fact]
    public async Task Calls_in_flight_at_shutdown_are_cancelled_after_the_timeout_and_sent_again()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var vero = new ScriptedVero { Gate = new TaskCompletionSource() };
        await using (RunningDelivery running = await RunningDelivery.StartAsync(store, vero, static options => options.ShutdownTimeout = TimeSpan.FromSeconds(0.3)))
        {
            await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
            await Eventually.BecomesTrueAsync(() => vero.Calls == 1, "in flight");
        }

        Assert.Equal(["1 identify"], await store.ReadPendingAsync());
        vero.Gate = null;
        await using RunningDelivery restarted = await RunningDelivery.StartAsync(store, vero);
        await restarted.FlushAsync();
        Assert.Equal(["""identify 1 {"a":1}"""], vero.Accepted);
    }

    [Fact]
    public async Task A_host_that_is_stopped_twice_at_the_same_time_waits_for_one_stop_and_may_be_disposed_then()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var vero = new ScriptedVero { Gate = new TaskCompletionSource() };
        RunningDelivery running = await RunningDelivery.StartAsync(store, vero, static options => options.ShutdownTimeout = TimeSpan.FromSeconds(0.5));
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await Eventually.BecomesTrueAsync(() => vero.Calls == 1, "in flight");

        Task first = running.StopAsync();
        await running.StopAsync();
        Assert.Equal(1, running.Log.Count("DeliveryStopped"));
        await running.DisposeAsync();
        await first;
    }

    [Fact]
    public async Task A_host_that_is_disposed_without_a_stop_cancels_its_calls()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var vero = new ScriptedVero { Gate = new TaskCompletionSource() };
        RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.EnqueueAsync(Requests.Identify("1", ("a", 1)));
        await Eventually.BecomesTrueAsync(() => vero.Calls == 1, "in flight");
        await running.DisposeWithoutStopAsync();

        Assert.Equal(1, running.Log.Count("DeliveryStopped"));
        Assert.Equal(["1 identify"], await store.ReadPendingAsync());
    }
}
