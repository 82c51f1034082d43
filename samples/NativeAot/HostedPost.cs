using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Vero.Typed;

namespace NativeAot;

/// <summary>The same in a host: configuration, dependency injection, background delivery.</summary>
internal static class HostedPost
{
    /// <returns>What could not be delivered.</returns>
    public static async Task<IReadOnlyList<DeliveryResult>> RunAsync(string[] args)
    {
        // A published program is started from anywhere, and appsettings.json is beside it.
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

        var undelivered = new List<DeliveryResult>();
        builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
        builder.Services.AddVeroBackgroundDelivery(queue => queue.OnUndelivered = result =>
        {
            undelivered.Add(result);
            return default;
        });

        builder.Services.AddOptions<CampaignOptions>().Bind(builder.Configuration.GetSection("Campaign")).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CampaignOptions>, CampaignOptionsValidator>();

        using IHost host = builder.Build();
        await host.StartAsync();

        CampaignOptions campaign = host.Services.GetRequiredService<IOptions<CampaignOptions>>().Value;
        IVeroQueue vero = host.Services.GetRequiredService<IVeroQueue>();
        await vero.EnqueueAsync(InventedCustomers.Ada(campaign));
        await vero.EnqueueAsync(InventedCustomers.Grace, static customer => customer.ToIdentifyRequest());

        // Sends what is in the queue before it returns.
        await host.StopAsync();
        return undelivered;
    }
}
