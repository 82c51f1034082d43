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

    /// <summary>The clock; that of the machine by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IVeroDelivery Delivery => Services.GetRequiredService<IVeroDelivery>();

    /// <summary>Uses the database.</summary>
    public async Task<T> QueryAsync<T>(Func<ShopContext, Task<T>> query)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<ShopContext>());
    }

    /// <summary>Waits until everything that was committed is delivered.</summary>
    public Task DeliveredAsync() => Delivery.FlushAsync(TestContext.Current.CancellationToken);

    public async Task<long> PendingAsync() => (await Delivery.GetStatusAsync(TestContext.Current.CancellationToken)).Pending;

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // As the host's configuration it is there when Program begins.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Shop"] = database.ConnectionString,
            ["Vero:BaseAddress"] = veroAddress.ToString(),
            ["Vero:AuthToken"] = token,

            // A test that holds a call back must not wait for the end of the application.
            ["Vero:Delivery:ShutdownTimeout"] = "00:00:00",
        }));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(Time));
            if (Saves is not null)
                services.ConfigureDbContext<ShopContext>(shop => shop.AddInterceptors(Saves));
            if (Gate is not null)
                services.AddVero().AddHttpMessageHandler(() => Gate);
        });
    }
}
