using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace WebApp.Data;

/// <summary>The database that the connection string <c>Shop</c> names: PostgreSQL if it has a host, a SQLite file if not.</summary>
public static class ShopDatabase
{
    public static void UseShop(this DbContextOptionsBuilder shop, string? connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (settings.ContainsKey("Host"))
            shop.UseNpgsql(connectionString);
        else
            shop.UseSqlite(connectionString);
    }
}
