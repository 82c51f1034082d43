using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vero.Typed;
using Vero.Typed.Sandbox;

namespace Backfill;

/// <summary>The sample from end to end.</summary>
internal static class BackfillApplication
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        await using VeroSandbox? sandbox = await StartSandboxIfNeededAsync(builder, output);

        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseShop(builder.Configuration.GetConnectionString("Shop") ?? "Data Source=shop.db"));
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        builder.Services.AddVeroDurableDelivery<ShopContext>();

        BackfillOptions options = builder.Configuration.GetSection("Backfill").Get<BackfillOptions>() ?? new BackfillOptions();
        builder.Services.AddSingleton(options).AddSingleton(output).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PageReader>().AddSingleton<Progress>().AddSingleton<RejectsFile>().AddSingleton<BackfillProcess>();

        using IHost host = builder.Build();

        // Before the host starts and creates the tables of the delivery, because it does nothing in a database that has tables.
        await using (ShopContext shop = await host.Services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync())
            await shop.CreateAsync(options.Invent, CancellationToken.None);
        await host.StartAsync();

        // Ctrl+C and SIGTERM stop the application.
        CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        int exitCode = await host.Services.GetRequiredService<BackfillProcess>().RunAsync(stopping);
        await host.StopAsync(CancellationToken.None);
        return exitCode;
    }

    private static async Task<VeroSandbox?> StartSandboxIfNeededAsync(HostApplicationBuilder builder, TextWriter output)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["Vero:AuthToken"] + builder.Configuration["Vero:TrackingApiKey"]))
            return null;
        VeroSandbox sandbox = await VeroSandbox.StartAsync();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Vero:AuthToken"] = sandbox.AuthToken,
            ["Vero:BaseAddress"] = sandbox.BaseAddress.ToString(),
        });
        await output.WriteLineAsync($"Vero:AuthToken is not set: the customers go to a stand-in in this process. {sandbox.PageAddress} shows what arrives.");
        return sandbox;
    }
}
