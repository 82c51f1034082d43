using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vero.Typed.Client.Tests.Bulk;

namespace Vero.Typed.Client.Tests.Background;

/// <summary>The queue with the real client in real containers: with and without a host, and with callbacks that use the queue or never complete.</summary>
public sealed class ContainerTests
{
    private static readonly TimeSpan Patience = QueueHost.Patience;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, null)]
    [InlineData(40, null)]
    [InlineData(1, "eu")]
    [FaultRow(77)]
    public async Task Without_a_host_everything_is_sent_while_the_container_is_disposed(int count, string? name)
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        AddVero(services, server, name);
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            IVeroQueue queue = QueueOf(provider, name);
            foreach (IdentifyRequest request in Numbered.Requests(count))
                await queue.EnqueueAsync(request, Cancel);
        }

        Assert.Equal(count, server.Requests.Count);
    }

    [Fact]
    public async Task Retries_go_on_while_the_container_is_disposed()
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.InTurn(LoopbackServer.Answer(503, ""), LoopbackServer.Answer(200, LoopbackServer.Accepted)) };
        var services = new ServiceCollection();
        AddVero(services, server);
        await using (ServiceProvider provider = services.BuildServiceProvider())
            await QueueOf(provider).EnqueueAsync(Clients.Request, Cancel);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    [FaultRow(77)]
    public async Task Idle_beyond_the_lifetime_of_the_handlers_the_queue_still_sends_at_the_end()
    {
        await using var server = new LoopbackServer();
        var services = new ServiceCollection();
        AddVero(services, server).SetHandlerLifetime(TimeSpan.FromSeconds(1));
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            IVeroQueue queue = QueueOf(provider);
            await queue.EnqueueAsync(Numbered.Request("a"), Cancel);
            await queue.FlushAsync(Cancel);
            await Task.Delay(TimeSpan.FromSeconds(1.5), Cancel);
            await queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        }

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    [FaultRow(77)]
    public async Task A_host_that_is_disposed_without_having_been_stopped_sends_everything()
    {
        await using var server = new LoopbackServer();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddVero(builder.Services, server);
        using (IHost host = builder.Build())
        {
            await host.StartAsync(Cancel);
            foreach (IdentifyRequest request in Numbered.Requests(40))
                await host.Services.GetRequiredService<IVeroQueue>().EnqueueAsync(request, Cancel);
        }

        Assert.Equal(40, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [FaultRow(80)]
    public async Task The_service_behind_the_callback_may_use_the_queue(bool hasHost)
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.InTurn(LoopbackServer.Answer(400, "{}"), LoopbackServer.Answer(200, LoopbackServer.Accepted)) };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddVero(builder.Services, server);
        builder.Services.AddSingleton<OfferingAgain>();
        builder.Services.AddOptions<VeroQueueOptions>().Configure<OfferingAgain>(static (options, again) => options.OnUndelivered = again.OfferAsync);
        using IHost host = builder.Build();

        if (hasHost)
            await host.StartAsync(Cancel).WaitAsync(Patience, Cancel);
        IVeroQueue queue = await Task.Run(host.Services.GetRequiredService<IVeroQueue>, Cancel).WaitAsync(Patience, Cancel);
        await queue.EnqueueAsync(Clients.Request, Cancel).AsTask().WaitAsync(Patience, Cancel);
        await queue.FlushAsync(Cancel).WaitAsync(Patience, Cancel);
        await queue.FlushAsync(Cancel).WaitAsync(Patience, Cancel);

        Assert.Equal(2, server.Requests.Count);
        Assert.True(host.Services.GetRequiredService<OfferingAgain>().HasOffered);
    }

    [Fact]
    public async Task The_service_behind_the_callback_is_disposed_after_the_queue()
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(400, "{}") };
        var services = new ServiceCollection();
        AddVero(services, server);
        services.AddSingleton<Store>();
        services.AddOptions<VeroQueueOptions>().Configure<Store>(static (options, store) => options.OnUndelivered = store.KeepAsync);
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IVeroQueue>().EnqueueAsync(Clients.Request, Cancel);
        var store = provider.GetRequiredService<Store>();

        await provider.DisposeAsync();

        Assert.Equal((1, 0), (store.Kept, store.TooLate));
    }

    [Fact]
    [FaultRow(81)]
    public async Task A_callback_that_never_completes_holds_shutdown_only_until_the_hosts_limit()
    {
        var client = new ScriptedClient((_, _) => throw new VeroApiException(System.Net.HttpStatusCode.BadRequest));
        await using QueueHost host = await QueueHost.StartAsync(client, options => options.OnUndelivered = static _ => new ValueTask(new TaskCompletionSource().Task));
        foreach (IdentifyRequest request in Numbered.Requests(3))
            await host.Queue.EnqueueAsync(request, Cancel);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await host.ShutDownImpatientlyAsync(limit.Token);

        Assert.Contains("Error CallbackTimedOut: VeroQueueOptions.OnUndelivered did not complete before shutdown; 3 queued requests were not delivered and not reported.", host.Log.Lines);
    }

    [Fact]
    [FaultRow(81)]
    public async Task Without_a_host_a_callback_that_never_completes_holds_disposal_for_a_limited_time()
    {
        var log = new CapturedLog();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));

        // Every wait is over at once.
        services.AddSingleton<TimeProvider>(new HastyTime(TimeSpan.FromHours(1)));
        services.AddSingleton<IVeroClient>(new ScriptedClient((_, _) => throw new VeroApiException(System.Net.HttpStatusCode.BadRequest)));
        services.AddVeroBackgroundDelivery(static options => options.OnUndelivered = static _ => new ValueTask(new TaskCompletionSource().Task));
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IVeroQueue>().EnqueueAsync(Numbered.Request("a"), Cancel);

        await provider.DisposeAsync().AsTask().WaitAsync(Patience, Cancel);

        Assert.Contains(log.Lines, static line => line.StartsWith("Error CallbackTimedOut: ", StringComparison.Ordinal));
    }

    [Fact]
    [FaultRow(82)]
    public async Task A_flush_waits_for_what_was_enqueued_before_and_not_for_what_comes_after()
    {
        var slow = new TaskCompletionSource();
        var client = new ScriptedClient((request, _) => request.UserId == "later" ? slow.Task : Task.Delay(20, CancellationToken.None));
        await using QueueHost host = await QueueHost.StartAsync(client);
        Assert.True(host.Queue.FlushAsync(Cancel).IsCompleted);

        foreach (IdentifyRequest request in Numbered.Requests(30))
            await host.Queue.EnqueueAsync(request, Cancel);
        await host.Queue.EnqueueAsync(new object(), static _ => throw new FormatException(), Cancel);
        Task flushed = host.Queue.FlushAsync(Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("later"), Cancel);
        Assert.False(flushed.IsCompleted);
        await flushed.WaitAsync(Patience, Cancel);

        Assert.True(client.Begun.Count >= 30);
        Assert.Single(host.Undelivered);
        Task second = host.Queue.FlushAsync(Cancel);
        Assert.False(second.IsCompleted);
        using var impatient = new CancellationTokenSource();
        Task canceled = host.Queue.FlushAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        slow.SetResult();
        await second.WaitAsync(Patience, Cancel);
        Assert.Equal(0, host.Queue.Count);
    }

    [Fact]
    [FaultRow(82)]
    public async Task A_flush_completes_although_a_request_was_not_taken()
    {
        var goOn = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var client = new ScriptedClient((_, _) =>
        {
            begun.TrySetResult();
            return goOn.Task;
        });
        await using QueueHost host = await QueueHost.StartAsync(client, static options => (options.Capacity, options.MaxConcurrency) = (1, 1));
        await host.Queue.EnqueueAsync(Numbered.Request("a"), Cancel);
        await begun.Task.WaitAsync(Patience, Cancel);
        await host.Queue.EnqueueAsync(Numbered.Request("b"), Cancel);
        Assert.False(host.Queue.TryEnqueue(Numbered.Request("c")));
        using var impatient = new CancellationTokenSource();
        ValueTask waiting = host.Queue.EnqueueAsync(Numbered.Request("d"), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);

        Task flushed = host.Queue.FlushAsync(Cancel);
        goOn.SetResult();
        await flushed.WaitAsync(Patience, Cancel);

        Assert.Equal(["a0", "b0"], client.Begun);
    }

    [Fact]
    [FaultRow(83)]
    public async Task A_section_of_the_clients_section_sets_the_options_of_the_queue()
    {
        using IHost host = NewHost(new() { ["Vero:Queue:Capacity"] = "7", ["Vero:Queue:MaxConcurrency"] = "3", ["Vero:Queue:DrainTimeout"] = "00:00:05" });
        await host.StartAsync(Cancel);

        VeroQueueOptions options = host.Services.GetRequiredService<IOptions<VeroQueueOptions>>().Value;

        Assert.Equal((7, 3, TimeSpan.FromSeconds(5)), (options.Capacity, options.MaxConcurrency, options.DrainTimeout));
        await host.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("Capacity", "0", "Vero:Queue:Capacity must be 1 to 1,000,000.")]
    [InlineData("Capacity", "many", "Vero:Queue:Capacity is not a whole number.")]
    [InlineData("MaxConcurrency", "1025", "Vero:Queue:MaxConcurrency must be 1 to 1024.")]
    [InlineData("DrainTimeout", "20", "Vero:Queue:DrainTimeout must be zero to one hour. Use hours:minutes:seconds, such as 00:00:20; a number alone is days.")]
    [InlineData("DrainTimeout", "soon", "Vero:Queue:DrainTimeout is not a time. Use hours:minutes:seconds, such as 00:00:20.")]
    [InlineData("Capcity", "5", "Vero:Queue:Capcity is not a setting of the Vero queue; did you mean Vero:Queue:Capacity?")]
    [InlineData("drain_timeout", "5", "Vero:Queue:drain_timeout is not a setting of the Vero queue; did you mean Vero:Queue:DrainTimeout?")]
    [FaultRow(83)]
    public async Task Wrong_options_of_the_queue_keep_the_host_from_starting(string key, string value, string problem)
    {
        using IHost host = NewHost(new() { [$"Vero:Queue:{key}"] = value });

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancel));

        Assert.Equal([problem], exception.Failures);
    }

    [Fact]
    [FaultRow(83)]
    public void Options_that_are_bound_by_reflection_are_validated_too()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Own:Capacity", "0")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton<IVeroClient>(new ScriptedClient(ScriptedClient.Accept));
        services.AddVeroBackgroundDelivery().BindConfiguration("Own");
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<VeroQueueOptions>>().Value);

        Assert.Equal(["VeroQueueOptions.Capacity must be 1 to 1,000,000."], exception.Failures);
    }

    [Theory]
    [InlineData(null, "AddVeroBackgroundDelivery() needs the client of AddVero(). These clients were added: AddVero(\"eu\"); names are case-sensitive.")]
    [InlineData("EU", "AddVeroBackgroundDelivery(\"EU\") needs the client of AddVero(\"EU\"). These clients were added: AddVero(\"eu\"); names are case-sensitive.")]
    [FaultRow(85)]
    public void A_queue_without_its_client_says_which_is_missing(string? name, string message)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVero("eu", static options => options.AuthToken = Clients.Token);
        if (name is null)
            services.AddVeroBackgroundDelivery();
        else
            services.AddVeroBackgroundDelivery(name);
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(() => { _ = QueueOf(provider, name).Count; });

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    [FaultRow(85)]
    public void A_queue_without_any_client_says_so()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVeroBackgroundDelivery();
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(() => { _ = QueueOf(provider).Count; });

        Assert.Equal("AddVeroBackgroundDelivery() needs the client of AddVero(). No client was added.", exception.Message);
    }

    private static IHttpClientBuilder AddVero(IServiceCollection services, LoopbackServer server, string? name = null)
    {
        void Set(VeroClientOptions options) => (options.AuthToken, options.BaseAddress) = (Clients.Token, server.BaseAddress);
        if (name is null)
        {
            services.AddVeroBackgroundDelivery();
            return services.AddVero(Set);
        }

        services.AddVeroBackgroundDelivery(name);
        return services.AddVero(name, Set);
    }

    private static IVeroQueue QueueOf(IServiceProvider provider, string? name = null) =>
        name is null ? provider.GetRequiredService<IVeroQueue>() : provider.GetRequiredKeyedService<IVeroQueue>(name);

    private static IHost NewHost(Dictionary<string, string?> settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Vero:AuthToken", Clients.Token), .. settings]);
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        builder.Services.AddVeroBackgroundDelivery();
        return builder.Build();
    }

    /// <summary>Offers the first undelivered request again.</summary>
    private sealed class OfferingAgain(IVeroQueue queue)
    {
        public bool HasOffered { get; private set; }

        public ValueTask OfferAsync(DeliveryResult undelivered)
        {
            HasOffered = queue.TryEnqueue(undelivered.Request!);
            return default;
        }
    }

    private sealed class Store : IDisposable
    {
        private bool _isDisposed;

        public int Kept { get; private set; }

        public int TooLate { get; private set; }

        public ValueTask KeepAsync(DeliveryResult undelivered)
        {
            if (_isDisposed)
                TooLate++;
            else
                Kept++;
            return default;
        }

        public void Dispose() => _isDisposed = true;
    }
}
