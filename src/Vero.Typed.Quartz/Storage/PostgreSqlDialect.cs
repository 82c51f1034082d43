using System.Data.Common;
using Quartz;

namespace Vero.Typed;

internal sealed class PostgreSqlDialect : StoreDialect
{
    // The second key of the advisory lock that guards the setup; shards use 0 and up.
    private const int SetupKey = -1;

    // Quartz wants one, and the connections come from elsewhere.
    private const string ConnectionStringInDataSource = "unused";

    private readonly string? _schema;
    private readonly DbProviderFactory _factory;
    private readonly int _lockClass;

    public PostgreSqlDialect(DbConnection connection, string? schema)
        : base(schema)
    {
        _schema = schema;
        _factory = DbProviderFactories.GetFactory(connection) ?? throw new NotSupportedException(DeliveryMessages.UnsupportedStore(connection.GetType().ToString()));
        _lockClass = UserShard.Of("Vero.Typed.Quartz", schema ?? "", int.MaxValue);
    }

    public override string Name => "PostgreSQL";

    public override bool IsServer => true;

    /// <remarks>
    /// The order number is taken by a deferred trigger, at the very end of the transaction. A number taken by the INSERT would be older than the
    /// row locks that the transaction takes afterwards: of two transactions that write the same user, the one that commits last could have the
    /// lower number, and the older state would be sent last. At the commit every row lock is held, so the numbers of transactions that touch the
    /// same row have the order of their commits.
    /// </remarks>
    public override async Task CreateSchemaAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await LockAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
            if (_schema is not null)
                await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Prefix.TrimEnd('.')}", transaction, cancellationToken).ConfigureAwait(false);

            // The body of the function runs with the search path of whoever commits, so its names must be complete.
            string tables = Prefix;
            if (_schema is null)
            {
                DbCommand current = connection.Command("SELECT quote_ident(current_schema()) || '.'", transaction);
                await using (current.ConfigureAwait(false))
                    tables = (string)(await current.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? "");
            }

            await connection.ExecuteAsync(Schema(tables), transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task<IAsyncDisposable> LockSetupAsync(DbDataSource dataSource, CancellationToken cancellationToken)
    {
        DbConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await LockAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
            return new Hold(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async Task<ShardHold?> TryHoldAsync(DbDataSource dataSource, int shard, CancellationToken cancellationToken)
    {
        DbConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        DbTransaction? transaction = null;
        try
        {
            // A lock of the transaction rather than of the session, so that a connection pooler in transaction mode cannot hand it to others. The
            // transaction reads and writes nothing, so it keeps no row, no table and no snapshot.
            transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            DbCommand command = connection.Command("SELECT pg_try_advisory_xact_lock(@class, @shard)", transaction).With("class", _lockClass).With("shard", shard);
            await using (command.ConfigureAwait(false))
            {
                if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true)
                    return new Hold(connection, transaction);
            }
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    public override void ConfigureQuartz(IQuartzBuilder quartz, DbDataSource dataSource)
    {
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(_factory, ConnectionStringInDataSource);
            store.UseConnectionProvider(_ => new QuartzConnections(dataSource, _factory));
            store.ProvisionSchema();
            store.ConfigureStore(options =>
            {
                options.TablePrefix = (_schema is null ? "" : _schema + ".") + "vero_qrtz_";
                options.StoreJobDataAsStrings = true;
                options.DbRetryInterval = DeliveryTimes.StoreRetry;

                // By default a trigger that fails to fire five times in a row is stopped for good, and its shard with it.
                options.MaxConsecutiveFireFailures = 0;
            });
            store.UseClustering(static cluster =>
            {
                cluster.CheckinInterval = DeliveryTimes.CheckIn;
                cluster.CheckinMisfireThreshold = DeliveryTimes.CheckInGrace;
            });
        });
    }

    public override ValueTask DisposeAsync() => default;

    private async Task LockAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command("SELECT pg_advisory_xact_lock(@class, @key)", transaction).With("class", _lockClass).With("key", SetupKey);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Schema(string prefix) =>
        $"""
        CREATE SEQUENCE IF NOT EXISTS {prefix}vero_pending_order;

        CREATE TABLE IF NOT EXISTS {prefix}vero_pending (
            id text NOT NULL PRIMARY KEY,
            seq bigint NOT NULL DEFAULT nextval('{prefix}vero_pending_order'),
            shard integer NOT NULL,
            client text NOT NULL,
            user_id text NOT NULL,
            operation text NOT NULL,
            envelope text NULL,
            enlisted_at bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS vero_pending_shard ON {prefix}vero_pending (shard, client, seq);
        CREATE INDEX IF NOT EXISTS vero_pending_user ON {prefix}vero_pending (client, user_id, seq);

        CREATE TABLE IF NOT EXISTS {prefix}vero_backoff (
            client text NOT NULL, user_id text NOT NULL, attempts integer NOT NULL, not_before bigint NOT NULL,
            PRIMARY KEY (client, user_id));

        CREATE TABLE IF NOT EXISTS {prefix}vero_dead_letter (
            id text NOT NULL PRIMARY KEY, client text NOT NULL, user_id text NOT NULL, operation text NOT NULL, envelope text NULL,
            enlisted_at bigint NOT NULL, died_at bigint NOT NULL, status text NOT NULL, reason text NOT NULL);
        CREATE INDEX IF NOT EXISTS vero_dead_letter_user ON {prefix}vero_dead_letter (client, user_id);

        CREATE TABLE IF NOT EXISTS {prefix}vero_pause (
            client text NOT NULL, credential text NOT NULL, reason text NOT NULL, since bigint NOT NULL,
            PRIMARY KEY (client, credential));

        CREATE TABLE IF NOT EXISTS {prefix}vero_setting (name text NOT NULL PRIMARY KEY, value text NOT NULL);

        CREATE OR REPLACE FUNCTION {prefix}vero_number_pending() RETURNS trigger LANGUAGE plpgsql AS $function$
        DECLARE
            number bigint;
        BEGIN
            -- Both rows of an alias get one number: with two, aliases in opposite directions could wait for each other.
            IF NEW.envelope IS NOT NULL THEN
                number := nextval('{prefix}vero_pending_order');
                UPDATE {prefix}vero_pending SET seq = number WHERE id = NEW.id;
                IF NEW.operation = 'alias' THEN
                    UPDATE {prefix}vero_pending SET seq = number WHERE id = NEW.id || 'b';
                END IF;
            END IF;
            RETURN NULL;
        END $function$;

        DO $create$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'vero_pending_number' AND tgrelid = '{prefix}vero_pending'::regclass) THEN
                CREATE CONSTRAINT TRIGGER vero_pending_number AFTER INSERT ON {prefix}vero_pending
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {prefix}vero_number_pending();
            END IF;
        END $create$;

        INSERT INTO {prefix}vero_setting (name, value) VALUES ('schema', '{SchemaVersion}') ON CONFLICT (name) DO NOTHING;
        """;

    private sealed class Hold(DbConnection connection, DbTransaction transaction) : ShardHold
    {
        public override async Task CheckAsync(CancellationToken cancellationToken) =>
            await connection.ExecuteAsync("SELECT 1", transaction, cancellationToken).ConfigureAwait(false);

        public override async ValueTask DisposeAsync()
        {
            try
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
