using System.Diagnostics;
using System.Diagnostics.Metrics;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests;

/// <summary>Listeners that throw. Alone, because they listen to the whole process.</summary>
[Collection(AloneCollection.Name)]
public sealed class ListenerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("meter")]
    [InlineData("activity started")]
    [InlineData("activity stopped")]
    [InlineData("sampler")]
    [FaultRow(68)]
    public async Task A_listener_that_throws_changes_no_outcome(string which)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(), maxRetries: 1);
        int calls = 0;
        using IDisposable listener = Listen(which, () =>
        {
            calls++;
            throw new InvalidDataException("the collector is gone");
        });

        await client.SendAsync();
        server.Respond = LoopbackServer.InTurn(LoopbackServer.Answer(503, ""), LoopbackServer.Answer(200, LoopbackServer.Accepted));
        await client.SendAsync();
        DeliveryCounts counts = await client.Client.IdentifyAllAsync(Numbered.Requests(20), cancellationToken: Cancel);
        server.Respond = LoopbackServer.Answer(400, """{"status":400,"message":"Bad Request"}""");
        var rejected = await Assert.ThrowsAsync<VeroApiException>(client.SendAsync);

        Assert.Equal("20 delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed", counts.ToString());
        Assert.Equal(400, (int)rejected.StatusCode);
        Assert.True(calls > 0, "The listener was never called.");
    }

    /// <summary>Listens to the client, and does something whenever it is called.</summary>
    internal static IDisposable Listen(string which, Action act)
    {
        if (which == "meter")
        {
            var meters = new MeterListener
            {
                InstrumentPublished = static (instrument, self) =>
                {
                    if (instrument.Meter.Name == VeroTelemetry.MeterName)
                        self.EnableMeasurementEvents(instrument);
                },
            };
            meters.SetMeasurementEventCallback<long>((_, _, _, _) => act());
            meters.SetMeasurementEventCallback<double>((_, _, _, _) => act());
            meters.Start();
            return meters;
        }

        var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == VeroTelemetry.ActivitySourceName,
            Sample = (ref _) =>
            {
                if (which == "sampler")
                    act();
                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStarted = _ =>
            {
                if (which == "activity started")
                    act();
            },
            ActivityStopped = _ =>
            {
                if (which == "activity stopped")
                    act();
            },
        };
        ActivitySource.AddActivityListener(activities);
        return activities;
    }
}
