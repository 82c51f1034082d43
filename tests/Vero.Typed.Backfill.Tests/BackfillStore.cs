using Backfill.Customers;
using Backfill.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Vero.Typed.Backfill.Tests;

/// <summary>A database of one test, and a folder for the files of its processes.</summary>
internal sealed class BackfillStore : IDisposable
{
    public BackfillStore(bool isPostgreSql)
    {
        Folder = Directory.CreateTempSubdirectory("vero-backfill-").FullName;
        ConnectionString = isPostgreSql ? PostgreSqlServer.NewDatabase() : $"Data Source={Path.Combine(Folder, "shop.db")}";
    }

    public string Folder { get; }

    public string ConnectionString { get; }

    public string RejectsFile => Path.Combine(Folder, "rejects.jsonl");

    /// <summary>Creates the tables, as the first process does, and gives the customers that can be sent.</summary>
    public async Task<IReadOnlyList<Customer>> CreateAsync(int customers)
    {
        await using ShopContext shop = Open();
        await shop.CreateAsync(customers, TestContext.Current.CancellationToken);
        List<Customer> all = await shop.Customers.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(static customer => customer.Email!.Contains('@', StringComparison.Ordinal))];
    }

    public ShopContext Open()
    {
        var options = new DbContextOptionsBuilder<ShopContext>();
        options.UseShop(ConnectionString);
        return new ShopContext(options.Options);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
