using Microsoft.Extensions.Logging;

namespace Vero.Typed;

/// <summary>Delivers what is pending of one user, one request after the other, until nothing is left or something fails.</summary>
internal sealed class UserDelivery(DeliveryContext context, PendingUser user)
{
    private readonly UserKey _key = user.Key;
    private bool _hasFailed = user.HasFailed;

    /// <param name="stopping">Ends the delivery before the next request.</param>
    /// <param name="cancelling">Cancels the request in flight.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken cancelling)
    {
        while (!stopping.IsCancellationRequested)
        {
            await context.Pauses.RefreshAsync(DeliveryTimes.PauseAge, CancellationToken.None).ConfigureAwait(false);
            if (context.Pauses.IsPaused(_key.Client) || context.Breaker.IsOpen(_key.Client))
                return;
            List<PendingRow> rows = await context.Store.ReadUserAsync(_key, CancellationToken.None).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                await ForgetFailureAsync().ConfigureAwait(false);
                return;
            }

            if (!await TakeStepAsync(rows, cancelling).ConfigureAwait(false))
                return;
        }
    }

    /// <returns>Whether the next operation of the user may follow at once.</returns>
    private async Task<bool> TakeStepAsync(List<PendingRow> rows, CancellationToken cancelling)
    {
        PendingRow first = rows[0];
        if (first.Envelope is null)
        {
            // The shard of the old user sends the alias.
            await PostponeAsync(DeliveryTimes.AliasWait).ConfigureAwait(false);
            return false;
        }

        VeroRequest request;
        try
        {
            request = VeroRequest.ParseEnvelope(first.Envelope);
        }
        catch (VeroSerializationException exception)
        {
            return await KeepUnknownAsync(first, exception).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            await KillAsync([first], null, new Attempt(AttemptKind.Rejected, exception), DeadLetterStatus.Unreadable).ConfigureAwait(false);
            return true;
        }

        if (request is AliasRequest alias
            && !await context.Store.IsFirstOfNewUserAsync(first, new UserKey(_key.Client, alias.NewUserId), CancellationToken.None).ConfigureAwait(false))
        {
            await PostponeAsync(DeliveryTimes.AliasWait).ConfigureAwait(false);
            return false;
        }

        if (context.FindClient(_key.Client) is not { } client)
        {
            DeliveryLog.UnknownClient(context.Logger, DeliveryMessages.DescribeClient(_key.Client));
            await PostponeAsync(DeliveryTimes.UnknownWait).ConfigureAwait(false);
            return false;
        }

        MergedIdentify merged = MergedIdentify.Of(request, rows);
        string credential = context.Credentials.FingerprintOf(_key.Client);
        Attempt attempt = await SendAsync(client, merged.Request, cancelling).ConfigureAwait(false);
        if (attempt.Kind == AttemptKind.Rejected && merged.Rows.Count > 1)
            return await SendNewestAsync(client, merged, attempt, credential, cancelling).ConfigureAwait(false);
        return await FinishAsync(merged.Rows, merged.Request, attempt, credential).ConfigureAwait(false);
    }

    private async Task<bool> SendNewestAsync(IVeroClient client, MergedIdentify merged, Attempt rejected, string credential, CancellationToken cancelling)
    {
        DeliveryLog.MergeRejected(context.Logger, merged.Rows.Count, rejected.Reason);
        Attempt attempt = await SendAsync(client, merged.Newest, cancelling).ConfigureAwait(false);
        if (attempt.Kind is AttemptKind.Delivered or AttemptKind.Rejected)
        {
            // First the older ones: a crash in between sends the newest again, and never an older one after it.
            await KillAsync(merged.Rows[..^1], merged.Request, rejected, DeadLetterStatus.Rejected).ConfigureAwait(false);
        }

        return await FinishAsync(merged.Rows[^1..], merged.Newest, attempt, credential).ConfigureAwait(false);
    }

    private async Task<bool> FinishAsync(List<PendingRow> rows, VeroRequest request, Attempt attempt, string credential)
    {
        switch (attempt.Kind)
        {
            case AttemptKind.Delivered:
                context.Breaker.Succeeded(_key.Client);
                await context.Completed.DeleteAsync(DeliveryStore.RowIds(rows)).ConfigureAwait(false);
                await ForgetFailureAsync().ConfigureAwait(false);
                if (request is AliasRequest)
                    context.Signal.Pulse();
                return true;
            case AttemptKind.Rejected:
                // An answer, so Vero is there.
                context.Breaker.Succeeded(_key.Client);
                await KillAsync(rows, request, attempt, DeadLetterStatus.Rejected).ConfigureAwait(false);
                return true;
            case AttemptKind.CredentialRejected:
                await PauseAsync(attempt, credential).ConfigureAwait(false);
                return false;
            case AttemptKind.Failed:
                context.Breaker.Failed(_key.Client, attempt.IsRateLimited ? attempt.RetryAfter : null);
                if (context.Now - rows[0].EnlistedAt > context.Options.MaxAge)
                {
                    await KillAsync(rows, request, attempt, DeadLetterStatus.Expired).ConfigureAwait(false);
                    return true;
                }

                await BackOffAsync(request, attempt).ConfigureAwait(false);
                return false;
            default:
                return false;
        }
    }

    private static async Task<Attempt> SendAsync(IVeroClient client, VeroRequest request, CancellationToken cancelling)
    {
        try
        {
            await client.SendAsync(request, cancelling).ConfigureAwait(false);
            return new Attempt(AttemptKind.Delivered);
        }
        catch (Exception exception)
        {
            return Attempt.Of(exception, cancelling.IsCancellationRequested);
        }
    }

    /// <summary>A rolling deploy: the row waits for an instance of the version that wrote it.</summary>
    private async Task<bool> KeepUnknownAsync(PendingRow row, VeroSerializationException exception)
    {
        if (context.Now - row.EnlistedAt > context.Options.MaxAge)
        {
            await KillAsync([row], null, new Attempt(AttemptKind.Rejected, exception), DeadLetterStatus.Expired).ConfigureAwait(false);
            return true;
        }

        DeliveryLog.UnknownEnvelope(context.Logger, row.Operation);
        await PostponeAsync(DeliveryTimes.UnknownWait).ConfigureAwait(false);
        return false;
    }

    private async Task PauseAsync(Attempt attempt, string credential)
    {
        var pause = new PauseRow(_key.Client, credential, attempt.Reason, context.Now);
        if (await context.Pauses.PauseAsync(pause, CancellationToken.None).ConfigureAwait(false))
            DeliveryLog.Paused(context.Logger, DeliveryMessages.DescribeClient(_key.Client), attempt.Reason);
    }

    private async Task KillAsync(List<PendingRow> rows, VeroRequest? request, Attempt attempt, DeadLetterStatus status)
    {
        await context.Store.KillAsync(_key, rows, status, attempt.Reason, context.Now, CancellationToken.None).ConfigureAwait(false);
        _hasFailed = false;
        DeliveryLog.DeadLetters(context.Logger, rows.Count, rows[0].Operation, status, attempt.Reason);
        await context.ReportAsync(request, attempt, status).ConfigureAwait(false);
    }

    private async Task BackOffAsync(VeroRequest request, Attempt attempt)
    {
        int attempts = 0;
        await context.Store.PostponeAsync(
            _key,
            isFailure: true,
            count =>
            {
                attempts = count;
                return context.Now + DeliveryContext.WaitAfter(count, attempt.RetryAfter);
            },
            CancellationToken.None).ConfigureAwait(false);
        string operation = OperationTable.Of(request.Operation).Name;
        string reason = attempt.Reason;
        DeliveryLog.AttemptFailed(context.Logger, operation, attempts, reason);
    }

    private Task PostponeAsync(TimeSpan wait) =>
        context.Store.PostponeAsync(_key, isFailure: false, _ => context.Now + wait, CancellationToken.None);

    private async Task ForgetFailureAsync()
    {
        if (!_hasFailed)
            return;
        await context.Store.ClearBackoffAsync(_key, CancellationToken.None).ConfigureAwait(false);
        _hasFailed = false;
    }
}
