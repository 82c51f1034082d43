using Microsoft.Extensions.DependencyInjection;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests;

/// <summary><see cref="VeroClientOptions.ShouldSend"/>.</summary>
public sealed class ConsentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suppressed_request_is_not_sent_and_the_call_succeeds()
    {
        await using var server = new LoopbackServer();
        VeroClientOptions options = Clients.NewOptions(server.BaseAddress);
        options.ShouldSend = static request => request.UserId != "a" || request.Operation is VeroOperation.Unsubscribe;
        using var client = new VeroClient(options);

        await client.IdentifyAsync(Numbered.Request("a"), Cancel);
        await client.IdentifyAsync(Numbered.Request("b"), Cancel);
        await client.UnsubscribeAsync(new VeroIdentity("a"), Cancel);

        Assert.Equal([Numbered.Request("b").ToJson(), """{"id":"a"}"""], server.Requests.Select(static request => request.Text));
    }

    [Fact]
    public async Task A_run_reports_what_is_suppressed()
    {
        await using var server = new LoopbackServer();
        VeroClientOptions options = Clients.NewOptions(server.BaseAddress);
        options.ShouldSend = static request => request.UserId != "b";
        using var client = new VeroClient(options);
        var results = new List<string>();
        var bulk = new VeroBulkOptions
        {
            MaxConcurrency = 1,
            OnResult = result =>
            {
                results.Add($"{result.Request!.UserId} {result}");
                return default;
            },
        };

        DeliveryCounts counts = await client.IdentifyAllAsync(Numbered.Requests("a1", "b1", "c1", "b2"), bulk, Cancel);

        Assert.Equal((2, 2, 4), (counts.Delivered, counts.Suppressed, counts.Total));
        Assert.Equal(["a Delivered", "b Suppressed", "c Delivered", "b Suppressed"], results);
    }

    [Fact]
    public async Task The_queue_completes_what_is_suppressed_and_does_not_offer_it_to_the_callback()
    {
        await using var server = new LoopbackServer();
        var undelivered = new List<DeliveryResult>();
        var services = new ServiceCollection();
        services.AddVero(options => (options.AuthToken, options.BaseAddress, options.ShouldSend) = (Clients.Token, server.BaseAddress, static request => request.UserId != "b"));
        services.AddVeroBackgroundDelivery(options => options.OnUndelivered = result =>
        {
            undelivered.Add(result);
            return default;
        });
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            var queue = provider.GetRequiredService<IVeroQueue>();
            foreach (IdentifyRequest request in Numbered.Requests("a1", "b1"))
                await queue.EnqueueAsync(request, Cancel);
            await queue.FlushAsync(Cancel);
            Assert.Equal(0, queue.Count);
        }

        Assert.Equal(Numbered.Request("a", 1).ToJson(), server.Single.Text);
        Assert.Empty(undelivered);
    }

    [Fact]
    public async Task A_predicate_that_throws_sends_nothing_and_fails_the_call()
    {
        await using var server = new LoopbackServer();
        VeroClientOptions options = Clients.NewOptions(server.BaseAddress);
        options.ShouldSend = static _ => throw new InvalidDataException("no database");
        using var client = new VeroClient(options);

        await Assert.ThrowsAsync<InvalidDataException>(() => client.IdentifyAsync(Clients.Request, Cancel));

        Assert.Empty(server.Requests);
    }
}
