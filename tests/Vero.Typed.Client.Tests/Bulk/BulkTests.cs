using System.Collections.Concurrent;
using System.Net;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests.Bulk;

public sealed class BulkTests
{
    // No test waits longer than this for anything.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<BulkKind> Kinds => [BulkKind.All, BulkKind.Stream];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_request_arrives_and_is_counted(BulkKind kind)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);
        var source = new WatchedSource(Numbered.Requests(100));

        DeliveryCounts counts = await RunAsync(kind, client.Client, source);

        Assert.Equal("100 delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed", counts.ToString());
        Assert.Equal(100, counts.Total);
        Assert.Equal(
            Numbered.Requests(100).Select(request => request.ToJson()).Order(StringComparer.Ordinal),
            server.Requests.Select(request => request.Text).Order(StringComparer.Ordinal));
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_to_send_is_nothing_sent(BulkKind kind)
    {
        var source = new WatchedSource([]);

        DeliveryCounts counts = await RunAsync(kind, new ScriptedClient(ScriptedClient.Accept), source);

        Assert.Equal(0, counts.Total);
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [InlineData(BulkKind.All, 1)]
    [InlineData(BulkKind.All, 7)]
    [InlineData(BulkKind.Stream, 1)]
    [InlineData(BulkKind.Stream, 7)]
    public async Task As_many_requests_are_under_way_as_allowed_and_no_more(BulkKind kind, int concurrency)
    {
        using var full = new SemaphoreSlim(0);
        int begun = 0;
        var client = new ScriptedClient(async (_, cancel) =>
        {
            // Each waits until as many have begun as may be under way.
            int number = Interlocked.Increment(ref begun);
            if (number % concurrency == 0)
                full.Release(concurrency);
            await full.WaitAsync(cancel);
        });

        await RunAsync(kind, client, new WatchedSource(Numbered.Requests(concurrency * 20)), new VeroBulkOptions { MaxConcurrency = concurrency });

        Assert.Equal(concurrency, client.HighestConcurrency);
    }

    [Fact]
    public async Task Without_options_sixteen_are_under_way()
    {
        var all = new TaskCompletionSource();
        int begun = 0;
        var client = new ScriptedClient((_, cancel) =>
        {
            if (Interlocked.Increment(ref begun) == 16)
                all.SetResult();
            return all.Task.WaitAsync(Patience, cancel);
        });

        await RunAsync(BulkKind.All, client, new WatchedSource(Numbered.Requests(100)));

        Assert.InRange(client.HighestConcurrency, 1, 16);
        Assert.Equal(16, new VeroBulkOptions().MaxConcurrency);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_sequence_is_not_read_before_somebody_can_send_what_it_yields(BulkKind kind)
    {
        var begun = new SemaphoreSlim(0);
        var goOn = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) =>
        {
            begun.Release();
            return goOn.Task;
        });
        var source = new WatchedSource(Numbered.Requests(100));

        Task<DeliveryCounts> run = RunAsync(kind, client, source, new VeroBulkOptions { MaxConcurrency = 3 });
        for (int i = 0; i < 3; i++)
            Assert.True(await begun.WaitAsync(Patience, TestContext.Current.CancellationToken));

        Assert.Equal(3, source.Read);
        goOn.SetResult();
        await run;
        Assert.Equal(100, source.Read);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Requests_of_one_customer_do_not_overtake_each_other(BulkKind kind)
    {
        var random = new Random(4711);
        IdentifyRequest[] requests = [.. Enumerable.Range(0, 5000).Select(number => Numbered.Request(((char)('a' + random.Next(20))).ToString(), number))];
        var client = new ScriptedClient(async (request, _) =>
        {
            for (int i = Numbered.NumberOf(request) % 4; i > 0; i--)
                await Task.Yield();
        });

        DeliveryCounts counts = await RunAsync(kind, client, new WatchedSource(requests));

        Assert.Equal(5000, counts.Delivered);
        Assert.Equal(
            requests.Select(Numbered.NameOf).OrderBy(name => name[0]).ToArray(),
            client.Begun.OrderBy(name => name[0]).ToArray());
        Assert.True(client.HighestConcurrency > 1, "The order is worth nothing if all goes one by one.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task While_one_customer_waits_the_others_go_on(BulkKind kind)
    {
        var slow = new TaskCompletionSource();
        var last = new TaskCompletionSource();
        var client = new ScriptedClient((request, _) =>
        {
            string name = Numbered.NameOf(request);
            if (name == "d1")
                last.SetResult();
            return name == "a1" ? slow.Task : Task.CompletedTask;
        });
        var source = new WatchedSource(Numbered.Requests("a1", "a2", "a3", "b1", "a4", "b2", "c1", "d1"));

        Task<DeliveryCounts> run = RunAsync(kind, client, source, new VeroBulkOptions { MaxConcurrency = 2 });
        await last.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(["a1", "b1", "b2", "c1", "d1"], client.Begun);
        slow.SetResult();
        await run;
        Assert.Equal(["a1", "b1", "b2", "c1", "d1", "a2", "a3", "a4"], client.Begun);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_customer_with_endless_requests_is_not_read_ahead_without_limit(BulkKind kind)
    {
        const int Count = 20_000;
        int done = 0;
        int furthestAhead = 0;
        WatchedSource? source = null;
        var full = new TaskCompletionSource();
        IEnumerable<IdentifyRequest> Requests()
        {
            for (int number = 0; number < Count; number++)
            {
                int ahead = number + 1 - Volatile.Read(ref done);
                furthestAhead = Math.Max(furthestAhead, ahead);
                if (ahead > 1000)
                    full.TrySetResult();
                yield return Numbered.Request("a", number);
            }
        }

        var client = new ScriptedClient(async (_, _) =>
        {
            await full.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            await Task.Yield();
            Interlocked.Increment(ref done);
        });
        source = new WatchedSource(Requests());

        DeliveryCounts counts = await RunAsync(kind, client, source);

        Assert.Equal(Count, counts.Delivered);
        Assert.Equal(1001, furthestAhead);
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"a{number}"), client.Begun);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_outcome_is_told_once_with_its_reason_and_never_two_at_the_same_time(BulkKind kind)
    {
        var client = new ScriptedClient(async (request, _) =>
        {
            await Task.Yield();
            switch (Numbered.NumberOf(request) % 4)
            {
                case 1:
                    throw new VeroApiException(HttpStatusCode.BadRequest, "no good");
                case 2:
                    throw new VeroApiException(HttpStatusCode.ServiceUnavailable);
                case 3:
                    throw new VeroTimeoutException("too late");
            }
        });
        int telling = 0;
        var outcomes = new List<DeliveryResult>();
        var options = new VeroBulkOptions
        {
            OnResult = async outcome =>
            {
                Assert.Equal(1, Interlocked.Increment(ref telling));
                await Task.Yield();
                outcomes.Add(outcome);
                Interlocked.Decrement(ref telling);
            },
        };

        DeliveryCounts counts = await RunAsync(kind, client, new WatchedSource(Enumerable.Range(0, 400).Select(number => Numbered.Request($"id {number}", number))), options);

        Assert.Equal("100 delivered, 100 rejected, 200 failed, 0 not sent, 0 not serialized, 0 suppressed", counts.ToString());
        Assert.Equal(Enumerable.Range(0, 400), outcomes.Select(outcome => Numbered.NumberOf(outcome.Request!)).Order());
        Assert.All(outcomes, outcome =>
        {
            (DeliveryStatus expected, string text) = (Numbered.NumberOf(outcome.Request!) % 4) switch
            {
                0 => (DeliveryStatus.Delivered, "Delivered"),
                1 => (DeliveryStatus.Rejected, "Rejected: Vero responded with status 400: \"no good\". Vero rejected the data"),
                2 => (DeliveryStatus.Failed, "Failed: Vero responded with status 503."),
                _ => (DeliveryStatus.Failed, "Failed: too late"),
            };
            Assert.Equal(expected, outcome.Status);
            Assert.Equal(expected is DeliveryStatus.Delivered, outcome.Exception is null);
            Assert.StartsWith(text, outcome.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_outcome_is_told_when_it_happens(BulkKind kind)
    {
        var told = new TaskCompletionSource();
        var client = new ScriptedClient((request, cancel) => request.UserId == "b" ? told.Task.WaitAsync(Patience, cancel) : Task.CompletedTask);
        var options = new VeroBulkOptions
        {
            OnResult = outcome =>
            {
                if (outcome.Request!.UserId == "a")
                    told.SetResult();
                return default;
            },
        };

        DeliveryCounts counts = await RunAsync(kind, client, new WatchedSource(Numbered.Requests("a1", "b1")), options);

        Assert.Equal(2, counts.Delivered);
    }

    [Theory]
    [InlineData(BulkKind.All, HttpStatusCode.Unauthorized)]
    [InlineData(BulkKind.All, HttpStatusCode.Forbidden)]
    [InlineData(BulkKind.Stream, HttpStatusCode.Unauthorized)]
    [InlineData(BulkKind.Stream, HttpStatusCode.Forbidden)]
    public async Task A_refused_token_ends_the_run(BulkKind kind, HttpStatusCode status)
    {
        var underWay = new TaskCompletionSource();
        var refused = new TaskCompletionSource();
        var client = new ScriptedClient(async (request, _) =>
        {
            if (request.UserId == "a")
            {
                underWay.SetResult();
                await refused.Task;
                await Task.Yield();
                return;
            }

            await underWay.Task;
            throw new VeroApiException(status);
        });
        var outcomes = new List<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 2,
            OnResult = outcome =>
            {
                outcomes.Add($"{Numbered.NameOf(outcome.Request!)} {outcome.Status}");
                refused.TrySetResult();
                return default;
            },
        };
        var source = new WatchedSource(Numbered.Requests("a1", "a2", "a3", "b1", "b2", "c1"));

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => RunAsync(kind, client, source, options));

        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(["b1 Rejected", "a1 Delivered", "a2 NotSent", "a3 NotSent"], outcomes);
        Assert.Equal(["a1", "b1"], client.Begun.Order(StringComparer.Ordinal));
        Assert.Equal(4, source.Read);
        source.AssertReadOnceAndDisposed();
    }

    [Fact]
    public async Task A_stream_that_waits_for_its_next_element_ends_when_the_run_does()
    {
        var first = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.Unauthorized));
        async IAsyncEnumerable<IdentifyRequest> Requests([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            yield return Numbered.Request("a");
            await new TaskCompletionSource().Task.WaitAsync(cancel);
        }

        await Assert.ThrowsAsync<VeroApiException>(() =>
            client.IdentifyStreamAsync(Requests(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_ends_the_run_after_the_outcomes_so_far(BulkKind kind)
    {
        using var cancelling = new CancellationTokenSource();
        var client = new ScriptedClient((request, cancel) => request.UserId switch
        {
            "a" => Task.CompletedTask,
            "b" => new TaskCompletionSource().Task.WaitAsync(cancel),
            _ => cancelling.CancelAsync(),
        });
        var outcomes = new ConcurrentQueue<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 2,
            OnResult = outcome =>
            {
                outcomes.Enqueue($"{Numbered.NameOf(outcome.Request!)} {outcome.Status} {outcome.Exception?.GetType().Name}");
                return default;
            },
        };
        var source = new WatchedSource(Numbered.Requests("a1", "b1", "b2", "c1", "c2", "d1"));

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(kind, client, source, options, cancelling.Token));

        Assert.Equal(cancelling.Token, exception.CancellationToken);
        Assert.Equal(
            ["a1 Delivered ", "b1 Failed TaskCanceledException", "b2 NotSent ", "c1 Delivered "],
            outcomes.Order(StringComparer.Ordinal));
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelled_before_it_begins_nothing_is_read_or_sent(BulkKind kind)
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        var source = new WatchedSource(Numbered.Requests(3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(kind, client, source, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(client.Begun);
        Assert.Equal(0, source.Read);
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelled_when_all_is_sent_there_is_nothing_to_cancel(BulkKind kind)
    {
        using var cancelling = new CancellationTokenSource();
        var options = new VeroBulkOptions { MaxConcurrency = 1, OnResult = outcome => new ValueTask(outcome.Request!.UserId == "3" ? cancelling.CancelAsync() : Task.CompletedTask) };

        // One more look at the sequence would tell that it is at its end, but the run may not take one.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(kind, new ScriptedClient(ScriptedClient.Accept), new WatchedSource(Numbered.Requests(3)), options, cancelling.Token));

        using var late = new CancellationTokenSource();
        var lateOptions = new VeroBulkOptions { MaxConcurrency = 1 };
        IEnumerable<IdentifyRequest> EndingWithCancellation()
        {
            yield return Numbered.Request("a");
            late.Cancel();
        }

        DeliveryCounts counts = await RunAsync(kind, new ScriptedClient(ScriptedClient.Accept), new WatchedSource(EndingWithCancellation()), lateOptions, late.Token);

        Assert.Equal(1, counts.Delivered);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task When_the_sequence_throws_what_it_yielded_is_sent_and_the_call_ends_with_its_exception(BulkKind kind)
    {
        var thrown = new TaskCompletionSource();
        IEnumerable<IdentifyRequest> Requests()
        {
            foreach (IdentifyRequest request in Numbered.Requests("a1", "a2", "b1"))
                yield return request;
            thrown.SetResult();
            throw new InvalidDataException("row 4");
        }

        var client = new ScriptedClient((_, cancel) => thrown.Task.WaitAsync(Patience, cancel));
        var outcomes = new ConcurrentQueue<string>();
        var options = new VeroBulkOptions
        {
            OnResult = outcome =>
            {
                outcomes.Enqueue($"{Numbered.NameOf(outcome.Request!)} {outcome.Status}");
                return default;
            },
        };
        var source = new WatchedSource(Requests());

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(kind, client, source, options));

        Assert.Equal("row 4", exception.Message);
        Assert.Contains(nameof(Requests), exception.StackTrace, StringComparison.Ordinal);
        Assert.Equal(["a1 Delivered", "a2 Delivered", "b1 Delivered"], outcomes.Order(StringComparer.Ordinal));
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Null_in_the_sequence_is_a_result_and_does_not_stop_the_run(BulkKind kind)
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        var source = new WatchedSource([Numbered.Request("a"), null, Numbered.Request("b")]);

        DeliveryCounts counts = await RunAsync(kind, client, source);

        Assert.Equal((2, 1, 3), (counts.Delivered, counts.NotSerialized, counts.Total));
        Assert.Equal(["a0", "b0"], client.Begun);
        source.AssertReadOnceAndDisposed();
    }

    [Fact]
    public async Task A_sequence_that_cannot_be_enumerated_or_disposed_ends_the_call_with_its_exception()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        Assert.Equal("still open", (await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(BulkKind.All, client, new WatchedSource(new Undisposable())))).Message);
        await Assert.ThrowsAsync<NotSupportedException>(() => client.IdentifyAllAsync(new Unreadable(), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_callback_that_throws_ends_the_run_and_is_told_the_rest(BulkKind kind)
    {
        var told = new TaskCompletionSource();
        var client = new ScriptedClient((request, cancel) => request.UserId == "a" ? told.Task.WaitAsync(Patience, cancel) : Task.CompletedTask);
        var outcomes = new List<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 2,
            OnResult = outcome =>
            {
                outcomes.Add($"{Numbered.NameOf(outcome.Request!)} {outcome.Status}");
                told.TrySetResult();
                throw new InvalidOperationException($"no {outcomes.Count}");
            },
        };
        var source = new WatchedSource(Numbered.Requests("a1", "a2", "b1", "c1"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(kind, client, source, options));

        Assert.Equal("no 1", exception.Message);
        Assert.Equal(["b1 Delivered", "a1 Delivered", "a2 NotSent"], outcomes);
        source.AssertReadOnceAndDisposed();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_client_that_cannot_be_used_ends_the_run(BulkKind kind)
    {
        await using var server = new LoopbackServer();
        var client = new VeroClient(Clients.NewOptions(server.BaseAddress));
        client.Dispose();
        var outcomes = new List<DeliveryResult>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 1,
            OnResult = outcome =>
            {
                outcomes.Add(outcome);
                return default;
            },
        };

        await Assert.ThrowsAsync<ObjectDisposedException>(() => RunAsync(kind, client, new WatchedSource(Numbered.Requests(5)), options));

        DeliveryResult outcome = Assert.Single(outcomes);
        Assert.Equal(DeliveryStatus.Failed, outcome.Status);
        Assert.IsType<ObjectDisposedException>(outcome.Exception);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_rejected_request_does_not_stop_the_rest(BulkKind kind)
    {
        await using var server = new LoopbackServer();
        int count = 0;
        server.Respond = (stream, cancel) => Interlocked.Increment(ref count) % 2 == 0
            ? Answer(400, """{"status":400,"message":"no"}""")(stream, cancel)
            : Answer(200, Accepted)(stream, cancel);
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        DeliveryCounts counts = await RunAsync(kind, client.Client, new WatchedSource(Numbered.Requests(50)));

        Assert.Equal("25 delivered, 25 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed", counts.ToString());
    }

    [Fact]
    public async Task Progress_is_told_at_first_at_intervals_and_at_the_end()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var told = new List<string>();
        var options = new VeroBulkOptions
        {
            MaxConcurrency = 1,
            TimeProvider = time,
            Progress = new Told(counts => told.Add(counts.ToString())),
        };
        var client = new ScriptedClient((_, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            return Task.CompletedTask;
        });

        await RunAsync(BulkKind.All, client, new WatchedSource(Numbered.Requests(6)), options);

        Assert.Equal(
            [.. new[] { 1, 4, 6 }.Select(delivered => $"{delivered} delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed")],
            told);
    }

    [Fact]
    public async Task Progress_is_told_at_the_end_of_a_run_that_fails()
    {
        var told = new List<string>();
        var options = new VeroBulkOptions { Progress = new Told(counts => told.Add(counts.ToString())) };
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.Unauthorized));

        await Assert.ThrowsAsync<VeroApiException>(() => RunAsync(BulkKind.All, client, new WatchedSource(Numbered.Requests(1)), options));

        Assert.Equal("0 delivered, 1 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed", told[^1]);
    }

    [Fact]
    public async Task Progress_is_told_at_the_end_of_a_run_whose_sequence_cannot_be_enumerated_or_disposed()
    {
        var told = new List<string>();
        var options = new VeroBulkOptions { Progress = new Told(counts => told.Add(counts.ToString())) };
        var client = new ScriptedClient(ScriptedClient.Accept);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.IdentifyAllAsync(new Unreadable(), options, TestContext.Current.CancellationToken));
        Assert.Equal(["0 delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed"], told);

        await Assert.ThrowsAsync<InvalidDataException>(() => client.IdentifyAllAsync(new Undisposable(), options, TestContext.Current.CancellationToken));
        Assert.Equal(["1 delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed", "1 delivered, 0 rejected, 0 failed, 0 not sent, 0 not serialized, 0 suppressed"], told[1..]);
    }

    [Fact]
    public void An_outcome_is_safe_to_log_whatever_the_client_has_thrown()
    {
        IdentifyRequest request = Numbered.Request("a");

        Assert.Equal("Failed: System.InvalidOperationException", new DeliveryResult<VeroRequest>(request, request, DeliveryStatus.Failed, new InvalidOperationException("cannot send to a0")).ToString());
        Assert.Equal("Delivered", new DeliveryResult<VeroRequest>(request, request, DeliveryStatus.Delivered).ToString());
    }

    [Fact]
    public async Task Progress_that_throws_ends_the_run()
    {
        var options = new VeroBulkOptions { MaxConcurrency = 1, Progress = new Told(_ => throw new InvalidOperationException("no screen")) };
        var client = new ScriptedClient(ScriptedClient.Accept);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(BulkKind.All, client, new WatchedSource(Numbered.Requests(5)), options));

        Assert.Equal("no screen", exception.Message);
        Assert.Single(client.Begun);
    }

    [Fact]
    public async Task The_caller_is_free_while_a_sequence_and_a_client_that_never_wait_are_at_work()
    {
        var callerIsFree = new TaskCompletionSource();
        IEnumerable<IdentifyRequest> Requests()
        {
            callerIsFree.Task.Wait(Patience, TestContext.Current.CancellationToken);
            yield return Numbered.Request("a");
        }

        Task<DeliveryCounts> run = new ScriptedClient(ScriptedClient.Accept).IdentifyAllAsync(Requests(), cancellationToken: TestContext.Current.CancellationToken);
        callerIsFree.SetResult();

        Assert.Equal(1, (await run).Delivered);
    }

    [Fact]
    public void Nothing_in_place_of_an_argument_is_said_at_once()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);

        CancellationToken cancel = TestContext.Current.CancellationToken;

        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroBulkExtensions.IdentifyAllAsync(null!, Array.Empty<IdentifyRequest>(), cancellationToken: cancel); });
        Assert.Throws<ArgumentNullException>("requests", () => { _ = client.IdentifyAllAsync((IEnumerable<IdentifyRequest>)null!, cancellationToken: cancel); });
        Assert.Throws<ArgumentNullException>("client", () => { _ = VeroBulkExtensions.IdentifyStreamAsync(null!, new WatchedSource([]), cancellationToken: cancel); });
        Assert.Throws<ArgumentNullException>("requests", () => { _ = client.IdentifyStreamAsync((IAsyncEnumerable<IdentifyRequest>)null!, cancellationToken: cancel); });
        Assert.Throws<ArgumentNullException>("request", () => new DeliveryResult<VeroRequest?>(null, null, DeliveryStatus.Delivered));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    public void A_concurrency_that_cannot_be_is_refused(int concurrency) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new VeroBulkOptions { MaxConcurrency = concurrency });

    internal static Task<DeliveryCounts> RunAsync(
        BulkKind kind, IVeroClient client, WatchedSource source, VeroBulkOptions? options = null, CancellationToken? cancellationToken = null)
    {
        CancellationToken cancel = cancellationToken ?? TestContext.Current.CancellationToken;
        Task<DeliveryCounts> run = kind is BulkKind.All
            ? client.IdentifyAllAsync(source, options, cancel)
            : client.IdentifyStreamAsync(source, options, cancel);
        return run.WaitAsync(Patience, CancellationToken.None);
    }

    private sealed class Unreadable : IEnumerable<IdentifyRequest>
    {
        public IEnumerator<IdentifyRequest> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Undisposable : IEnumerable<IdentifyRequest>
    {
        public IEnumerator<IdentifyRequest> GetEnumerator()
        {
            try
            {
                yield return Numbered.Request("a");
            }
            finally
            {
                throw new InvalidDataException("still open");
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Told(Action<DeliveryCounts> tell) : IProgress<DeliveryCounts>
    {
        public void Report(DeliveryCounts value) => tell(value);
    }
}
