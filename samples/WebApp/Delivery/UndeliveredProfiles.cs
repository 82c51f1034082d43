using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Delivery;

/// <summary>Keeps what the queue could not deliver. The queue calls it one at a time, outside of any web request.</summary>
public sealed class UndeliveredProfiles(IDbContextFactory<ShopContext> shops, TimeProvider time)
{
    public async ValueTask KeepAsync(DeliveryResult undelivered)
    {
        CustomerId id = ((DeliveryResult<Customer>)undelivered).Item.Id;

        await using ShopContext shop = await shops.CreateDbContextAsync();
        UndeliveredProfile? profile = await shop.UndeliveredProfiles.FindAsync(id);
        if (profile is null)
            shop.Add(profile = new UndeliveredProfile(id));
        profile.LastTriedAt = time.GetUtcNow();
        profile.Reason = undelivered.ToString();
        await shop.SaveChangesAsync();
    }
}
