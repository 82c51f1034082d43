using System.Data.Common;
using System.Globalization;

namespace Vero.Typed.Quartz.Tests.Crash;

/// <summary>
/// An application that writes: each transaction raises the version of a user, adds an order and enlists an identify (merged later) or a tag (never
/// merged) with the number of the order. Some are rolled back, the last one of every second user among them.
/// </summary>
internal sealed class BusinessTransactions(TestStore store, IVeroDelivery delivery)
{
    public const string Identify = "/api/v2/users/track";
    public const string Tags = "/api/v2/users/tags/edit";

    private int _next;

    public static async Task CreateTablesAsync(TestStore store, int users)
    {
        await store.ExecuteAsync("CREATE TABLE shop_user (id integer PRIMARY KEY, version integer NOT NULL)");
        await store.ExecuteAsync("CREATE TABLE shop_order (tx integer PRIMARY KEY, user_id integer NOT NULL, version integer NOT NULL, kind text NOT NULL)");
        for (int user = 0; user < users; user++)
            await store.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO shop_user VALUES ({user}, 0)"));
    }

    public Task RunAsync(int count, int users, int writers) => Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
    {
        for (int tx = Interlocked.Increment(ref _next); tx <= count; tx = Interlocked.Increment(ref _next))
        {
            int user = tx * 7 % users;
            bool isLastOfUser = tx + users > count;
            await WriteAsync(tx, user, isTag: tx % 5 is 1 or 3, isRolledBack: tx % 10 == 0 || (isLastOfUser && user % 2 == 0));
        }
    })));

    /// <summary>What must be true when nothing is pending any more.</summary>
    public static async Task<Verdict> JudgeAsync(TestStore store, StandInForVero vero)
    {
        var verdict = new Verdict();
        string[] orders = await store.ReadAsync("SELECT tx || ' ' || user_id || ' ' || kind FROM shop_order ORDER BY user_id, version");
        ILookup<string, (int Tx, string Kind)> committed = orders.Select(static row => row.Split(' '))
            .ToLookup(static row => row[1], static row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[2]));
        HashSet<int> known = [.. committed.SelectMany(static user => user).Select(static order => order.Tx)];
        foreach (IGrouping<string, (int Tx, string Kind)> user in committed)
        {
            IReadOnlyList<(string Path, int Number)> accepted = vero.AcceptedOf(user.Key);
            List<int> order = [.. user.Select(static order => order.Tx)];
            int[] tags = [.. accepted.Where(static call => call.Path == Tags).Select(static call => call.Number)];
            int[] identifies = [.. accepted.Where(static call => call.Path == Identify).Select(static call => call.Number)];
            int[] wantedTags = [.. user.Where(static order => order.Kind == "tag").Select(static order => order.Tx)];
            verdict.Committed += user.Count();
            verdict.Lost += wantedTags.Except(tags).Count();
            verdict.Repeated += accepted.Count - accepted.Distinct().Count();
            if (!tags.Distinct().SequenceEqual(wantedTags.Where(tags.Contains)))
                verdict.OutOfOrder++;
            int newest = user.Where(static order => order.Kind == "identify").Select(static order => order.Tx).LastOrDefault();
            if (newest != 0 && identifies.LastOrDefault() != newest)
                verdict.Stale++;
            for (int i = 1; i < identifies.Length; i++)
            {
                if (order.IndexOf(identifies[i]) < order.IndexOf(identifies[i - 1]))
                    verdict.Backwards++;
            }
        }

        verdict.Phantom = vero.Users.Sum(user => vero.AcceptedOf(user).Count(call => !known.Contains(call.Number)));
        return verdict;
    }

    private async Task WriteAsync(int tx, int user, bool isTag, bool isRolledBack)
    {
        await using DbConnection connection = await store.DataSource.OpenConnectionAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        IVeroClient enlisted = delivery.Enlist(transaction);
        string id = user.ToString(CultureInfo.InvariantCulture);

        // Enlisted first, when the row of the user is not locked yet.
        if (isTag)
            await enlisted.EditTagsAsync(new EditTagsRequest(new VeroIdentity(id), [tx.ToString(CultureInfo.InvariantCulture)]));
        else
            await enlisted.IdentifyAsync(Requests.Identify(id, ("tx", tx)));
        await ExecuteAsync(transaction, $"UPDATE shop_user SET version = version + 1 WHERE id = {id}");
        await ExecuteAsync(
            transaction,
            string.Create(CultureInfo.InvariantCulture, $"INSERT INTO shop_order SELECT {tx}, id, version, '{(isTag ? "tag" : "identify")}' FROM shop_user WHERE id = {id}"));
        if (isRolledBack)
            await transaction.RollbackAsync();
        else
            await transaction.CommitAsync();
    }

    private static async Task ExecuteAsync(DbTransaction transaction, string sql)
    {
        await using DbCommand command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
