using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vero.Typed.Sandbox;
using WebApp.Data;
using WebApp.Delivery;

namespace Vero.Typed.WebApp.Tests;

/// <summary>The sample in this process, not in development, with a Vero and a database that the test says.</summary>
internal sealed class Shop(TemporaryDatabase database, Uri veroAddress, string? token) : WebApplicationFactory<Program>
{
    public Shop(TemporaryDatabase database, VeroSandbox vero)
        : this(database, vero.BaseAddress, vero.AuthToken)
    {
    }

    /// <summary>What is told of every save, or null.</summary>
    public Saves? Saves { get; init; }

    /// <summary>What every call to Vero goes through, or null.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What the replay of undelivered profiles logs to, or null.</summary>
    public ReplayLog? ReplayLog { get; init; }

    /// <summary>How many may wait in the queue, and then one is sent at a time; or null.</summary>
    public int? QueueCapacity { get; init; }

    public IVeroQueue Queue => Services.GetRequiredService<IVeroQueue>();

    /// <summary>Asks the database.</summary>
    public async Task<T> QueryAsync<T>(Func<ShopContext, Task<T>> query)
    {
        await using ShopContext shop = await Services.GetRequiredService<IDbContextFactory<ShopContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await query(shop);
    }

    /// <summary>Waits until everything in the queue has ended.</summary>
    public Task QueueIsEmptyAsync() => Eventually.IsAsync(() => Queue.Count == 0, "the queue is empty", TestContext.Current.CancellationToken);

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // As the host's configuration it is there when Program begins.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Shop"] = database.ConnectionString,
            ["Vero:BaseAddress"] = veroAddress.ToString(),
            ["Vero:AuthToken"] = token,
        }));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedTime()));
            if (Saves is not null)
                services.ConfigureDbContext<ShopContext>(shop => shop.AddInterceptors(Saves));
            if (Gate is not null)
                services.AddVero().AddHttpMessageHandler(() => Gate);
            if (ReplayLog is not null)
                services.AddSingleton<ILogger<UndeliveredReplay>>(ReplayLog);
            if (QueueCapacity is { } capacity)
                services.Configure<VeroQueueOptions>(queue => (queue.Capacity, queue.MaxConcurrency) = (capacity, 1));
        });
    }
}
