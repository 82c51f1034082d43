namespace Vero.Typed;

/// <summary>Deletes the rows of accepted requests, those of several users in one statement while another one is being carried out.</summary>
internal sealed class CompletedRows(DeliveryStore store) : IDisposable
{
    private readonly SemaphoreSlim _deleting = new(1);
    private readonly Lock _collecting = new();
    private Batch _batch = new();

    /// <summary>Completes when the rows are gone: a later request of the same user must not be sent before, or a crash would repeat the earlier one after it.</summary>
    public async Task DeleteAsync(IReadOnlyList<string> ids)
    {
        Batch batch;
        lock (_collecting)
        {
            batch = _batch;
            batch.Ids.AddRange(ids);
        }

        await _deleting.WaitAsync().ConfigureAwait(false);
        try
        {
            if (batch.IsDone)
            {
                if (batch.Failure is { } failure)
                    throw new InvalidOperationException(failure.Message, failure);
                return;
            }

            lock (_collecting)
                _batch = new Batch();
            try
            {
                // Not cancelled at shutdown: what is accepted and not deleted is sent again.
                await store.DeleteAsync(batch.Ids, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                batch.Failure = exception;
                throw;
            }
            finally
            {
                batch.IsDone = true;
            }
        }
        finally
        {
            _deleting.Release();
        }
    }

    public void Dispose() => _deleting.Dispose();

    private sealed class Batch
    {
        public List<string> Ids { get; } = [];

        public bool IsDone { get; set; }

        public Exception? Failure { get; set; }
    }
}
