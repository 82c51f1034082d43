using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using Vero.Typed.Client.Tests.Background;
using Vero.Typed.Client.Tests.Bulk;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

/// <summary>Events: their endpoint, and that a retry is never a second event.</summary>
public sealed class TrackTests
{
    private const string Body = """{"identity":{"id":"42"},"event_name":"Placed order","data":{"number":"A-1"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_reaches_its_endpoint_in_every_way()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        await client.Client.TrackAsync(TrackRequest.Parse(Body), Cancel);
        await client.Client.TrackAsync(new Event(), Cancel);
        await client.Client.TrackAsync(new Event(), new VeroIdentity("42"), Cancel);
        DeliveryCounts all = await client.Client.TrackAllAsync([1, 2], static _ => TrackRequest.Parse(Body), cancellationToken: Cancel);
        DeliveryCounts requests = await client.Client.TrackAllAsync([TrackRequest.Parse(Body)], cancellationToken: Cancel);
        DeliveryCounts stream = await client.Client.TrackStreamAsync(new[] { 1 }.ToAsyncEnumerable(), static _ => TrackRequest.Parse(Body), cancellationToken: Cancel);

        Assert.Equal((2, 1, 1), (all.Delivered, requests.Delivered, stream.Delivered));
        Assert.Equal(7, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal($"POST /api/v2/events/track?auth_token={Clients.EncodedToken} HTTP/1.1", request.Line));
        Assert.All(server.Requests, static request => Assert.Equal(Body, request.Text));
    }

    [Fact]
    public async Task An_event_is_retried_like_any_request_within_two_minutes()
    {
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, ""), Answer(503, "", "Retry-After: 60\r\n"), Answer(200, Accepted)) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(TimeSpan.FromMinutes(30)), TimeSpan.FromMinutes(30), maxRetries: 10);

        await client.Client.TrackAsync(TrackRequest.Parse(Body), Cancel);

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(121, 1)]
    [InlineData(120, 1)]
    [InlineData(119, 2)]
    public async Task An_event_is_not_sent_again_two_minutes_after_its_first_attempt_whatever_the_timeout_is(int retryAfter, int attempts)
    {
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, "", $"Retry-After: {retryAfter}\r\n"), Answer(503, "", "Retry-After: 2\r\n")) };
        var time = new JumpingTime(TimeSpan.FromMinutes(30));
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, TimeSpan.FromMinutes(30), maxRetries: 10);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.Client.TrackAsync(TrackRequest.Parse(Body), Cancel));

        Assert.Equal(attempts, server.Requests.Count);
        Assert.Contains("a track request is retried only within 00:02:00 of its first attempt; not retried.", exception.Message, StringComparison.Ordinal);
        Assert.True(time.Elapsed < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Many_short_waits_end_within_two_minutes_too()
    {
        await using var server = new LoopbackServer { Respond = Answer(503, "", "Retry-After: 25\r\n") };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(TimeSpan.FromMinutes(30)), TimeSpan.FromMinutes(30), maxRetries: 10);

        await Assert.ThrowsAsync<VeroApiException>(() => client.Client.TrackAsync(TrackRequest.Parse(Body), Cancel));

        // At 0, 25, 50, 75 and 100 seconds.
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task An_identify_is_retried_for_as_long_as_the_timeout_allows()
    {
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, "", "Retry-After: 300\r\n"), Answer(200, Accepted)) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, new JumpingTime(TimeSpan.FromMinutes(30)), TimeSpan.FromMinutes(30), maxRetries: 10);

        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_event_is_in_order_with_the_other_requests_of_its_user()
    {
        var identify = new TaskCompletionSource();
        var started = new ConcurrentQueue<VeroOperation>();
        var client = new Scripted(request =>
        {
            started.Enqueue(request.Operation);
            return request.Operation is VeroOperation.Identify ? identify.Task : Task.CompletedTask;
        });

        Task<DeliveryCounts> run = client.SendAllAsync([Clients.NewRequest("42"), TrackRequest.Parse(Body), new UnsubscribeRequest(new VeroIdentity("other"))], cancellationToken: Cancel);
        while (started.Count < 2)
            await Task.Yield();
        Assert.Equal([VeroOperation.Identify, VeroOperation.Unsubscribe], started);
        identify.SetResult();

        Assert.Equal(3, (await run).Delivered);
        Assert.Equal(VeroOperation.Track, started.Last());
    }

    public enum Way
    {
        Queue,
        SendAll,
        SendStream,
        TrackAll,
        TrackStream,
    }

    public static TheoryData<Way> Ways => [.. Enum.GetValues<Way>()];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task On_the_wire_what_one_user_does_comes_in_order(Way way)
    {
        const int Users = 40;
        const int Workers = 8;
        var inFlight = new ConcurrentDictionary<string, string>();
        var concurrency = new ConcurrentQueue<int>();
        var overtaken = new ConcurrentQueue<string>();
        await using var server = new LoopbackServer
        {
            RespondTo = request => async (stream, cancel) =>
            {
                string user = request.Text.Split("\"id\":\"")[1].Split('"')[0];
                if (!inFlight.TryAdd(user, request.Text))
                    overtaken.Enqueue($"{request.Text} before the response to {inFlight.GetValueOrDefault(user)}");
                concurrency.Enqueue(inFlight.Count);
                await Task.Delay(10, cancel);
                inFlight.TryRemove(user, out _);
                await Answer(200, Accepted)(stream, cancel);
            },
        };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        bool isOfEvents = way is Way.TrackAll or Way.TrackStream;
        (int User, int Step)[] items = [.. Enumerable.Range(0, Users).SelectMany(static user => Enumerable.Range(0, 3).Select(step => (user, step)))];
        TrackRequest Track((int User, int Step) item) => TrackRequest.Parse(
            string.Create(CultureInfo.InvariantCulture, $$$"""{"identity":{"id":"user {{{item.User}}}"},"event_name":"Came","data":{"step":{{{item.Step}}}}}"""));
        VeroRequest Make((int User, int Step) item) =>
            isOfEvents || item.Step == 1 ? Track(item) : Numbered.Request(string.Create(CultureInfo.InvariantCulture, $"user {item.User}"), item.Step);

        var bulk = new VeroBulkOptions { MaxConcurrency = Workers };
        Task run = way switch
        {
            Way.SendAll => client.Client.SendAllAsync(items, Make, bulk, Cancel),
            Way.SendStream => client.Client.SendStreamAsync(items.ToAsyncEnumerable(), Make, bulk, Cancel),
            Way.TrackAll => client.Client.TrackAllAsync(items, Track, bulk, Cancel),
            Way.TrackStream => client.Client.TrackStreamAsync(items.ToAsyncEnumerable(), Track, bulk, Cancel),
            _ => QueueAsync(),
        };
        await run.WaitAsync(QueueHost.Patience, Cancel);

        Assert.Equal(items.Length, server.Requests.Count);
        Assert.Empty(overtaken);
        foreach (IGrouping<int, (int User, int Step)> user in items.GroupBy(static item => item.User))
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"\"id\":\"user {user.Key}\"");
            Assert.Equal(
                user.Select(item => Make(item).ToJson()),
                server.Requests.Select(static request => request.Text).Where(text => text.Contains(id, StringComparison.Ordinal)));
        }

        Assert.InRange(concurrency.Max(), 2, Workers);

        async Task QueueAsync()
        {
            await using QueueHost host = await QueueHost.StartAsync(client.Client, static options => options.MaxConcurrency = Workers);
            foreach ((int User, int Step) item in items)
                await host.Queue.EnqueueAsync(item, Make, Cancel);
            await host.ShutDownAsync();
            Assert.Empty(host.Undelivered);
        }
    }

    [Fact]
    public void A_missing_argument_throws_at_once()
    {
        var client = new Scripted(static _ => Task.CompletedTask);

        Assert.Throws<ArgumentNullException>("request", () => { _ = client.TrackAsync((TrackRequest)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("userEvent", () => { _ = client.TrackAsync((IVeroUserEvent)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("veroEvent", () => { _ = client.TrackAsync(null!, new VeroIdentity("42"), Cancel); });
    }

    private sealed class Scripted(Func<VeroRequest, Task> send) : IVeroClient
    {
        public Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default) => send(request);
    }

    private sealed class Event : IVeroUserEvent
    {
        public TrackRequest ToTrackRequest() => TrackRequest.Parse(Body);

        public TrackRequest ToTrackRequest(VeroIdentity user) => TrackRequest.Parse(Body.Replace("42", user.Id, StringComparison.Ordinal));

        public void WriteTrackRequest(IBufferWriter<byte> writer) => throw new NotSupportedException("The client has no use for it.");

        public void WriteTrackRequest(IBufferWriter<byte> writer, VeroIdentity user) => throw new NotSupportedException("The client has no use for it.");
    }
}
