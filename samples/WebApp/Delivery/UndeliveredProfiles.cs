using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using WebApp.Customers;
using WebApp.Data;

namespace WebApp.Delivery;

/// <summary>Keeps what the queue could not deliver. The queue calls it one at a time, outside of any web request.</summary>
public sealed class UndeliveredProfiles(IDbContextFactory<ShopContext> shops, TimeProvider time)
{
    public async ValueTask KeepAsync(UndeliveredRequest undelivered)
    {
        CustomerId id = undelivered.User is Customer customer ? customer.Id : new CustomerId(Guid.Parse(undelivered.Request!.UserId));

        await using ShopContext shop = await shops.CreateDbContextAsync();
        UndeliveredProfile? profile = await shop.UndeliveredProfiles.FindAsync(id);
        if (profile is null)
            shop.Add(profile = new UndeliveredProfile(id));
        profile.LastTriedAt = time.GetUtcNow();
        profile.Reason = undelivered.ToString();
        await shop.SaveChangesAsync();
    }
}
