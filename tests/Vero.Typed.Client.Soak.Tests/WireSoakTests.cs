using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Vero.Typed.Client.Tests;
using Vero.Typed.Client.Tests.Background;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Soak.Tests;

/// <summary>
/// Many requests to a real server, 30 of 100 attempts with a fault. With VERO_TESTS_FULL=1 a hundred thousand for each protocol and way to send, otherwise a
/// twentieth.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class WireSoakTests
{
    private const int Users = 1000;
    private const int Concurrency = 16;
    private static readonly int Count = Environment.GetEnvironmentVariable("VERO_TESTS_FULL") == "1" ? 100_000 : 5_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpProtocols.Http1, true)]
    [InlineData(HttpProtocols.Http2, true)]
    [InlineData(HttpProtocols.Http1, false)]
    [InlineData(HttpProtocols.Http2, false)]
    public async Task Every_request_is_accounted_for(HttpProtocols protocols, bool isQueue)
    {
        await using UnreliableKestrel vero = await UnreliableKestrel.StartAsync(protocols, Count);
        var reported = new DeliveryStatus?[Count];
        int reportedTwice = 0;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new HastyTime(TimeSpan.FromSeconds(10)));
        IHttpClientBuilder builder = services.AddVero(options =>
            (options.AuthToken, options.BaseAddress, options.MaxRetries) = (Clients.Token, vero.BaseAddress, PlannedFaults.Retries));
        if (protocols is HttpProtocols.Http2)
            builder.AddHttpMessageHandler(static () => new Http2Handler()).ConfigurePrimaryHttpMessageHandler(NewTrustingHandler);
        services.AddVeroBackgroundDelivery(options =>
        {
            options.Capacity = 1000;
            options.MaxConcurrency = Concurrency;
            options.OnUndelivered = Report;
        });
        var memory = new List<long>();
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            if (isQueue)
            {
                var queue = provider.GetRequiredService<IVeroQueue>();
                foreach (IdentifyRequest request in Requests(memory))
                    await queue.EnqueueAsync(request, Cancel);
                await queue.FlushAsync(Cancel);
                Assert.Equal(0, queue.Count);
            }
            else
            {
                var options = new VeroBulkOptions { MaxConcurrency = Concurrency, OnResult = Report };
                DeliveryCounts counts = await provider.GetRequiredService<IVeroClient>().IdentifyAllAsync(Requests(memory), options, Cancel);
                Assert.Equal(Count, counts.Total);
                Assert.DoesNotContain(null, reported);
            }

            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // What the client reports is what the server has done, request by request. The queue reports only what was not delivered.
        for (int number = 0; number < Count; number++)
        {
            DeliveryStatus expected = PlannedFaults.Expected(number);
            Assert.True(expected == (reported[number] ?? DeliveryStatus.Delivered), $"request {number}: {reported[number]} instead of {expected}");
            Assert.Equal(expected is DeliveryStatus.Delivered, vero.Plan.HasAccepted(number));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            "{0}, {1}: {2:N0} requests = {3:N0} delivered + {4:N0} rejected + {5:N0} failed; {6:N0} faults in {7:N0} attempts; connections {8}; memory {9:+#,0;-#,0} bytes",
            protocols,
            isQueue ? "queue" : "bulk",
            Count,
            vero.Plan.Accepted,
            reported.Count(static status => status is DeliveryStatus.Rejected),
            reported.Count(static status => status is DeliveryStatus.Failed),
            vero.Plan.Faults,
            vero.Plan.Attempts,
            vero.Connections,
            memory[^1] - memory[0]);
        Assert.Equal(0, reportedTwice);
        Assert.Equal(0, vero.Plan.Overtaken);
        Assert.Equal(protocols is HttpProtocols.Http2 ? "HTTP/2" : "HTTP/1.1", Assert.Single(vero.Protocols));
        Assert.InRange((double)vero.Plan.Faults / vero.Plan.Attempts, 0.28, 0.32);
        Assert.InRange(vero.Connections.MostOpen, 1, Concurrency * 2);
        Assert.InRange(memory[^1] - memory[0], long.MinValue, 3_000_000);

        ValueTask Report(DeliveryResult result)
        {
            int number = Numbered.NumberOf(result.Request!);
            reportedTwice += reported[number] is null ? 0 : 1;
            reported[number] = result.Status;
            return default;
        }
    }

    private static IEnumerable<IdentifyRequest> Requests(List<long> memory)
    {
        for (int number = 0; number < Count; number++)
        {
            if (number == Count / 5)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            yield return Numbered.Request(FormattableString.Invariant($"user {number % Users}"), number);
        }
    }

    private static SocketsHttpHandler NewTrustingHandler() => new()
    {
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { TestCertificates.Authority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
