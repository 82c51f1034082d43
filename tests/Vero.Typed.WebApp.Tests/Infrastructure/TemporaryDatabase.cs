using Microsoft.Data.Sqlite;

namespace Vero.Typed.WebApp.Tests;

/// <summary>A database file that outlives the applications that use it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vero-shop-").FullName;

    public string ConnectionString => $"Data Source={Path.Combine(_folder, "shop.db")}";

    public void Dispose()
    {
        // Connections that are pooled hold the file open.
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
