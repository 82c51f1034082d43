using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Client.Tests.Background;

/// <summary>A host with a queue, started; what it could not deliver is kept.</summary>
internal sealed class QueueHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;

    private QueueHost(IHost host, CapturedLog log, List<DeliveryResult> undelivered)
    {
        _host = host;
        Log = log;
        Undelivered = undelivered;
    }

    public IVeroQueue Queue => _host.Services.GetRequiredService<IVeroQueue>();

    public IServiceProvider Services => _host.Services;

    public CapturedLog Log { get; }

    /// <summary>Not a concurrent collection: never two are told at the same time.</summary>
    public List<DeliveryResult> Undelivered { get; }

    public static async Task<QueueHost> StartAsync(
        IVeroClient client, Action<VeroQueueOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var log = new CapturedLog();
        var told = new List<DeliveryResult>();
        builder.Services.AddSingleton(client);
        builder.Services.AddVeroBackgroundDelivery(options =>
        {
            options.OnUndelivered = undelivered =>
            {
                told.Add(undelivered);
                return default;
            };
            configure?.Invoke(options);
        });
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton<ILoggerProvider>(log);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        var made = new QueueHost(builder.Build(), log, told);
        await made._host.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    public Task ShutDownAsync() => ShutDownImpatientlyAsync(CancellationToken.None);

    public Task ShutDownImpatientlyAsync(CancellationToken giveUp) => _host.StopAsync(giveUp).WaitAsync(Patience, CancellationToken.None);

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)_host).DisposeAsync();
}
