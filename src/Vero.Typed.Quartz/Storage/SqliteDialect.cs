using System.Collections.Concurrent;
using System.Data.Common;
using Quartz;

namespace Vero.Typed;

/// <remarks>
/// One process at a time delivers, which a file lock beside the database decides: it ends with the process, whatever ends the process, and needs
/// no clock. Quartz keeps its jobs in memory here. They hold no data, and in the database they would compete with the application for SQLite's
/// one writer several times a second.
/// </remarks>
internal sealed class SqliteDialect : StoreDialect
{
    private static readonly ConcurrentDictionary<string, object> HeldInMemory = new(StringComparer.Ordinal);

    private readonly string _dataSource;
    private readonly bool _isInMemory;
    private readonly Lock _locking = new();
    private FileStream? _lockFile;
    private bool _isHeldInMemory;

    public SqliteDialect(DbConnection connection)
        : base(schema: null)
    {
        _dataSource = connection.DataSource;
        string settings = connection.ConnectionString;
        bool isShared = settings.Contains("Cache=Shared", StringComparison.OrdinalIgnoreCase) || settings.Contains("cache=shared", StringComparison.Ordinal);
        _isInMemory = _dataSource is "" or ":memory:" || settings.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase)
            || settings.Contains("mode=memory", StringComparison.Ordinal);
        if (_isInMemory && (!isShared || _dataSource.Length == 0))
            throw new NotSupportedException(DeliveryMessages.InMemorySqlite);
    }

    public override string Name => "SQLite";

    public override bool IsServer => false;

    private string LockPath => Path.GetFullPath(_dataSource) + ".vero-lock";

    public override async Task CreateSchemaAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Begins IMMEDIATE, so that of several processes the others wait.
        DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await connection.ExecuteAsync(Schema, transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task<IAsyncDisposable> LockSetupAsync(DbDataSource dataSource, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(new Hold());

    public override Task<ShardHold?> TryHoldAsync(DbDataSource dataSource, int shard, CancellationToken cancellationToken) =>
        Task.FromResult<ShardHold?>(TryLock() ? new Hold() : null);

    public override void ConfigureQuartz(IQuartzBuilder quartz, DbDataSource dataSource) => quartz.UseInMemoryStore();

    public override ValueTask DisposeAsync()
    {
        lock (_locking)
        {
            _lockFile?.Dispose();
            _lockFile = null;
            if (_isHeldInMemory)
                HeldInMemory.TryRemove(KeyValuePair.Create(_dataSource, (object)this));
            _isHeldInMemory = false;
        }

        return default;
    }

    private bool TryLock()
    {
        lock (_locking)
        {
            if (_lockFile is not null || _isHeldInMemory)
                return true;
            if (_isInMemory)
                return _isHeldInMemory = HeldInMemory.TryAdd(_dataSource, this);
            try
            {
                _lockFile = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
                return true;
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
            {
                return false;
            }
        }
    }

    private const string Schema =
        $"""
        CREATE TABLE IF NOT EXISTS vero_pending (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            shard INTEGER NOT NULL,
            client TEXT NOT NULL,
            user_id TEXT NOT NULL,
            operation TEXT NOT NULL,
            envelope TEXT NULL,
            enlisted_at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS vero_pending_shard ON vero_pending (shard, client, seq);
        CREATE INDEX IF NOT EXISTS vero_pending_user ON vero_pending (client, user_id, seq);

        CREATE TABLE IF NOT EXISTS vero_backoff (
            client TEXT NOT NULL, user_id TEXT NOT NULL, attempts INTEGER NOT NULL, not_before INTEGER NOT NULL,
            PRIMARY KEY (client, user_id));

        CREATE TABLE IF NOT EXISTS vero_dead_letter (
            id TEXT NOT NULL PRIMARY KEY, client TEXT NOT NULL, user_id TEXT NOT NULL, operation TEXT NOT NULL, envelope TEXT NULL,
            enlisted_at INTEGER NOT NULL, died_at INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS vero_dead_letter_user ON vero_dead_letter (client, user_id);

        CREATE TABLE IF NOT EXISTS vero_pause (
            client TEXT NOT NULL, credential TEXT NOT NULL, reason TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (client, credential));

        CREATE TABLE IF NOT EXISTS vero_setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);

        INSERT INTO vero_setting (name, value) VALUES ('schema', '{SchemaVersion}') ON CONFLICT (name) DO NOTHING;
        """;

    // The lock belongs to the process until the dialect is disposed.
    private sealed class Hold : ShardHold
    {
        public override Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => default;
    }
}
