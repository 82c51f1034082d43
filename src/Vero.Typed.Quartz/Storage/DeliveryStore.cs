using System.Data.Common;
using System.Globalization;

namespace Vero.Typed;

/// <summary>The tables: everything that is pending, failed, dead or paused. No other class knows SQL, the dialects excepted.</summary>
internal sealed class DeliveryStore(DbDataSource dataSource, StoreDialect dialect) : IAsyncDisposable
{
    // Rows may hold a megabyte each.
    private const int RowsOfUser = 64;

    private readonly string _pending = dialect.Table(VeroPendingOperation.TableName);
    private readonly string _backoff = dialect.Table("vero_backoff");
    private readonly string _dead = dialect.Table("vero_dead_letter");
    private readonly string _pause = dialect.Table("vero_pause");
    private readonly string _setting = dialect.Table("vero_setting");

    public StoreDialect Dialect => dialect;

    public DbDataSource DataSource => dataSource;

    public async Task PrepareAsync(int shards, bool createSchema, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (createSchema && await ReadSchemaVersionAsync(connection, cancellationToken).ConfigureAwait(false) is not StoreDialect.SchemaVersion)
                await dialect.CreateSchemaAsync(connection, cancellationToken).ConfigureAwait(false);
            await CheckSchemaAsync(connection, cancellationToken).ConfigureAwait(false);

            DbCommand command = connection
                .Command($"INSERT INTO {_setting} (name, value) VALUES ('shards', @shards) ON CONFLICT (name) DO NOTHING")
                .With("shards", shards.ToString(CultureInfo.InvariantCulture));
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            int stored = int.Parse(
                await ReadSettingAsync(connection, "shards", cancellationToken).ConfigureAwait(false) ?? "", CultureInfo.InvariantCulture);
            if (stored != shards)
                throw new InvalidOperationException(DeliveryMessages.ShardsDiffer(shards, stored));
        }
    }

    public async Task InsertAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<VeroPendingOperation> rows, CancellationToken cancellationToken)
    {
        foreach (VeroPendingOperation row in rows)
        {
            DbCommand command = connection
                .Command(
                    $"INSERT INTO {_pending} (id, shard, client, user_id, operation, envelope, enlisted_at) "
                        + "VALUES (@id, @shard, @client, @user, @operation, @envelope, @at)",
                    transaction)
                .With("id", row.Id)
                .With("shard", row.Shard)
                .With("client", row.Client)
                .With("user", row.UserId)
                .With("operation", row.Operation)
                .With("envelope", row.Envelope)
                .With("at", row.EnlistedAt);
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Inserts in a transaction of its own.</summary>
    public Task InsertAsync(IReadOnlyList<VeroPendingOperation> rows, CancellationToken cancellationToken) => InTransactionAsync(
        (connection, transaction) => InsertAsync(connection, transaction, rows, cancellationToken), cancellationToken);

    /// <summary>The names of the clients for which something is pending: one step along an index for each, however much is pending.</summary>
    public async Task<List<string>> ReadClientsAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command(
                $"WITH RECURSIVE found(client) AS (SELECT MIN(client) FROM {_pending} UNION ALL "
                    + $"SELECT (SELECT MIN(client) FROM {_pending} WHERE client > found.client) FROM found WHERE found.client IS NOT NULL) "
                    + "SELECT client FROM found WHERE client IS NOT NULL");
            await using (command.ConfigureAwait(false))
                return await ReadClientsAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The users of a shard and client for whom something is due, in order, each row a user; a user may come several times.</summary>
    public async Task<List<PendingUser>> ReadDueAsync(
        int shard, string client, long after, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var users = new List<PendingUser>();
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            long time = now.ToUnixTimeMilliseconds();

            // A wait longer than any that is given was written by a clock that was set back since.
            DbCommand command = connection
                .Command(
                    $"SELECT p.seq, p.user_id, b.attempts FROM {_pending} p "
                        + $"LEFT JOIN {_backoff} b ON b.client = p.client AND b.user_id = p.user_id "
                        + "WHERE p.shard = @shard AND p.client = @client AND p.seq > @after "
                        + "AND (b.attempts IS NULL OR b.not_before <= @now OR b.not_before > @longest) "
                        + $"ORDER BY p.seq LIMIT {limit.ToString(CultureInfo.InvariantCulture)}")
                .With("shard", shard)
                .With("client", client)
                .With("after", after)
                .With("now", time)
                .With("longest", time + (long)(2 * DeliveryTimes.LongestBackoff.TotalMilliseconds));
            await using (command.ConfigureAwait(false))
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        users.Add(new PendingUser(reader.GetInt64(0), new UserKey(client, reader.GetString(1)), !reader.IsDBNull(2)));
                }
            }
        }

        return users;
    }

    /// <summary>The oldest pending operations of a user, after those are dropped that a later deletion makes needless.</summary>
    public async Task<List<PendingRow>> ReadUserAsync(UserKey user, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            List<PendingRow> rows = await ReadUserAsync(connection, user, cancellationToken).ConfigureAwait(false);
            bool mayDelete = rows.Count == RowsOfUser || rows.Exists(static row => row.Operation == Deletion);
            if (rows.Count < 2 || !mayDelete)
                return rows;
            return await DropBeforeDeletionAsync(connection, transaction: null, user, cancellationToken).ConfigureAwait(false) == 0
                ? rows
                : await ReadUserAsync(connection, user, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether an alias is the first that is pending of its new user too.</summary>
    public async Task<bool> IsFirstOfNewUserAsync(PendingRow alias, UserKey newUser, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection
                .Command($"SELECT id FROM {_pending} WHERE client = @client AND user_id = @user ORDER BY seq, id LIMIT 1")
                .With("client", newUser.Client)
                .With("user", newUser.UserId);
            await using (command.ConfigureAwait(false))
            {
                var first = (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
                return first is null || first == VeroPendingOperation.PlaceholderOf(alias.Id);
            }
        }
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            await DeleteAsync(connection, transaction: null, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves operations to the dead letters.</summary>
    public Task KillAsync(
        UserKey user, IReadOnlyList<PendingRow> rows, DeadLetterStatus status, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        InTransactionAsync(
            async (connection, transaction) =>
            {
                foreach (PendingRow row in rows)
                {
                    // From the row as it is: what was forgotten meanwhile must not come back as a dead letter.
                    DbCommand command = connection
                        .Command(
                            $"INSERT INTO {_dead} (id, client, user_id, operation, envelope, enlisted_at, died_at, status, reason) "
                                + $"SELECT id, client, user_id, operation, envelope, enlisted_at, @now, @status, @reason FROM {_pending} WHERE id = @id",
                            transaction)
                        .With("id", row.Id)
                        .With("now", now.ToUnixTimeMilliseconds())
                        .With("status", status.ToString())
                        .With("reason", reason);
                    await using (command.ConfigureAwait(false))
                        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                await DeleteAsync(connection, transaction, RowIds(rows), cancellationToken).ConfigureAwait(false);
                await ClearBackoffAsync(connection, transaction, user, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>The keys of all rows that end with these: an alias has two.</summary>
    public static List<string> RowIds(IReadOnlyList<PendingRow> rows)
    {
        var ids = new List<string>(rows.Count);
        foreach (PendingRow row in rows)
        {
            ids.Add(row.Id);
            if (row.Operation == Alias && !row.IsPlaceholder)
                ids.Add(VeroPendingOperation.PlaceholderOf(row.Id));
        }

        return ids;
    }

    /// <summary>Puts a user off.</summary>
    /// <param name="user">The user.</param>
    /// <param name="isFailure">Whether it counts as a failed attempt.</param>
    /// <param name="next">Says, for the number of failed attempts, when the next one is due.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task PostponeAsync(UserKey user, bool isFailure, Func<int, DateTimeOffset> next, CancellationToken cancellationToken) => InTransactionAsync(
        async (connection, transaction) =>
        {
            int attempts = isFailure ? 1 : 0;
            DbCommand read = connection
                .Command($"SELECT attempts FROM {_backoff} WHERE client = @client AND user_id = @user", transaction)
                .With("client", user.Client)
                .With("user", user.UserId);
            await using (read.ConfigureAwait(false))
            {
                if (await read.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } found)
                    attempts += Convert.ToInt32(found, CultureInfo.InvariantCulture);
            }

            DbCommand write = connection
                .Command(
                    $"INSERT INTO {_backoff} (client, user_id, attempts, not_before) VALUES (@client, @user, @attempts, @next) "
                        + "ON CONFLICT (client, user_id) DO UPDATE SET attempts = excluded.attempts, not_before = excluded.not_before",
                    transaction)
                .With("client", user.Client)
                .With("user", user.UserId)
                .With("attempts", attempts)
                .With("next", next(attempts).ToUnixTimeMilliseconds());
            await using (write.ConfigureAwait(false))
                await write.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public async Task ClearBackoffAsync(UserKey user, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            await ClearBackoffAsync(connection, transaction: null, user, cancellationToken).ConfigureAwait(false);
    }

    public async Task<List<PauseRow>> ReadPausesAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command($"SELECT client, credential, reason, since FROM {_pause} ORDER BY client, since");
            await using (command.ConfigureAwait(false))
            {
                var pauses = new List<PauseRow>();
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        pauses.Add(new PauseRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), Time(reader.GetInt64(3))));
                }

                return pauses;
            }
        }
    }

    /// <returns>Whether it was not paused before.</returns>
    public async Task<bool> PauseAsync(PauseRow pause, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection
                .Command(
                    $"INSERT INTO {_pause} (client, credential, reason, since) VALUES (@client, @credential, @reason, @since) "
                        + "ON CONFLICT (client, credential) DO NOTHING")
                .With("client", pause.Client)
                .With("credential", pause.Credential)
                .With("reason", pause.Reason)
                .With("since", pause.Since.ToUnixTimeMilliseconds());
            await using (command.ConfigureAwait(false))
                return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    public async Task ResumeAsync(string client, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command($"DELETE FROM {_pause} WHERE client = @client").With("client", client);
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<(long Pending, DateTimeOffset? Oldest, long Dead)> CountAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // The placeholder of an alias is no operation of its own.
            DbCommand command = connection.Command(
                $"SELECT (SELECT COUNT(*) FROM {_pending} WHERE envelope IS NOT NULL), (SELECT MIN(enlisted_at) FROM {_pending}), "
                + $"(SELECT COUNT(*) FROM {_dead})");
            await using (command.ConfigureAwait(false))
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    return (reader.GetInt64(0), reader.IsDBNull(1) ? null : Time(reader.GetInt64(1)), reader.GetInt64(2));
                }
            }
        }
    }

    /// <summary>The order number of the newest pending operation; null if nothing is pending.</summary>
    public async Task<long?> ReadNewestAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command($"SELECT MAX(seq) FROM {_pending}");
            await using (command.ConfigureAwait(false))
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long newest ? newest : null;
        }
    }

    /// <summary>The clients for whom something is pending up to an order number.</summary>
    public async Task<List<string>> ReadClientsUpToAsync(long sequence, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command($"SELECT DISTINCT client FROM {_pending} WHERE seq <= @seq").With("seq", sequence);
            await using (command.ConfigureAwait(false))
                return await ReadClientsAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<List<string>> ReadClientsAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var clients = new List<string>();
        DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                clients.Add(reader.GetString(0));
        }

        return clients;
    }

    /// <summary>Removes what is stored of a user, and enlists the deletion.</summary>
    public Task ForgetAsync(UserKey user, IReadOnlyList<VeroPendingOperation> deletion, CancellationToken cancellationToken) => InTransactionAsync(
        async (connection, transaction) =>
        {
            await InsertAsync(connection, transaction, deletion, cancellationToken).ConfigureAwait(false);
            await DropBeforeDeletionAsync(connection, transaction, user, cancellationToken).ConfigureAwait(false);
            await ClearBackoffAsync(connection, transaction, user, cancellationToken).ConfigureAwait(false);
            DbCommand command = connection
                .Command($"DELETE FROM {_dead} WHERE client = @client AND user_id = @user", transaction)
                .With("client", user.Client)
                .With("user", user.UserId);
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public async Task<List<VeroDeadLetter>> ReadDeadLettersAsync(int limit, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = connection.Command(
                $"SELECT id, client, user_id, operation, envelope, enlisted_at, died_at, status, reason FROM {_dead} "
                + $"ORDER BY died_at, id LIMIT {limit.ToString(CultureInfo.InvariantCulture)}");
            await using (command.ConfigureAwait(false))
            {
                var letters = new List<VeroDeadLetter>();
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        letters.Add(new VeroDeadLetter(
                            reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? "" : reader.GetString(4),
                            Time(reader.GetInt64(5)), Time(reader.GetInt64(6)), Enum.Parse<DeadLetterStatus>(reader.GetString(7)), reader.GetString(8)));
                    }
                }

                return letters;
            }
        }
    }

    /// <summary>Makes a dead letter pending again, after everything that is pending now.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> ReplayAsync(string id, IReadOnlyList<VeroPendingOperation> rows, CancellationToken cancellationToken)
    {
        bool isReplayed = false;
        await InTransactionAsync(
            async (connection, transaction) =>
            {
                DbCommand command = connection.Command($"DELETE FROM {_dead} WHERE id = @id", transaction).With("id", id);
                await using (command.ConfigureAwait(false))
                    isReplayed = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
                if (isReplayed)
                    await InsertAsync(connection, transaction, rows, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return isReplayed;
    }

    public async ValueTask DisposeAsync() => await dialect.DisposeAsync().ConfigureAwait(false);

    private static string Deletion { get; } = OperationTable.Of(VeroOperation.DeleteUser).Name;

    private static string Alias { get; } = OperationTable.Of(VeroOperation.Alias).Name;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => dataSource.OpenConnectionAsync(cancellationToken);

    private async Task InTransactionAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await work(connection, transaction).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<PendingRow>> ReadUserAsync(DbConnection connection, UserKey user, CancellationToken cancellationToken)
    {
        DbCommand command = connection
            .Command(
                $"SELECT id, operation, envelope, enlisted_at FROM {_pending} WHERE client = @client AND user_id = @user "
                    + $"ORDER BY seq, id LIMIT {RowsOfUser.ToString(CultureInfo.InvariantCulture)}")
            .With("client", user.Client)
            .With("user", user.UserId);
        await using (command.ConfigureAwait(false))
        {
            var rows = new List<PendingRow>();
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    rows.Add(new PendingRow(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), Time(reader.GetInt64(3))));
            }

            return rows;
        }
    }

    /// <summary>
    /// Drops what is pending of a user before the last deletion, back to an alias if there is one: what comes before an alias goes to the new user too.
    /// </summary>
    private async Task<int> DropBeforeDeletionAsync(DbConnection connection, DbTransaction? transaction, UserKey user, CancellationToken cancellationToken)
    {
        const string OfUser = "client = @client AND user_id = @user";
        string deletion = $"(SELECT MAX(seq) FROM {_pending} WHERE {OfUser} AND operation = '{Deletion}')";
        DbCommand command = connection
            .Command(
                $"DELETE FROM {_pending} WHERE {OfUser} AND seq < {deletion} "
                    + $"AND seq > COALESCE((SELECT MAX(seq) FROM {_pending} WHERE {OfUser} AND operation = '{Alias}' AND seq < {deletion}), -1)",
                transaction)
            .With("client", user.Client)
            .With("user", user.UserId);
        await using (command.ConfigureAwait(false))
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command("", transaction);
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Constants, a quoted schema and numbered parameters.
            command.CommandText = $"DELETE FROM {_pending} WHERE id IN ({command.WithEach("id", ids)})";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ClearBackoffAsync(DbConnection connection, DbTransaction? transaction, UserKey user, CancellationToken cancellationToken)
    {
        DbCommand command = connection
            .Command($"DELETE FROM {_backoff} WHERE client = @client AND user_id = @user", transaction)
            .With("client", user.Client)
            .With("user", user.UserId);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> ReadSchemaVersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadSettingAsync(connection, "schema", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // No such table: the schema is created next, and then read again.
            return null;
        }
    }

    private async Task CheckSchemaAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        string? version;
        try
        {
            version = await ReadSettingAsync(connection, "schema", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new InvalidOperationException(DeliveryMessages.SchemaMissing(exception.Message), exception);
        }

        if (version != StoreDialect.SchemaVersion)
            throw new InvalidOperationException(DeliveryMessages.SchemaMissing($"The version found is {version ?? "none"}, the one needed {StoreDialect.SchemaVersion}."));
    }

    private async Task<string?> ReadSettingAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        DbCommand command = connection.Command($"SELECT value FROM {_setting} WHERE name = @name").With("name", name);
        await using (command.ConfigureAwait(false))
            return (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
