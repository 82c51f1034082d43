using System.Collections.Concurrent;

namespace Vero.Typed.Client.Tests.Bulk;

/// <summary>Items whose requests are made during the run, and requests of several operations.</summary>
public sealed class ItemTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public enum Way
    {
        IdentifyAll,
        IdentifyStream,
        SendAll,
        SendStream,
    }

    public static TheoryData<Way> Ways => [.. Enum.GetValues<Way>()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    [FaultRow(79)]
    public async Task An_item_that_cannot_be_serialized_is_a_result_and_the_run_continues(Way way)
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        var results = new ConcurrentQueue<DeliveryResult>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 3,
            OnResult = result =>
            {
                results.Enqueue(result);
                return default;
            },
        };
        var thrown = new InvalidDataException("row 3");

        DeliveryCounts counts = await RunAsync(way, client, Enumerable.Range(0, 100), row => row switch
        {
            3 => throw thrown,
            50 => null!,
            70 => Numbered.Request(" "),
            _ => Numbered.Request($"user {row}", row),
        }, options);

        Assert.Equal((97, 3, 100), (counts.Delivered, counts.NotSerialized, counts.Total));
        DeliveryResult<int>[] all = [.. results.Cast<DeliveryResult<int>>().OrderBy(static result => result.Item)];
        Assert.Equal(Enumerable.Range(0, 100), all.Select(static result => result.Item));
        Assert.All(all, static result => Assert.Equal(result.Request is null, result.Status is DeliveryStatus.NotSerialized));
        Assert.All(all, static result => Assert.Equal<object?>(result.Item, ((DeliveryResult)result).Item));
        Assert.Same(thrown, all[3].Exception);
        Assert.Equal("NotSerialized: System.IO.InvalidDataException", all[3].ToString());
        Assert.Equal("NotSerialized: System.Int32.toRequest: the function returned null instead of a request", all[50].ToString());
        Assert.Equal("Id", Assert.IsType<VeroSerializationException>(all[70].Exception).MemberName);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task When_nothing_can_be_serialized_every_item_is_reported(Way way)
    {
        var client = new ScriptedClient(ScriptedClient.Accept);

        DeliveryCounts counts = await RunAsync(way, client, Enumerable.Range(0, 2000), static _ => throw new FormatException());

        Assert.Equal((2000, 2000), (counts.NotSerialized, counts.Total));
        Assert.Empty(client.Begun);
    }

    [Fact]
    public async Task A_run_that_ends_early_reports_what_could_not_be_serialized_before()
    {
        var client = new ScriptedClient(static (_, _) => throw new VeroApiException(System.Net.HttpStatusCode.Unauthorized));
        var results = new ConcurrentQueue<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 1,
            OnResult = result =>
            {
                results.Enqueue($"{result.Item} {result.Status}");
                return default;
            },
        };

        await Assert.ThrowsAsync<VeroApiException>(() => client.IdentifyAllAsync(
            [1, 2, 3], static row => row == 1 ? throw new FormatException() : Numbered.Request("a", row), options, Cancel).WaitAsync(Patience, Cancel));

        Assert.Equal(["1 NotSerialized", "2 Rejected"], results);
    }

    [Fact]
    public async Task Null_functions_and_sequences_throw_at_once()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);

        Assert.Throws<ArgumentNullException>("toRequest", () => { _ = client.SendAllAsync([1], null!, new VeroBulkOptions(), Cancel); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = client.SendAllAsync((IEnumerable<int>)null!, static _ => Numbered.Request("a"), cancellationToken: Cancel); });
        Assert.Throws<ArgumentNullException>("items", () => { _ = client.SendStreamAsync((IAsyncEnumerable<int>)null!, static _ => Numbered.Request("a"), cancellationToken: Cancel); });
        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroBulkExtensions.SendAllAsync(null!, [1], static _ => Numbered.Request("a"), cancellationToken: Cancel); });
        Assert.Equal(0, (await client.SendAllAsync(Array.Empty<VeroRequest>(), cancellationToken: Cancel)).Total);
    }

    [Fact]
    public async Task Operations_of_one_user_keep_their_order_and_an_alias_is_in_the_order_of_both_ids()
    {
        var client = new OrderWatchingClient();
        var random = new Random(4711);
        VeroIdentity User() => new(((char)('a' + random.Next(8))).ToString());
        VeroRequest[] requests = [.. Enumerable.Range(0, 5000).Select(number =>
        {
            VeroIdentity user = User();
            VeroIdentity newUser = User();
            return (VeroRequest)((number % 5) switch
            {
                0 when newUser.Id != user.Id => new AliasRequest(user, newUser),
                1 => new UnsubscribeRequest(user),
                2 => new EditTagsRequest(user, [$"tag {number}"]),
                3 => new DeleteUserRequest(user),
                _ => Numbered.Request(user.Id, number),
            });
        })];

        DeliveryCounts counts = await client.SendAllAsync(requests, new VeroBulkOptions { MaxConcurrency = 8 }, Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal(5000, counts.Delivered);
        Assert.All("abcdefgh", id => Assert.Equal(
            requests.Where(request => OrderWatchingClient.IdsOf(request).Contains($"{id}")),
            client.Started.Where(request => OrderWatchingClient.IdsOf(request).Contains($"{id}"))));
        Assert.True(client.HighestConcurrency > 1, "Nothing is proved if all is sent one by one.");
    }

    [Fact]
    public async Task An_alias_waits_for_both_users_and_both_wait_for_it()
    {
        var a = new TaskCompletionSource();
        var b = new TaskCompletionSource();
        var alias = new TaskCompletionSource();
        var started = new ConcurrentQueue<string>();
        var aliasStarted = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        var client = new DelegatingClient(request =>
        {
            started.Enqueue($"{request.Operation} {request.UserId}");
            switch (request.Operation, request.UserId)
            {
                case (VeroOperation.Identify, "a"):
                    return a.Task;
                case (VeroOperation.Identify, "b"):
                    return b.Task;
                case (VeroOperation.Alias, _):
                    aliasStarted.SetResult();
                    return alias.Task;
                case (VeroOperation.Unsubscribe, "c"):
                    other.SetResult();
                    break;
            }

            return Task.CompletedTask;
        });
        VeroRequest[] requests =
        [
            Numbered.Request("a"), Numbered.Request("b"), new AliasRequest(new("a"), new("b")), new UnsubscribeRequest(new("a")), new DeleteUserRequest(new("b")),
            new UnsubscribeRequest(new("c")),
        ];

        Task<DeliveryCounts> run = client.SendAllAsync(requests, cancellationToken: Cancel);
        await other.Task.WaitAsync(Patience, Cancel);
        a.SetResult();
        Assert.False(aliasStarted.Task.IsCompleted);
        b.SetResult();
        await aliasStarted.Task.WaitAsync(Patience, Cancel);
        Assert.Equal(["Identify a", "Identify b", "Unsubscribe c"], started.Take(3).Order(StringComparer.Ordinal));
        Assert.Equal(["Alias a"], started.Skip(3));
        alias.SetResult();

        Assert.Equal(6, (await run.WaitAsync(Patience, Cancel)).Delivered);
        Assert.Equal(["DeleteUser b", "Unsubscribe a"], started.Skip(4).Order(StringComparer.Ordinal));
    }

    private static Task<DeliveryCounts> RunAsync(Way way, IVeroClient client, IEnumerable<int> rows, Func<int, IdentifyRequest> toRequest, VeroBulkOptions? options = null) => (way switch
    {
        Way.IdentifyAll => client.IdentifyAllAsync(rows, toRequest, options, Cancel),
        Way.IdentifyStream => client.IdentifyStreamAsync(rows.ToAsyncEnumerable(), toRequest, options, Cancel),
        Way.SendAll => client.SendAllAsync(rows, toRequest, options, Cancel),
        _ => client.SendStreamAsync(rows.ToAsyncEnumerable(), toRequest, options, Cancel),
    }).WaitAsync(Patience, Cancel);

    private sealed class DelegatingClient(Func<VeroRequest, Task> send) : IVeroClient
    {
        public Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default) => send(request);
    }

    /// <summary>Takes a varying time for each request, and checks that no id has two requests in flight.</summary>
    private sealed class OrderWatchingClient : IVeroClient
    {
        private readonly ConcurrentDictionary<string, byte> _inFlight = new();
        private int _concurrency;

        public ConcurrentQueue<VeroRequest> Started { get; } = new();

        public int HighestConcurrency { get; private set; }

        public static IReadOnlyList<string> IdsOf(VeroRequest request) => request is AliasRequest alias ? [alias.UserId, alias.NewUserId] : [request.UserId];

        public async Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default)
        {
            foreach (string id in IdsOf(request))
                Assert.True(_inFlight.TryAdd(id, 0), $"Two requests that concern {id} are in flight.");
            Started.Enqueue(request);
            int concurrency = Interlocked.Increment(ref _concurrency);
            HighestConcurrency = Math.Max(HighestConcurrency, concurrency);
            for (int i = Started.Count % 5; i > 0; i--)
                await Task.Yield();
            Interlocked.Decrement(ref _concurrency);
            foreach (string id in IdsOf(request))
                _inFlight.TryRemove(id, out _);
        }
    }
}
