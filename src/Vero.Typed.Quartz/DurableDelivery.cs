using System.Data.Common;

namespace Vero.Typed;

/// <summary>What the application uses: writes rows and reads the status. Works in a process that delivers and in one that does not.</summary>
internal sealed class DurableDelivery(DeliveryContext context) : IVeroDelivery
{
    private static readonly TimeSpan FlushPoll = TimeSpan.FromMilliseconds(50);

    private DeliveryStore Store => context.Store;

    public IVeroClient Enlist(DbTransaction transaction, string client = "")
    {
        ArgumentNullException.ThrowIfNull(client);
        return transaction is { Connection: { } connection }
            ? new EnlistedClient(this, connection, transaction, client)
            : throw new ArgumentException(DeliveryMessages.NoTransaction, nameof(transaction));
    }

    public async Task EnqueueAsync(VeroRequest request, string client = "", CancellationToken cancellationToken = default)
    {
        await Store.InsertAsync(Rows(request, client), cancellationToken).ConfigureAwait(false);
        Wake();
    }

    public void Wake() => context.Signal.Pulse();

    public async Task PauseAsync(string reason, string client = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(client);
        await context.Pauses.PauseAsync(new PauseRow(client, Credential: "", reason, context.Now), cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(string client = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        await context.Pauses.ResumeAsync(client, cancellationToken).ConfigureAwait(false);
        Wake();
    }

    public async Task<VeroDeliveryStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        (long pending, DateTimeOffset? oldest, long dead) = await Store.CountAsync(cancellationToken).ConfigureAwait(false);
        await context.Pauses.RefreshAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        TimeSpan? age = oldest is { } since ? context.Now - since : null;
        return new VeroDeliveryStatus(
            pending,
            age < TimeSpan.Zero ? TimeSpan.Zero : age,
            dead,
            [.. context.Pauses.Current.Select(static pause => new VeroDeliveryPause(pause.Client, pause.Reason, pause.Since))]);
    }

    public async Task ForgetAsync(VeroIdentity user, string client = "", CancellationToken cancellationToken = default)
    {
        IReadOnlyList<VeroPendingOperation> rows = Rows(new DeleteUserRequest(user), client);
        await Store.ForgetAsync(new UserKey(client, user.Id), rows, cancellationToken).ConfigureAwait(false);
        Wake();
    }

    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        if (await Store.ReadNewestAsync(cancellationToken).ConfigureAwait(false) is not { } newest)
            return;
        Wake();
        while (true)
        {
            List<string> clients = await Store.ReadClientsUpToAsync(newest, cancellationToken).ConfigureAwait(false);
            if (clients.Count == 0)
                return;
            await context.Pauses.RefreshAsync(DeliveryTimes.PauseAge, cancellationToken).ConfigureAwait(false);
            if (context.Pauses.Current.FirstOrDefault(pause => clients.Contains(pause.Client)) is { } pause)
                throw new InvalidOperationException(DeliveryMessages.Paused(pause.Client, pause.Reason));
            await Task.Delay(FlushPoll, context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<VeroDeadLetter>> GetDeadLettersAsync(int limit = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return await Store.ReadDeadLettersAsync(limit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> ReplayAsync(VeroDeadLetter deadLetter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deadLetter);
        IReadOnlyList<VeroPendingOperation> rows = Rows(VeroRequest.ParseEnvelope(deadLetter.Envelope), deadLetter.Client);
        bool isReplayed = await Store.ReplayAsync(deadLetter.Id, rows, cancellationToken).ConfigureAwait(false);
        Wake();
        return isReplayed;
    }

    private IReadOnlyList<VeroPendingOperation> Rows(VeroRequest request, string client) =>
        VeroPendingOperation.Create(request, client, context.Options.Shards, context.Now);

    private sealed class EnlistedClient(DurableDelivery delivery, DbConnection connection, DbTransaction transaction, string client) : IVeroClient
    {
        public Task SendAsync(VeroRequest request, CancellationToken cancellationToken = default) =>
            transaction.Connection is null
                ? throw new InvalidOperationException(DeliveryMessages.NoTransaction)
                : delivery.Store.InsertAsync(connection, transaction, delivery.Rows(request, client), cancellationToken);
    }
}
