using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Delivery;

/// <summary>
/// Puts the undelivered profiles into the queue again, as they are now. It does so before the server takes requests, so that no change can come
/// between reading a customer and queueing it.
/// </summary>
public sealed partial class UndeliveredReplay(
    IDbContextFactory<ShopContext> shops, IVeroQueue vero, IOptions<VeroQueueOptions> options, ILogger<UndeliveredReplay> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using ShopContext shop = await shops.CreateDbContextAsync(cancellationToken);

        // Those that were tried last come last: what fails at every start must not keep the others from their turn.
        List<UndeliveredProfile> profiles = await shop.UndeliveredProfiles.OrderBy(static profile => profile.LastTriedAt).ToListAsync(cancellationToken);
        int replayed = 0;

        // In a queue that is full, the start would wait for Vero here; so would the customers who sign up afterwards, so half of it is theirs.
        while (replayed < profiles.Count && vero.Count <= options.Value.Capacity / 2)
        {
            UndeliveredProfile profile = profiles[replayed++];
            Customer? customer = await shop.Customers.FindAsync([profile.CustomerId], cancellationToken);

            // Removed first: queued first, it could be back in the table, kept again, before it is removed. Then it is queued in any case.
            shop.Remove(profile);
            await shop.SaveChangesAsync(CancellationToken.None);
            if (customer is not null)
                await vero.EnqueueAsync(customer, static customer => customer.ToIdentifyRequest(), CancellationToken.None);
        }

        if (replayed > 0)
            LogReplayed(replayed);
        if (replayed < profiles.Count)
            LogLeft(profiles.Count - replayed);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} profiles that could not be delivered before are sent again.")]
    private partial void LogReplayed(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} more stay for the next start: half of the queue is full.")]
    private partial void LogLeft(int count);
}
