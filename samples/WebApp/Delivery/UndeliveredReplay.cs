using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Delivery;

/// <summary>
/// Puts the undelivered profiles into the queue again, as they are now. It does so before the server takes requests, so that no change can come
/// between reading a customer and queueing it.
/// </summary>
public sealed partial class UndeliveredReplay(IDbContextFactory<ShopContext> shops, IVeroQueue vero, ILogger<UndeliveredReplay> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using ShopContext shop = await shops.CreateDbContextAsync(cancellationToken);
        List<UndeliveredProfile> profiles = await shop.UndeliveredProfiles.ToListAsync(cancellationToken);
        foreach (UndeliveredProfile profile in profiles)
        {
            Customer? customer = await shop.Customers.FindAsync([profile.CustomerId], cancellationToken);

            // Removed first: queued first, it could be back in the table, kept again, before it is removed.
            shop.Remove(profile);
            await shop.SaveChangesAsync(cancellationToken);
            if (customer is not null)
                await vero.EnqueueAsync(customer, CancellationToken.None);
        }

        if (profiles.Count > 0)
            LogReplayed(profiles.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} profiles that could not be delivered before are sent again.")]
    private partial void LogReplayed(int count);
}
