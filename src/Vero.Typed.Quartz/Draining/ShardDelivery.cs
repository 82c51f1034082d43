namespace Vero.Typed;

/// <summary>Delivers one shard for the length of a shift: several users at a time, each of them in order.</summary>
internal sealed class ShardDelivery(DeliveryContext context, int shard) : IDisposable
{
    private const int PageSize = 500;

    // Commits that come together are looked for together.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _slots = new(context.Options.MaxConcurrency);
    private readonly HashSet<UserKey> _busy = [];
    private readonly List<Task> _running = [];
    private volatile Exception? _failure;

    /// <param name="stopping">Ends the shift; calls in flight complete.</param>
    /// <param name="cancelling">Cancels the calls in flight.</param>
    public async Task RunShiftAsync(CancellationToken stopping, CancellationToken cancelling)
    {
        ShardHold? hold = await context.Store.Dialect.TryHoldAsync(context.Store.DataSource, shard, CancellationToken.None).ConfigureAwait(false);
        if (hold is null)
            return;
        await using (hold.ConfigureAwait(false))
        {
            long start = context.Time.GetTimestamp();
            try
            {
                while (!stopping.IsCancellationRequested && _failure is null && context.Time.GetElapsedTime(start) < DeliveryTimes.Shift)
                {
                    Task woken = context.Signal.Next;
                    await hold.CheckAsync(CancellationToken.None).ConfigureAwait(false);
                    await context.Pauses.RefreshAsync(DeliveryTimes.PauseAge, CancellationToken.None).ConfigureAwait(false);
                    if (!await ScanAsync(stopping, cancelling).ConfigureAwait(false))
                        await RestAsync(woken, stopping).ConfigureAwait(false);
                }
            }
            finally
            {
                await Task.WhenAll(_running).ConfigureAwait(false);
            }
        }

        if (_failure is { } failure)
            throw new InvalidOperationException(failure.Message, failure);
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Goes through the shard once, and starts the delivery of each user for whom something is due.</summary>
    /// <returns>Whether there was one.</returns>
    private async Task<bool> ScanAsync(CancellationToken stopping, CancellationToken cancelling)
    {
        bool isAny = false;
        var seen = new HashSet<UserKey>();
        List<string> clients = await context.Store.ReadClientsAsync(CancellationToken.None).ConfigureAwait(false);
        List<(string Client, long After)> open = [.. clients.Select(static client => (client, long.MinValue))];

        // A page of each client in turn, so that the backlog of one does not hold up the others.
        while (open.Count > 0)
        {
            var further = new List<(string Client, long After)>();
            foreach ((string client, long after) in open)
            {
                if (stopping.IsCancellationRequested || _failure is not null)
                    return isAny;

                // Not even looked for: during an outage the backlog of a client is long, and every look would read all of it.
                if (context.Pauses.IsPaused(client) || context.Breaker.IsOpen(client))
                    continue;
                List<PendingUser> page = await context.Store
                    .ReadDueAsync(shard, client, after, context.Now, PageSize, CancellationToken.None).ConfigureAwait(false);
                foreach (PendingUser user in page)
                {
                    if (!seen.Add(user.Key) || IsBusy(user.Key))
                        continue;
                    if (!await TakeSlotAsync(stopping).ConfigureAwait(false))
                        return isAny;
                    isAny = true;
                    Start(user, stopping, cancelling);
                }

                if (page.Count == PageSize)
                    further.Add((client, page[^1].Sequence));
            }

            open = further;
        }

        return isAny;
    }

    private async Task RestAsync(Task woken, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(ShortestRest, context.Time, stopping).ConfigureAwait(false);
            await woken.WaitAsync(context.Options.PollInterval - ShortestRest, context.Time, stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // The next poll, or the end.
        }
    }

    private async Task<bool> TakeSlotAsync(CancellationToken stopping)
    {
        try
        {
            await _slots.WaitAsync(stopping).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool IsBusy(UserKey user)
    {
        lock (_busy)
            return _busy.Contains(user);
    }

    private void Start(PendingUser user, CancellationToken stopping, CancellationToken cancelling)
    {
        lock (_busy)
            _busy.Add(user.Key);
        _running.RemoveAll(static task => task.IsCompleted);
        _running.Add(Task.Run(() => DeliverAsync(user, stopping, cancelling), CancellationToken.None));
    }

    private async Task DeliverAsync(PendingUser user, CancellationToken stopping, CancellationToken cancelling)
    {
        try
        {
            await new UserDelivery(context, user).RunAsync(stopping, cancelling).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The store is down, most likely. The shift ends, and the next one finds everything that is left.
            _failure = exception;
        }
        finally
        {
            lock (_busy)
                _busy.Remove(user.Key);
            _slots.Release();
        }
    }
}
