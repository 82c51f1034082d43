using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Vero.Typed.Quartz.Tests.Delivery;

public sealed class DurableOperationTests
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task The_health_check_reports_pauses_old_operations_and_a_store_that_is_gone(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, new ScriptedVero(), services: services =>
        {
            services.AddVeroDurableDelivery(store.DataSource);
            services.AddHealthChecks().AddVeroDelivery(longestAge: TimeSpan.FromMinutes(1));
        });
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(running)).Status);

        await running.Delivery.EnqueueAsync(Requests.Identify("1"), "unknown");
        await store.ExecuteAsync("UPDATE vero_pending SET enlisted_at = enlisted_at - 120000");
        HealthReportEntry old = await CheckAsync(running);
        Assert.Equal((HealthStatus.Degraded, 1L), (old.Status, old.Data["pending"]));

        await running.Delivery.PauseAsync("maintenance");
        HealthReportEntry paused = await CheckAsync(running);
        Assert.Equal((HealthStatus.Degraded, DeliveryMessages.Paused("", "maintenance")), (paused.Status, paused.Description));

        await store.ExecuteAsync("DROP TABLE vero_pending");
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(running)).Status);
        await running.Delivery.ResumeAsync();
    }

    [Fact]
    public async Task Gauges_show_what_is_pending_how_old_it_is_and_what_is_paused()
    {
        await using var store = new TestStore(StoreKind.Sqlite);
        var values = new System.Collections.Concurrent.ConcurrentDictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name is "vero.delivery.pending" or "vero.delivery.oldest_age" or "vero.delivery.paused")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();

        await using (RunningDelivery before = await RunningDelivery.StartAsync(store, new ScriptedVero()))
        {
            await before.Delivery.PauseAsync("test");
            await before.Delivery.EnqueueAsync(Requests.Identify("1"));
            await store.ExecuteAsync("UPDATE vero_pending SET enlisted_at = enlisted_at - 120000");

            // The tables are there when they are read first.
            Assert.Equal(0, before.Log.Count("StatusUnreadable"));
        }

        // Read when the host starts, then every few seconds.
        values.Clear();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, new ScriptedVero());
        await Eventually.BecomesTrueAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return values.GetValueOrDefault("vero.delivery.pending") == 1 && values.GetValueOrDefault("vero.delivery.paused") == 1;
            },
            "the gauges are read");
        Assert.InRange(values["vero.delivery.oldest_age"], 120, 600);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Logs_hold_neither_ids_nor_values_nor_the_token(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        int calls = 0;
        var vero = new ScriptedVero
        {
            Respond = request => Interlocked.Increment(ref calls) switch
            {
                1 => ScriptedVero.Status(400),
                2 => ScriptedVero.Status(503),
                3 => new InvalidOperationException(request.ToJson()),
                4 => null,
                _ => ScriptedVero.Status(401),
            },
        };
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero, token: "secret-token");
        await running.Delivery.EnqueueAsync(Requests.Identify("canary-id", ("a", "canary-value")));
        await running.FlushAsync();
        await running.Delivery.EnqueueAsync(Requests.Identify("canary-id", ("a", "canary-value")));
        await running.FlushAsync();
        await running.Delivery.EnqueueAsync(Requests.Identify("canary-id", ("a", "canary-value")));
        await Eventually.BecomesTrueAsync(() => running.Log.Count("DeliveryPaused") > 0, "paused");

        Assert.Equal((1, 2), (running.Log.Count("DeadLetter"), running.Log.Count("AttemptFailed")));
        Assert.DoesNotContain("canary", running.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret-token", running.Log.Text, StringComparison.Ordinal);
        string stored = string.Join(' ', await store.ReadAsync("SELECT reason || credential FROM vero_pause"))
            + string.Join(' ', await store.ReadAsync("SELECT reason FROM vero_dead_letter"));
        Assert.NotEqual("", stored);
        Assert.DoesNotContain("canary", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_clock_that_is_set_back_does_not_make_a_user_wait_for_it(StoreKind kind)
    {
        await using var store = new TestStore(kind);
        var vero = new ScriptedVero();
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.PauseAsync("test");
        await running.Delivery.EnqueueAsync(Requests.Identify("1"));

        // Written an hour ahead, before the clock was corrected.
        long ahead = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();
        await store.ExecuteAsync($"INSERT INTO vero_backoff (client, user_id, attempts, not_before) VALUES ('', '1', 1, {ahead})");
        await running.Delivery.ResumeAsync();
        await running.FlushAsync();
        Assert.Equal(["identify 1 {}"], vero.Accepted);
    }

    [Fact]
    public async Task Each_instance_has_an_id_of_its_own_in_the_cluster()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        await using RunningDelivery first = await RunningDelivery.StartAsync(store, new ScriptedVero());
        await using RunningDelivery second = await RunningDelivery.StartAsync(store, new ScriptedVero());
        await Eventually.BecomesTrueAsync(
            () => store.ReadAsync("SELECT DISTINCT instance_name FROM vero_qrtz_scheduler_state").Result.Length == 2, "both check in");
        Assert.Equal(["2"], await store.ReadAsync("SELECT COUNT(*) FROM vero_qrtz_triggers"));
        Assert.Equal(["0"], await store.ReadAsync("SELECT COUNT(*) FROM vero_qrtz_job_details WHERE requests_recovery"));
    }

    [Fact]
    public async Task A_trigger_that_Quartz_has_stopped_runs_again_after_a_start()
    {
        await using var store = new TestStore(StoreKind.PostgreSql);
        var vero = new ScriptedVero();
        await (await RunningDelivery.StartAsync(store, vero)).DisposeAsync();
        await store.ExecuteAsync("UPDATE vero_qrtz_triggers SET trigger_state = 'ERROR'");
        await using RunningDelivery running = await RunningDelivery.StartAsync(store, vero);
        await running.Delivery.EnqueueAsync(Requests.Identify("1"));
        await running.FlushAsync();
        Assert.Single(vero.Accepted);

        // And while it runs: a shift lasts up to 15 seconds, and the next one does not begin by itself.
        await store.ExecuteAsync("DELETE FROM vero_qrtz_simple_triggers; DELETE FROM vero_qrtz_triggers; DELETE FROM vero_qrtz_job_details");
        await Eventually.BecomesTrueAsync(() => running.Log.Count("ShardRestarted") == 2, "the shards are started again");
        await running.Delivery.EnqueueAsync(Requests.Identify("2"));
        await running.FlushAsync();
        Assert.Equal(2, vero.Calls);
    }

    private static async Task<HealthReportEntry> CheckAsync(RunningDelivery running) =>
        (await running.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["vero-delivery"];
}
