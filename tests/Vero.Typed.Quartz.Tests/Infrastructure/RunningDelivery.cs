using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vero.Typed.Quartz.Tests;

/// <summary>A host with durable delivery, as an application has it.</summary>
internal sealed class RunningDelivery : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningDelivery(IHost host, CapturedLog log)
    {
        _host = host;
        Log = log;
    }

    public IVeroDelivery Delivery => _host.Services.GetRequiredService<IVeroDelivery>();

    public IServiceProvider Services => _host.Services;

    public CapturedLog Log { get; }

    public static async Task<RunningDelivery> StartAsync(
        TestStore store,
        IVeroClient vero,
        Action<VeroDeliveryOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        string token = "token",
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var log = new CapturedLog();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.Configure<VeroClientOptions>(options => options.AuthToken = token);
        builder.Services.AddSingleton(vero);
        if (services is null)
            builder.Services.AddVeroDurableDelivery(store.DataSource).Configure(Fast);
        else
            services(builder.Services);
        builder.Services.Configure<VeroDeliveryOptions>(Fast);
        if (configure is not null)
            builder.Services.Configure(configure);
        IHost host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }

        return new RunningDelivery(host, log);
    }

    /// <summary>Stops the host, as its owner does.</summary>
    public Task StopAsync() => _host.StopAsync();

    public async Task FlushAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Delivery.FlushAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    public ValueTask DisposeWithoutStopAsync() => ((IAsyncDisposable)_host).DisposeAsync();

    private static void Fast(VeroDeliveryOptions options)
    {
        options.PollInterval = TimeSpan.FromSeconds(0.2);
        options.Shards = 2;
    }
}
