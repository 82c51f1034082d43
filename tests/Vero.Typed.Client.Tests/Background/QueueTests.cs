using System.Buffers;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

public sealed class QueueTests
{
    private static readonly TimeSpan Patience = QueueHost.Patience;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_taken_is_delivered_before_the_host_has_stopped()
    {
        await using var server = new LoopbackServer();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddVero(options =>
        {
            options.AuthToken = Clients.Token;
            options.BaseAddress = server.BaseAddress;
        });
        builder.Services.AddVeroBackgroundDelivery();
        using IHost host = builder.Build();
        await host.StartAsync(Cancel);
        var queue = host.Services.GetRequiredService<IVeroQueue>();

        foreach (IdentifyRequest request in Numbered.Requests(100))
            await queue.EnqueueAsync(request, Cancel);
        await host.StopAsync(Cancel);

        Assert.Equal(0, queue.Count);
        Assert.Equal(
            Numbered.Requests(100).Select(request => request.ToJson()).Order(StringComparer.Ordinal),
            server.Requests.Select(request => request.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_queue_lets_the_caller_wait_and_drops_nothing()
    {
        var goOn = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var client = new ScriptedClient((_, cancel) =>
        {
            begun.TrySetResult();
            return goOn.Task.WaitAsync(cancel);
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => (options.Capacity, options.MaxConcurrency) = (2, 1));
        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        Assert.True(host.Queue.TryEnqueue(Numbered.Request("c")));
        Assert.Equal(3, host.Queue.Count);

        Assert.False(host.Queue.TryEnqueue(Numbered.Request("d")));
        ValueTask waiting = host.Queue.EnqueueAsync(Numbered.Request("e"), Cancel);
        Assert.False(waiting.IsCompleted);
        using var impatient = new CancellationTokenSource();
        ValueTask givenUp = host.Queue.EnqueueAsync(Numbered.Request("f"), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await givenUp);
        goOn.SetResult();
        await waiting;
        await host.ShutDownAsync();

        Assert.Equal(["a0", "b0", "c0", "e0"], client.Begun);
        Assert.Empty(host.Undelivered);
    }

    [Fact]
    public async Task Cancelled_before_it_is_taken_a_request_is_not_taken()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        await using QueueHost host = await QueueHost.StartAsync(client);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Queue.EnqueueAsync(Numbered.Request("a"), new CancellationToken(canceled: true)));
        await host.ShutDownAsync();

        Assert.Empty(client.Begun);
    }

    [Fact]
    public async Task Requests_of_one_customer_keep_their_order_and_the_others_go_on()
    {
        var slow = new TaskCompletionSource();
        var last = new TaskCompletionSource();
        var client = new ScriptedClient((request, _) =>
        {
            string name = Numbered.NameOf(request);
            if (name == "c1")
                last.SetResult();
            return name == "a1" ? slow.Task : Task.CompletedTask;
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 2);

        foreach (IdentifyRequest request in Numbered.Requests("a1", "a2", "b1", "a3", "c1"))
            await host.Queue.EnqueueAsync(request, Cancel);
        await last.Task.WaitAsync(Patience, Cancel);
        Assert.Equal(["a1", "b1", "c1"], client.Begun);
        slow.SetResult();
        await host.ShutDownAsync();

        Assert.Equal(["a1", "b1", "c1", "a2", "a3"], client.Begun);
    }

    [Fact]
    public async Task A_request_that_fails_is_told_and_logged_and_the_rest_goes_on()
    {
        var client = new ScriptedClient(async (request, _) =>
        {
            await Task.Yield();
            throw request.UserId switch
            {
                "a" => new VeroApiException(HttpStatusCode.Unauthorized),
                "b" => new VeroTimeoutException("too late"),
                "c" => new InvalidOperationException(Clients.Email),
                _ => new OperationCanceledException(),
            };
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 1);

        foreach (IdentifyRequest request in Numbered.Requests("a1", "b1", "c1", "d1"))
            await host.Queue.EnqueueAsync(request, Cancel);
        await host.ShutDownAsync();

        string request1 = Numbered.Request("a", 1).ToString();
        Assert.Equal(["a1", "b1", "c1", "d1"], client.Begun);
        Assert.Equal(["a1", "b1", "c1", "d1"], host.Undelivered.Select(undelivered => Numbered.NameOf(undelivered.Request!)));
        Assert.Equal(
            [
                "Rejected: " + new VeroApiException(HttpStatusCode.Unauthorized).Message,
                "Failed: too late",
                "Failed: System.InvalidOperationException",
                "Failed: System.OperationCanceledException",
            ],
            host.Undelivered.Select(undelivered => undelivered.ToString()));
        Assert.Equal(
            [
                $"Warning Undelivered: A queued request could not be delivered to Vero: {request1}, Rejected. {new VeroApiException(HttpStatusCode.Unauthorized).Message}",
                $"Warning Undelivered: A queued request could not be delivered to Vero: {request1}, Failed. too late",
                $"Warning Undelivered: A queued request could not be delivered to Vero: {request1}, Failed. System.InvalidOperationException",
                $"Warning Undelivered: A queued request could not be delivered to Vero: {request1}, Failed. System.OperationCanceledException",
            ],
            host.Log.Lines);
    }

    [Fact]
    [FaultRow(78)]
    public async Task A_customer_that_cannot_be_serialized_is_told_and_does_not_trouble_the_caller()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 1);
        var nameless = new User(static () => Numbered.Request(" "));
        var thrown = new FormatException(Clients.Email);
        var broken = new User(() => throw thrown);

        await host.Queue.EnqueueAsync((IVeroUser)nameless, Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)broken, Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => Numbered.Request("a")), Cancel);
        await host.ShutDownAsync();

        Assert.Equal(["a0"], client.Begun);
        Assert.Equal<object?>([nameless, broken], host.Undelivered.Select(undelivered => undelivered.Item));
        Assert.All(host.Undelivered, undelivered => Assert.Equal(DeliveryStatus.NotSerialized, undelivered.Status));
        Assert.All(host.Undelivered, undelivered => Assert.Null(undelivered.Request));
        Assert.Equal("Id", Assert.IsType<VeroSerializationException>(host.Undelivered[0].Exception).MemberName);
        Assert.Same(thrown, host.Undelivered[1].Exception);
        Assert.Equal(2, host.Log.Lines.Count(line => line.StartsWith($"Warning NotSerialized: A queued {typeof(User)} could not be serialized for Vero. ", StringComparison.Ordinal)));
        Secrets.AssertNoneIn(string.Join('\n', [.. host.Log.Lines, .. host.Undelivered.Select(undelivered => undelivered.ToString())]));
    }

    [Fact]
    public async Task A_customer_whose_own_code_makes_no_request_is_told_as_not_serialized()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 1);
        var without = new User(static () => null!);

        await host.Queue.EnqueueAsync((IVeroUser)without, Cancel);
        await host.Queue.EnqueueAsync((IVeroUserEvent)without, Cancel);
        await host.Queue.EnqueueAsync(without, static _ => (VeroRequest)null!, Cancel);
        await host.Queue.EnqueueAsync((User?)null, static _ => (VeroRequest)null!, Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => Numbered.Request("a")), Cancel);
        await host.ShutDownAsync();

        Assert.Equal(["a0"], client.Begun);
        Assert.Equal<object?>([without, without, without, null], host.Undelivered.Select(static undelivered => undelivered.Item));
        Assert.All(host.Undelivered, static undelivered => Assert.Equal(DeliveryStatus.NotSerialized, undelivered.Status));
        Assert.All(host.Undelivered, static undelivered => Assert.Equal(typeof(User).FullName, Assert.IsType<VeroSerializationException>(undelivered.Exception).TypeName));
        Assert.Equal(4, host.Log.Lines.Count(static line => line.StartsWith($"Warning NotSerialized: A queued {typeof(User)} could not be serialized for Vero. ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_customer_is_sent_as_it_was_when_it_was_taken()
    {
        var goOn = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) => goOn.Task);
        await using QueueHost host = await QueueHost.StartAsync(client);
        int number = 1;

        await host.Queue.EnqueueAsync((IVeroUser)new User(() => Numbered.Request("a", number)), Cancel);
        number = 2;
        goOn.SetResult();
        await host.ShutDownAsync();

        Assert.Equal(["a1"], client.Begun);
    }

    [Fact]
    public async Task A_callback_that_throws_is_logged_without_what_it_says_and_the_rest_goes_on()
    {
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.BadRequest));
        int told = 0;
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.OnUndelivered = _ =>
        {
            told++;
            throw new IOException($"cannot write {Clients.Email}", new FormatException(Clients.Email));
        });

        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => throw new FormatException()), Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        await host.ShutDownAsync();

        Assert.Equal(3, told);
        Assert.Equal(0, host.Queue.Count);
        string[] failures = [.. host.Log.Lines.Where(static line => line.StartsWith("Error CallbackFailed: ", StringComparison.Ordinal))];
        Assert.Equal(3, failures.Length);
        Assert.All(failures, static failure => Assert.StartsWith("Error CallbackFailed: VeroQueueOptions.OnUndelivered threw System.IO.IOException", failure, StringComparison.Ordinal));
        Assert.All(failures, static failure => Assert.Contains(nameof(A_callback_that_throws_is_logged_without_what_it_says_and_the_rest_goes_on), failure, StringComparison.Ordinal));
        Secrets.AssertNoneIn(string.Join('\n', host.Log.Lines));
    }

    [Fact]
    public async Task A_listener_of_metrics_that_throws_takes_nothing_from_log_and_callback_and_is_told_at_shutdown()
    {
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.BadRequest));
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.MaxConcurrency = 1);
        object meters = host.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == "vero.delivery.queue.undelivered")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new IOException("the collector is gone"));
        listener.Start();

        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => throw new FormatException()), Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        var exception = await Assert.ThrowsAsync<IOException>(host.ShutDownAsync);

        Assert.Equal("the collector is gone", exception.Message);
        Assert.Equal(2, host.Log.Lines.Count(static line => line.StartsWith("Warning Undelivered: ", StringComparison.Ordinal)));
        Assert.Single(host.Log.Lines, static line => line.StartsWith("Warning NotSerialized: ", StringComparison.Ordinal));
        Assert.Equal(3, host.Undelivered.Count);
    }

    [Fact]
    public async Task A_logger_that_throws_takes_nothing_from_the_callback_does_not_end_the_delivery_and_is_told_at_shutdown()
    {
        int calls = 0;
        var client = new ScriptedClient((_, _) => Interlocked.Increment(ref calls) <= 2 ? throw new VeroApiException(HttpStatusCode.BadRequest) : Task.CompletedTask);
        await using QueueHost host = await QueueHost.StartAsync(
            client, options => options.MaxConcurrency = 1, static services => services.AddSingleton<ILoggerProvider>(new BrokenLog()));

        foreach (IdentifyRequest request in Numbered.Requests("a1", "b1", "c1"))
            await host.Queue.EnqueueAsync(request, Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => throw new FormatException()), Cancel);
        var exception = await Assert.ThrowsAsync<AggregateException>(host.ShutDownAsync);

        Assert.Contains("the disk is full", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(["a1", "b1", "c1"], client.Begun);
        Assert.Equal([DeliveryStatus.Rejected, DeliveryStatus.Rejected, DeliveryStatus.NotSerialized], host.Undelivered.Select(static undelivered => undelivered.Status));
        Assert.Equal(0, host.Queue.Count);
    }

    [Fact]
    public async Task What_throws_when_requests_are_given_up_is_told_at_shutdown_and_not_to_the_clock()
    {
        var time = new HastyTime(TimeSpan.FromSeconds(10));
        var begun = new TaskCompletionSource();
        var client = new ScriptedClient((_, cancel) =>
        {
            cancel.Register(static () => throw new InvalidDataException("cannot stop"));
            begun.SetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        });
        await using QueueHost host = await QueueHost.StartAsync(
            client, options => options.DrainTimeout = TimeSpan.FromSeconds(7), services => services.AddSingleton<TimeProvider>(time));
        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);

        // A timer that throws would end the process.
        Assert.Contains("cannot stop", (await Assert.ThrowsAnyAsync<Exception>(host.ShutDownAsync)).ToString(), StringComparison.Ordinal);
        Assert.Equal(DeliveryStatus.Failed, Assert.Single(host.Undelivered).Status);
    }

    [Fact]
    public async Task Whatever_was_taken_while_the_queue_is_shut_down_is_delivered_or_told()
    {
        for (int round = 0; round < 40; round++)
        {
            var told = new List<string>();
            var delivered = new System.Collections.Concurrent.ConcurrentQueue<string>();
            var taken = new System.Collections.Concurrent.ConcurrentQueue<string>();
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton<IVeroClient>(new ScriptedClient(async (request, cancel) =>
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                delivered.Enqueue(Numbered.NameOf(request));
            }));
            services.AddVeroBackgroundDelivery(options =>
            {
                (options.Capacity, options.MaxConcurrency) = (1 + (round % 3), 1 + (round % 4));
                options.DrainTimeout = round % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(20);
                options.OnUndelivered = undelivered =>
                {
                    told.Add(Numbered.NameOf(undelivered.Request!));
                    return default;
                };
            });
            ServiceProvider provider = services.BuildServiceProvider();
            var queue = provider.GetRequiredService<IVeroQueue>();
            var started = new CountdownEvent(4);
            Task[] producers = [.. Enumerable.Range(0, 4).Select(producer => Task.Run(async () =>
            {
                for (int i = 0; ; i++)
                {
                    IdentifyRequest request = Numbered.Request($"user {producer}-{i % 5}-", i);
                    try
                    {
                        if (i % 2 == 0)
                            await queue.EnqueueAsync(request, Cancel);
                        else if (!queue.TryEnqueue(request))
                            continue;
                        taken.Enqueue(Numbered.NameOf(request));
                    }
                    catch (InvalidOperationException)
                    {
                        return;
                    }
                    finally
                    {
                        if (i == 3)
                            started.Signal();
                    }
                }
            }))];
            started.Wait(Patience, Cancel);

            await provider.DisposeAsync().AsTask().WaitAsync(Patience, Cancel);
            await Task.WhenAll(producers).WaitAsync(Patience, Cancel);

            Assert.Equal(taken.Order(StringComparer.Ordinal), delivered.Concat(told).Order(StringComparer.Ordinal));
            Assert.Equal(0, queue.Count);
        }
    }

    [Fact]
    public async Task A_deadline_that_comes_late_finds_nothing_to_give_up()
    {
        var time = new LateTime();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IVeroClient>(new ScriptedClient(async (_, _) => await Task.Delay(50, CancellationToken.None)));
        services.AddVeroBackgroundDelivery();
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IVeroQueue>().EnqueueAsync(Numbered.Request("a"), Cancel);

        await provider.DisposeAsync();

        // Whoever disposes a timer does not wait for it: it may be about to run.
        Assert.NotEmpty(time.Due);
        Assert.All(time.Due, static due => due());
    }

    [Fact]
    public async Task Without_a_callback_failures_are_logged()
    {
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.BadRequest));
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.OnUndelivered = null);

        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await host.ShutDownAsync();

        Assert.StartsWith("Warning Undelivered: ", Assert.Single(host.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_shutdown_a_request_is_refused_with_advice()
    {
        await using QueueHost host = await QueueHost.StartAsync(new ScriptedClient(ScriptedClient.Accept));
        await host.ShutDownAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel));
        Assert.StartsWith("The queue is shut down", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.Queue.EnqueueAsync((IVeroUser)new User(static () => Numbered.Request("a")), Cancel));
        Assert.Throws<InvalidOperationException>(() => host.Queue.TryEnqueue(Numbered.Request("a")));
    }

    [Fact]
    public async Task Who_waits_for_room_at_shutdown_is_told_that_the_request_was_not_taken()
    {
        var goOn = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) =>
        {
            begun.TrySetResult();
            return goOn.Task;
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => (options.Capacity, options.MaxConcurrency) = (1, 1));
        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        ValueTask waiting = host.Queue.EnqueueAsync(Numbered.Request("c"), Cancel);

        Task stopping = host.ShutDownAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await waiting);
        goOn.SetResult();
        await stopping;

        Assert.Equal(["a0", "b0"], client.Begun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_can_use_the_queue_until_it_has_stopped_whatever_the_order(bool isFirst)
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IVeroClient>(client);
        if (isFirst)
            builder.Services.AddHostedService<LateService>();
        builder.Services.AddVeroBackgroundDelivery();
        if (!isFirst)
            builder.Services.AddHostedService<LateService>();
        using IHost host = builder.Build();

        await host.StartAsync(Cancel);
        await host.StopAsync(Cancel);

        Assert.Equal(["a0"], client.Begun);
    }

    [Fact]
    public async Task What_cannot_be_sent_in_time_is_told_and_counted()
    {
        var time = new HastyTime(TimeSpan.FromSeconds(10));
        var begun = new SemaphoreSlim(0);
        var client = new ScriptedClient((_, cancel) =>
        {
            begun.Release();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        });
        await using QueueHost host = await QueueHost.StartAsync(
            client,
            options => (options.MaxConcurrency, options.DrainTimeout) = (2, TimeSpan.FromSeconds(7)),
            services => services.AddSingleton<TimeProvider>(time));
        foreach (IdentifyRequest request in Numbered.Requests("a1", "a2", "b1", "b2", "c1", "d1"))
            await host.Queue.EnqueueAsync(request, Cancel);
        await host.Queue.EnqueueAsync((IVeroUser)new User(static () => throw new FormatException()), Cancel);
        for (int i = 0; i < 2; i++)
            Assert.True(await begun.WaitAsync(Patience, Cancel));

        await host.ShutDownAsync();

        Assert.Equal(["a1", "b1"], client.Begun.Order(StringComparer.Ordinal));
        Assert.Equal(
            [" NotSerialized", "a1 Failed", "a2 NotSent", "b1 Failed", "b2 NotSent", "c1 NotSent", "d1 NotSent"],
            host.Undelivered
                .Select(undelivered => $"{(undelivered.Request is { } request ? Numbered.NameOf(request) : "")} {undelivered.Status}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(0, host.Queue.Count);
        Assert.Contains(
            "Error Left: 6 queued requests were not sent to Vero before shutdown: VeroQueueOptions.DrainTimeout (00:00:07) or the host's ShutdownTimeout was reached.",
            host.Log.Lines);
    }

    [Fact]
    public async Task When_the_host_runs_out_of_patience_the_queue_does_too()
    {
        var begun = new TaskCompletionSource();
        var client = new ScriptedClient((_, cancel) =>
        {
            begun.SetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        });
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.DrainTimeout = TimeSpan.FromHours(1));
        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await begun.Task;
        using var impatience = new CancellationTokenSource();

        Task stopping = host.ShutDownImpatientlyAsync(impatience.Token);
        await impatience.CancelAsync();
        await stopping;

        Assert.Equal(DeliveryStatus.Failed, Assert.Single(host.Undelivered).Status);
    }

    [Fact]
    public async Task A_host_without_lifecycle_events_drains_the_queue_when_it_stops_it()
    {
        var client = new ScriptedClient(ScriptedClient.Accept);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IVeroClient>(client);
        services.AddVeroBackgroundDelivery();
        await using ServiceProvider provider = services.BuildServiceProvider();
        IHostedService hosted = Assert.Single(provider.GetServices<IHostedService>());
        var queue = provider.GetRequiredService<IVeroQueue>();
        await hosted.StartAsync(Cancel);
        await queue.EnqueueAsync(Numbered.Request("a"), Cancel);

        await hosted.StopAsync(Cancel);

        Assert.Equal(["a0"], client.Begun);
        Assert.Throws<InvalidOperationException>(() => queue.TryEnqueue(Numbered.Request("b")));
    }

    [Fact]
    public async Task Without_a_host_the_queue_is_drained_when_the_container_is_disposed()
    {
        var client = new ScriptedClient(async (_, _) => await Task.Yield());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IVeroClient>(client);
        services.AddVeroBackgroundDelivery();
        services.AddVeroBackgroundDelivery(static _ => { });
        ServiceProvider provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<IVeroQueue>();
        foreach (IdentifyRequest request in Numbered.Requests(100))
            await queue.EnqueueAsync(request, Cancel);

        await provider.DisposeAsync();
        await provider.DisposeAsync();

        Assert.Equal(100, client.Begun.Count);
        Assert.Single(services, service => service.ServiceType == typeof(IHostedService));
    }

    [Fact]
    public async Task Disposed_without_waiting_the_queue_tells_what_is_left()
    {
        var begun = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        var client = new ScriptedClient((_, cancel) =>
        {
            begun.TrySetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        });
        var kinds = new List<string>();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IVeroClient>(client);
        services.AddVeroBackgroundDelivery(options =>
        {
            options.MaxConcurrency = 1;
            options.OnUndelivered = undelivered =>
            {
                kinds.Add($"{Numbered.NameOf(undelivered.Request!)} {undelivered.Status}");
                if (kinds.Count == 2)
                    told.SetResult();
                return default;
            };
        });
        ServiceProvider provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<IVeroQueue>();
        await queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);

        provider.Dispose();
        await told.Task.WaitAsync(Patience, Cancel);

        Assert.Equal(["a0 Failed", "b0 NotSent"], kinds);
    }

    [Fact]
    public async Task Disposed_without_waiting_the_queue_counts_what_is_left()
    {
        var begun = new TaskCompletionSource();
        var counted = new TaskCompletionSource();
        var client = new ScriptedClient((_, cancel) =>
        {
            begun.TrySetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        });
        string name = $"{Guid.NewGuid()}";
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeyedSingleton<IVeroClient>(name, client);
        services.AddVeroBackgroundDelivery(name, static options =>
        {
            options.MaxConcurrency = 1;

            // Who disposes is back before anything is told.
            options.OnUndelivered = static async _ => await Task.Yield();
        });
        int left = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == "vero.delivery.queue.undelivered")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags.ToArray().Contains(new("vero.client.name", name)) && Interlocked.Increment(ref left) == 3)
                counted.SetResult();
        });
        listener.Start();
        ServiceProvider provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredKeyedService<IVeroQueue>(name);
        foreach (IdentifyRequest request in Numbered.Requests("a1", "b1", "c1"))
            await queue.EnqueueAsync(request, Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);

        provider.Dispose();
        await counted.Task.WaitAsync(Patience, Cancel);
    }

    [Fact]
    public async Task Disposed_without_waiting_the_queue_tells_once_what_a_logger_has_thrown()
    {
        var told = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) => throw new VeroApiException(HttpStatusCode.BadRequest));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ILoggerProvider>(new BrokenLog());
        services.AddSingleton<IVeroClient>(client);
        services.AddVeroBackgroundDelivery(options => options.OnUndelivered = _ =>
        {
            told.SetResult();
            return default;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<VeroQueue>();
        await queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await told.Task.WaitAsync(Patience, Cancel);

        var exception = Assert.Throws<AggregateException>(((IDisposable)queue).Dispose);
        ((IDisposable)queue).Dispose();

        Assert.Contains("the disk is full", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_named_client_has_a_queue_of_its_own()
    {
        await using var eu = new LoopbackServer();
        await using var us = new LoopbackServer();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach ((string name, LoopbackServer server) in new[] { ("eu", eu), ("us", us) })
        {
            builder.Services.AddVero(name, options => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress));
            builder.Services.AddVeroBackgroundDelivery(name);
        }

        builder.Services.AddVeroBackgroundDelivery("eu", options => options.Capacity = 5);
        using IHost host = builder.Build();
        await host.StartAsync(Cancel);

        await host.Services.GetRequiredKeyedService<IVeroQueue>("eu").EnqueueAsync(Numbered.Request("e"), Cancel);
        await host.Services.GetRequiredKeyedService<IVeroQueue>("us").EnqueueAsync(Numbered.Request("u"), Cancel);
        await host.StopAsync(Cancel);

        Assert.Contains("\"id\":\"e\"", eu.Single.Text, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"u\"", us.Single.Text, StringComparison.Ordinal);
        Assert.Null(host.Services.GetService<IVeroQueue>());
        Assert.Equal(5, host.Services.GetRequiredService<IOptionsMonitor<VeroQueueOptions>>().Get("eu").Capacity);
    }

    [Fact]
    public async Task The_delivery_does_not_run_in_the_context_of_whoever_asks_for_the_queue_first()
    {
        var ambient = new AsyncLocal<string?>();
        string? seen = "nothing was sent";
        var client = new ScriptedClient((_, _) =>
        {
            seen = ambient.Value;
            return Task.CompletedTask;
        });
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IVeroClient>(client);
        services.AddVeroBackgroundDelivery();
        ServiceProvider provider = services.BuildServiceProvider();

        ambient.Value = "the web request that came first";
        await provider.GetRequiredService<IVeroQueue>().EnqueueAsync(Numbered.Request("a"), Cancel);
        await provider.DisposeAsync();

        Assert.Null(seen);
    }

    [Fact]
    public void Options_have_these_defaults_and_limits()
    {
        var options = new VeroQueueOptions();

        Assert.Equal((10_000, 16, TimeSpan.FromSeconds(20)), (options.Capacity, options.MaxConcurrency, options.DrainTimeout));
        Assert.Null(options.OnUndelivered);
        Assert.Empty(VeroQueueOptionsValidator.FindProblems(options));
        Assert.Empty(VeroQueueOptionsValidator.FindProblems(new VeroQueueOptions { Capacity = 1, MaxConcurrency = 1, DrainTimeout = TimeSpan.Zero }));
        Assert.Empty(VeroQueueOptionsValidator.FindProblems(new VeroQueueOptions { Capacity = 1_000_000, MaxConcurrency = 1024, DrainTimeout = TimeSpan.FromHours(1) }));
        foreach (VeroQueueOptions wrong in new VeroQueueOptions[]
        {
            new() { Capacity = 0 },
            new() { Capacity = 1_000_001 },
            new() { MaxConcurrency = 0 },
            new() { MaxConcurrency = 1025 },
            new() { DrainTimeout = TimeSpan.FromTicks(-1) },
            new() { DrainTimeout = TimeSpan.FromHours(1.01) },
        })
        {
            Assert.Single(VeroQueueOptionsValidator.FindProblems(wrong));
        }
    }

    [Fact]
    public async Task Nothing_in_place_of_an_argument_is_said_at_once()
    {
        await using QueueHost host = await QueueHost.StartAsync(new ScriptedClient(ScriptedClient.Accept));
        IServiceCollection services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>("request", () => { _ = host.Queue.EnqueueAsync((IdentifyRequest)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("user", () => { _ = host.Queue.EnqueueAsync((IVeroUser)null!, Cancel); });
        Assert.Throws<ArgumentNullException>("request", () => { _ = host.Queue.TryEnqueue(null!); });
        Assert.Throws<ArgumentNullException>("services", () => VeroBackgroundDeliveryExtensions.AddVeroBackgroundDelivery(null!));
        Assert.Throws<ArgumentNullException>("name", () => services.AddVeroBackgroundDelivery((string)null!));
        Assert.Throws<ArgumentException>("name", () => services.AddVeroBackgroundDelivery(" "));
        Assert.Throws<ArgumentNullException>("toRequest", () => { _ = host.Queue.EnqueueAsync("a", null!, Cancel); });
        Assert.Throws<ArgumentNullException>("queue", () => { _ = VeroQueueExtensions.EnqueueAsync(null!, Numbered.Request("a"), Cancel); });
        Assert.Throws<ArgumentNullException>("request", () => new DeliveryResult<int>(1, null, DeliveryStatus.Failed));
    }

    private sealed class User(Func<IdentifyRequest> make) : IVeroUser, IVeroUserEvent
    {
        public TrackRequest ToTrackRequest() => null!;

        public void WriteTrackRequest(IBufferWriter<byte> writer) => throw new NotSupportedException();

        public TrackRequest ToTrackRequest(VeroIdentity user) => throw new NotSupportedException();

        public void WriteTrackRequest(IBufferWriter<byte> writer, VeroIdentity user) => throw new NotSupportedException();

        public IdentifyRequest ToIdentifyRequest() => make();

        public void WriteIdentifyRequest(IBufferWriter<byte> writer) => throw new NotSupportedException();

        public VeroIdentity ToVeroIdentity() => throw new NotSupportedException();
    }

    private sealed class LateService(IVeroQueue queue) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => queue.EnqueueAsync(Numbered.Request("a"), cancellationToken).AsTask();
    }

    private sealed class BrokenLog : ILoggerProvider, ILogger
    {
        // The host would not survive it.
        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("Vero.Typed", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("the disk is full");

        public void Dispose()
        {
        }
    }

    /// <summary>A clock whose timers run when the test says so, even after they were disposed.</summary>
    private sealed class LateTime : TimeProvider
    {
        public List<Action> Due { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due.Add(() => callback(state));
            return System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
