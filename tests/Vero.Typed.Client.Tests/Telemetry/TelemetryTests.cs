using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Vero.Typed.Client.Tests.Background;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests.Telemetry;

/// <summary>Alone, because the ActivitySource and the meter of clients without dependency injection belong to the process.</summary>
[Collection(AloneCollection.Name)]
public sealed class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    public async Task A_call_is_an_activity_and_is_measured(ClientKind kind)
    {
        await using var server = new LoopbackServer();
        var seen = new Exported();
        using (OwnedClient client = Clients.Create(kind, server.BaseAddress))
        {
            seen.Watch();
            await client.SendAsync();
        }

        string[] lines = seen.End();

        Assert.Equal(
            [
                $"activity vero identify Client Unset outcome=delivered server.address=127.0.0.1 server.port={server.Port} vero.attempts=1 vero.operation=identify",
                "histogram vero.client.request.duration s outcome=delivered vero.operation=identify: 1 value",
                "sum vero.client.requests {request} outcome=delivered vero.operation=identify: 1",
            ],
            lines);
    }

    [Fact]
    public async Task Repeated_attempts_are_events_of_the_activity_and_counted()
    {
        int count = 0;
        await using var server = new LoopbackServer();
        server.Respond = (stream, cancel) => (++count < 3 ? Answer(count == 1 ? 503 : 429, "{}") : Answer(200, Accepted))(stream, cancel);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new HastyTime(TimeSpan.FromSeconds(20)));
        services.AddVero("eu", options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress));
        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<IVeroClient>("eu");
        var seen = new Exported();
        seen.Watch();

        await client.IdentifyAsync(Clients.Request, Cancel);
        string[] lines = seen.End();

        Assert.Equal(
            [
                $"activity vero identify Client Unset outcome=delivered server.address=127.0.0.1 server.port={server.Port} vero.attempts=3 vero.client.name=eu vero.operation=identify "
                    + "[vero.retry error.type=503] [vero.retry error.type=429]",
                "histogram vero.client.request.duration s outcome=delivered vero.client.name=eu vero.operation=identify: 1 value",
                "sum vero.client.requests {request} outcome=delivered vero.client.name=eu vero.operation=identify: 1",
                "sum vero.client.retries {attempt} vero.client.name=eu vero.operation=identify: 2",
            ],
            lines);
    }

    [Fact]
    public async Task A_refusal_and_a_failure_say_which_kind_of_error_it_was_and_nothing_of_the_customer()
    {
        await using var server = new LoopbackServer { Respond = Answer(400, $$"""{"status":400,"message":"{{Clients.Email}} {{Clients.Token}} customer-4711"}""") };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        var seen = new Exported();
        seen.Watch();

        await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());
        server.Respond = Answer(200, "<html>", "Content-Type: text/html\r\n");
        await Assert.ThrowsAsync<VeroProtocolException>(() => client.SendAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendCancellableAsync(new CancellationToken(canceled: true)));
        string[] lines = seen.End();

        string place = $"server.address=127.0.0.1 server.port={server.Port}";
        Assert.Equal(
            [
                "activity vero identify Client Error error.type=System.OperationCanceledException outcome=failed vero.attempts=0 vero.operation=identify",
                $"activity vero identify Client Error error.type=400 http.response.status_code=400 outcome=rejected {place} vero.attempts=1 vero.operation=identify",
                $"activity vero identify Client Error error.type=Vero.Typed.VeroProtocolException outcome=failed {place} vero.attempts=1 vero.operation=identify",
                "histogram vero.client.request.duration s error.type=400 http.response.status_code=400 outcome=rejected vero.operation=identify: 1 value",
                "histogram vero.client.request.duration s error.type=System.OperationCanceledException outcome=failed vero.operation=identify: 1 value",
                "histogram vero.client.request.duration s error.type=Vero.Typed.VeroProtocolException outcome=failed vero.operation=identify: 1 value",
                "sum vero.client.requests {request} error.type=400 http.response.status_code=400 outcome=rejected vero.operation=identify: 1",
                "sum vero.client.requests {request} error.type=System.OperationCanceledException outcome=failed vero.operation=identify: 1",
                "sum vero.client.requests {request} error.type=Vero.Typed.VeroProtocolException outcome=failed vero.operation=identify: 1",
            ],
            lines.Order(StringComparer.Ordinal).OrderBy(line => line.Split(' ')[0], StringComparer.Ordinal).ThenBy(line => line.Contains("attempts=1", StringComparison.Ordinal)));
        Secrets.AssertNoneIn(string.Join('\n', lines));
    }

    [Fact]
    public async Task A_dry_run_is_no_delivery()
    {
        using var client = new VeroClient(new VeroClientOptions { AuthToken = Clients.Token, DryRun = true });
        var seen = new Exported();
        seen.Watch();

        await client.IdentifyAsync(Clients.Request, Cancel);

        Assert.Contains("sum vero.client.requests {request} outcome=dry_run vero.operation=identify: 1", seen.End());
    }

    [Fact]
    public async Task The_queue_tells_its_depth_and_what_it_could_not_deliver()
    {
        var goOn = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var client = new Bulk.ScriptedClient(async (request, cancel) =>
        {
            begun.TrySetResult();
            await goOn.Task.WaitAsync(cancel);
            throw request.UserId == "a" ? new VeroApiException(System.Net.HttpStatusCode.BadRequest) : new VeroTimeoutException("too late");
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 1);
        var seen = new Exported();
        await host.Queue.EnqueueAsync(Bulk.Numbered.Request("a"), Cancel);
        await host.Queue.EnqueueAsync(Bulk.Numbered.Request("b"), Cancel);
        await begun.Task.WaitAsync(QueueHost.Patience, Cancel);
        seen.Watch();
        Assert.Equal(["gauge vero.delivery.queue.depth {request}: 2"], seen.Now());
        goOn.SetResult();
        await host.ShutDownAsync();

        Assert.Equal(
            [
                "gauge vero.delivery.queue.depth {request}: 0",
                "sum vero.delivery.queue.undelivered {request} outcome=failed: 1",
                "sum vero.delivery.queue.undelivered {request} outcome=rejected: 1",
            ],
            seen.End());
    }

    [Fact]
    public void Where_nobody_watches_nothing_is_made()
    {
        var telemetry = new ClientTelemetry();
        var seen = new Exported();

        Assert.False(telemetry.HasListeners);
        seen.Watch();
        Assert.True(telemetry.HasListeners);
        seen.End();
        Assert.False(telemetry.HasListeners);
    }

    /// <summary>What OpenTelemetry exports, as text.</summary>
    private sealed class Exported
    {
        private readonly List<Activity> _activities = [];
        private readonly List<Metric> _metrics = [];
        private TracerProvider? _traces;
        private MeterProvider? _meters;

        public void Watch()
        {
            _traces = Sdk.CreateTracerProviderBuilder().AddSource(VeroTelemetry.ActivitySourceName).AddInMemoryExporter(_activities).Build();
            _meters = Sdk.CreateMeterProviderBuilder().AddMeter(VeroTelemetry.MeterName).AddInMemoryExporter(_metrics).Build();
        }

        public string[] Now()
        {
            _metrics.Clear();
            _traces?.ForceFlush();
            _meters?.ForceFlush();
            return Lines();
        }

        public string[] End()
        {
            string[] lines = Now();
            _traces?.Dispose();
            _meters?.Dispose();
            return lines;
        }

        private string[] Lines() =>
        [
            .. _activities.Select(Print),
            .. _metrics.SelectMany(Print).Order(StringComparer.Ordinal),
        ];

        private static string Print(Activity activity) => string.Join(
            ' ',
            [
                "activity",
                activity.DisplayName,
                activity.Kind,
                activity.Status,
                .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal),
                .. activity.Events.Select(e => $"[{e.Name} {string.Join(' ', e.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}]"),
            ]);

        private static List<string> Print(Metric metric)
        {
            var lines = new List<string>();
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                var tags = new List<string>();
                foreach (KeyValuePair<string, object?> tag in point.Tags)
                    tags.Add($" {tag.Key}={tag.Value}");
                tags.Sort(StringComparer.Ordinal);
                (string type, string value) = metric.MetricType switch
                {
                    MetricType.Histogram => ("histogram", $"{point.GetHistogramCount()} value"),
                    MetricType.LongGauge => ("gauge", $"{point.GetGaugeLastValueLong()}"),
                    _ => ("sum", $"{point.GetSumLong()}"),
                };
                lines.Add($"{type} {metric.Name} {metric.Unit}{string.Concat(tags)}: {value}");
            }

            return lines;
        }
    }
}
