using Microsoft.Data.Sqlite;

namespace Vero.Typed.WebApp.Tests;

/// <summary>A database that outlives the applications that use it: a SQLite file, unless a test says PostgreSQL.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string? _folder;

    public TemporaryDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("vero-shop-").FullName;
        ConnectionString = $"Data Source={Path.Combine(_folder, "shop.db")}";
    }

    private TemporaryDatabase(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    public static TemporaryDatabase PostgreSql() => new(PostgreSqlServer.NewDatabase());

    public void Dispose()
    {
        if (_folder is null)
            return;

        // Connections that are pooled hold the file open.
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
