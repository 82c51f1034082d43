using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vero.Typed.Quartz.Tests;

/// <summary>The databases that every test of the store runs on.</summary>
public enum StoreKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database of one test.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string? _folder;

    public TestStore(StoreKind kind)
    {
        Kind = kind;
        if (kind == StoreKind.Sqlite)
        {
            _folder = Directory.CreateTempSubdirectory("vero-sqlite-").FullName;
            ConnectionString = $"Data Source={Path.Combine(_folder, "test.db")}";
            DataSource = SqliteFactory.Instance.CreateDataSource(ConnectionString);
            using DbConnection connection = DataSource.OpenConnection();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
            command.ExecuteNonQuery();
        }
        else
        {
            ConnectionString = PostgreSqlServer.NewDatabase();
            DataSource = NpgsqlDataSource.Create(ConnectionString);
        }
    }

    public StoreKind Kind { get; }

    public string ConnectionString { get; }

    public DbDataSource DataSource { get; }

    public void Use(DbContextOptionsBuilder options)
    {
        if (Kind == StoreKind.Sqlite)
            options.UseSqlite(ConnectionString);
        else
            options.UseNpgsql(ConnectionString);
    }

    /// <summary>The pending operations, in the order in which they will be delivered.</summary>
    public async Task<string[]> ReadPendingAsync(string columns = "user_id || ' ' || operation") =>
        await ReadAsync($"SELECT {columns} FROM vero_pending ORDER BY seq, id");

    public async Task<string[]> ReadAsync(string sql)
    {
        await using DbConnection connection = await DataSource.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<string>();
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return [.. rows];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection = await DataSource.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
