using Backfill.Customers;
using Backfill.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Vero.Typed;

namespace Backfill;

/// <summary>
/// Enlists the customers page by page. The requests of a page and the place where the next one begins are one transaction: a process that is killed has
/// enlisted the whole page or nothing of it. Any number of processes take turns.
/// </summary>
internal sealed class PageReader(IDbContextFactory<ShopContext> shops, IVeroDelivery delivery, BackfillOptions options, TimeProvider time)
{
    /// <returns>Whether there may be another page.</returns>
    public async Task<bool> EnlistNextAsync(CancellationToken cancellationToken)
    {
        await using ShopContext shop = await shops.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync(cancellationToken);
        BackfillRun run = await shop.LockRunAsync(options.Run, cancellationToken)
            ?? shop.Add(new BackfillRun { Name = options.Run, StartedAt = time.GetUtcNow() }).Entity;
        if (run.IsReadToTheEnd)
            return false;

        List<Customer> page = await shop.ReadPageAsync(run.LastId, options.PageSize, cancellationToken);
        await EnlistAsync(shop, page, delivery.Enlist(transaction.GetDbTransaction()), cancellationToken);
        run.CustomersRead += page.Count;
        run.LastId = page.Count > 0 ? page[^1].Id : run.LastId;
        run.IsReadToTheEnd = page.Count < options.PageSize;
        await shop.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        delivery.Wake();
        return !run.IsReadToTheEnd;
    }

    private async Task EnlistAsync(ShopContext shop, List<Customer> page, IVeroClient enlisted, CancellationToken cancellationToken)
    {
        var bulk = new VeroBulkOptions
        {
            MaxConcurrency = 1, // the connection of a transaction does one thing at a time
            OnResult = result =>
            {
                if (result.Status == DeliveryStatus.NotSerialized)
                    shop.Add(new UnsendableCustomer { Run = options.Run, CustomerId = ((Customer)result.Item!).Id, Reason = result.ToString() });
                return default;
            },
        };
        DeliveryCounts counts = await enlisted.IdentifyAllAsync(page, static customer => customer.ToIdentifyRequest(), bulk, cancellationToken);

        // Here "delivered" means inserted. What was not must not be counted as read.
        if (counts.Delivered + counts.NotSerialized != page.Count)
            throw new InvalidOperationException($"Not all of {page.Count} customers could be enlisted: {counts}.");
    }
}
