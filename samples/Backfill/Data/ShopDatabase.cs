using System.Data.Common;
using Backfill.Customers;
using Microsoft.EntityFrameworkCore;

namespace Backfill.Data;

/// <summary>The database that the connection string <c>Shop</c> names: PostgreSQL if it has a host, a SQLite file if not.</summary>
internal static class ShopDatabase
{
    public static void UseShop(this DbContextOptionsBuilder shop, string connectionString)
    {
        if (new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host"))
            shop.UseNpgsql(connectionString);
        else
            shop.UseSqlite(connectionString);
    }

    /// <summary>Creates the tables and invents customers, unless the database has tables. A shop that is in use has both.</summary>
    public static async Task CreateAsync(this ShopContext shop, int customers, CancellationToken cancellationToken)
    {
        if (!await shop.Database.EnsureCreatedAsync(cancellationToken))
            return;
        foreach (Customer[] some in InventedCustomers.Take(customers).Chunk(1000))
        {
            shop.AddRange(some.AsEnumerable());
            await shop.SaveChangesAsync(cancellationToken);
            shop.ChangeTracker.Clear();
        }
    }

    /// <summary>Reads how far the run has come, and keeps other processes from reading it until the transaction ends.</summary>
    public static async Task<BackfillRun?> LockRunAsync(this ShopContext shop, string name, CancellationToken cancellationToken) =>
        // SQLite has one writer at a time: the transaction itself is the lock.
        shop.Database.IsNpgsql()
            ? (await shop.Runs.FromSql($"""SELECT * FROM "Runs" WHERE "Name" = {name} FOR UPDATE""").ToListAsync(cancellationToken)).SingleOrDefault()
            : await shop.Runs.SingleOrDefaultAsync(run => run.Name == name, cancellationToken);

    /// <summary>Reads the next customers by their key, and keeps others from changing them until the transaction ends.</summary>
    /// <remarks>
    /// By key instead of by <c>OFFSET</c>, which would read everything before the page again. The lock gives a change that comes meanwhile its place
    /// after this page, so that it is delivered after it.
    /// </remarks>
    public static Task<List<Customer>> ReadPageAsync(this ShopContext shop, long afterId, int size, CancellationToken cancellationToken)
    {
        IQueryable<Customer> page = shop.Database.IsNpgsql()
            ? shop.Customers.FromSql($"""SELECT * FROM "Customers" WHERE "Id" > {afterId} ORDER BY "Id" LIMIT {size} FOR SHARE""")
            : shop.Customers.Where(customer => customer.Id > afterId).OrderBy(static customer => customer.Id).Take(size);
        return page.AsNoTracking().ToListAsync(cancellationToken);
    }
}
