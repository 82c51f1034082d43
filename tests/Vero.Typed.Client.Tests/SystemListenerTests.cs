using System.Diagnostics.Metrics;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests;

/// <summary>
/// Listeners of .NET's own metrics of HTTP that throw. .NET lets them: their exceptions end the call of the HttpClient. Alone, because they listen to the whole
/// process.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class SystemListenerTests(UnobservedExceptions unobserved) : IClassFixture<UnobservedExceptions>
{
    private const int Many = 20;

    /// <summary>The instruments, and whether the request has reached the server when they throw.</summary>
    public static TheoryData<string, bool> Instruments => new()
    {
        { "http.client.active_requests", false },
        { "http.client.open_connections", false },
        { "http.client.request.time_in_queue", false },
        { "http.client.request.duration", true },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [FaultRow(86)]
    [MemberData(nameof(Instruments))]
    public async Task A_call_that_NETs_own_metrics_end_is_accounted_for(string instrument, bool isSent)
    {
        await using var server = new LoopbackServer();
        using (Listen(instrument))
        {
            // .NET's own behaviour, of which the client can only make the best.
            using (var http = new HttpClient(new SocketsHttpHandler()))
                await Assert.ThrowsAnyAsync<Exception>(() => http.PostAsync(server.BaseAddress, new ByteArrayContent([]), Cancel));
            server.Requests.Clear();

            using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(), maxRetries: 1);
            var exception = await Assert.ThrowsAsync<VeroConnectionException>(client.SendAsync);
            Assert.Contains(typeof(InvalidDataException).ToString(), exception.ToString(), StringComparison.Ordinal);
            Assert.True(exception.IsTransient);
            Assert.Equal(2, exception.Attempts);
            Assert.Equal(isSent ? 2 : 0, server.Requests.Count);

            int reported = 0;
            var options = new VeroBulkOptions
            {
                OnResult = result =>
                {
                    reported++;
                    Assert.IsType<VeroConnectionException>(result.Exception);
                    return default;
                },
            };
            DeliveryCounts counts = await client.Client.IdentifyAllAsync(Numbered.Requests(Many), options, Cancel);
            Assert.Equal((Many, Many), (counts.Failed, reported));
        }

        // No connection, and no slot of a limit, is lost for it.
        using OwnedClient later = Clients.Create(ClientKind.Own, server.BaseAddress);
        await later.AssertNextCallSucceedsAsync(server);
        Assert.Empty(unobserved.Find());
    }

    private static MeterListener Listen(string name)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "System.Net.Http" && instrument.Name == name)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new InvalidDataException("the collector is gone"));
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidDataException("the collector is gone"));
        listener.Start();
        return listener;
    }
}
