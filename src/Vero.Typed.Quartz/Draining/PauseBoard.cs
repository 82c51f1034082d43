namespace Vero.Typed;

/// <summary>Which clients are paused for this process. Quartz' own pause would not do: its recovery jobs ignore it.</summary>
internal sealed class PauseBoard(DeliveryStore store, ClientCredentials credentials, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private volatile IReadOnlyList<PauseRow> _pauses = [];
    private long _readAt;
    private bool _isRead;

    /// <summary>The pauses that hold for this process.</summary>
    public IEnumerable<PauseRow> Current => _pauses.Where(pause => pause.Credential.Length == 0 || pause.Credential == credentials.FingerprintOf(pause.Client));

    public bool IsPaused(string client) => Current.Any(pause => pause.Client == client);

    /// <summary>Reads the pauses, unless that was done just now.</summary>
    public async Task RefreshAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (IsFresh(maxAge))
            return;
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (IsFresh(maxAge))
                return;
            long start = time.GetTimestamp();
            _pauses = await store.ReadPausesAsync(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _readAt, start);
            Volatile.Write(ref _isRead, true);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Pauses a client: at once in this process, then everywhere.</summary>
    /// <returns>Whether it was not paused before.</returns>
    public async Task<bool> PauseAsync(PauseRow pause, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _pauses = [.. _pauses, pause];
            return await store.PauseAsync(pause, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    public async Task ResumeAsync(string client, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await store.ResumeAsync(client, cancellationToken).ConfigureAwait(false);
            _pauses = [.. _pauses.Where(pause => pause.Client != client)];
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private bool IsFresh(TimeSpan maxAge) => Volatile.Read(ref _isRead) && time.GetElapsedTime(Volatile.Read(ref _readAt)) < maxAge;
}
