using System.Data.Common;
using Quartz;

namespace Vero.Typed;

/// <summary>What differs between the databases: their tables, their locks, and how Quartz uses them.</summary>
internal abstract class StoreDialect(string? schema) : IAsyncDisposable
{
    /// <summary>The version of the tables, which the table of settings holds.</summary>
    public const string SchemaVersion = "1";

    public abstract string Name { get; }

    /// <summary>Whether the database is a server, which may be down for a while.</summary>
    public abstract bool IsServer { get; }

    /// <summary>What stands before the name of every table.</summary>
    protected string Prefix { get; } = schema is null ? "" : $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\".";

    /// <summary>The dialect of a connection's type.</summary>
    /// <exception cref="NotSupportedException">There is none; the message names the type.</exception>
    public static StoreDialect Of(DbConnection connection, string? schema) => connection.GetType().FullName switch
    {
        "Npgsql.NpgsqlConnection" => new PostgreSqlDialect(connection, schema),
        "Microsoft.Data.Sqlite.SqliteConnection" => new SqliteDialect(connection),
        var other => throw new NotSupportedException(DeliveryMessages.UnsupportedStore(other ?? connection.GetType().Name)),
    };

    public string Table(string name) => Prefix + name;

    /// <summary>Creates what is missing. Several processes may do so at the same time.</summary>
    public abstract Task CreateSchemaAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Makes one process at a time set up Quartz' tables and jobs.</summary>
    public abstract Task<IAsyncDisposable> LockSetupAsync(DbDataSource dataSource, CancellationToken cancellationToken);

    /// <summary>Takes the right to deliver a shard, which ends with the process at the latest.</summary>
    /// <returns>Null if another process has it.</returns>
    public abstract Task<ShardHold?> TryHoldAsync(DbDataSource dataSource, int shard, CancellationToken cancellationToken);

    /// <summary>Chooses where Quartz keeps its jobs.</summary>
    public abstract void ConfigureQuartz(IQuartzBuilder quartz, DbDataSource dataSource);

    public abstract ValueTask DisposeAsync();
}
