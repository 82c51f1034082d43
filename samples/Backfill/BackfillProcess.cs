using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Vero.Typed;

namespace Backfill;

/// <summary>The part of one process: enlists pages in turn with the others, delivers like the others, and reports.</summary>
internal sealed partial class BackfillProcess(
    PageReader pages, IVeroDelivery delivery, RejectsFile rejects, Progress progress, BackfillOptions options,
    ILogger<BackfillProcess> logger)
{
    public const int AllDelivered = 0;
    public const int SomeRejected = 1;
    public const int Paused = 3;
    public const int Cancelled = 130;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(1);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        using var reported = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task reporting = progress.ReportAsync(reported.Token);
        try
        {
            await EnlistAllAsync(stopping);
            if (!await TryFlushAsync(stopping))
                return Paused;
            return await rejects.WriteAsync(stopping) == 0 ? AllDelivered : SomeRejected;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Cancelled;
        }
        finally
        {
            await reported.CancelAsync();
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await progress.WriteAsync(CancellationToken.None);
        }
    }

    private async Task EnlistAllAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                VeroDeliveryStatus status = await delivery.GetStatusAsync(stopping);
                if (status.Pauses.Count > 0)
                    return;
                if (status.Pending > options.MostPending)
                    await Task.Delay(Wait, stopping);
                else if (!await pages.EnlistNextAsync(stopping))
                    return;
            }
            catch (Exception exception) when (exception is DbException { IsTransient: true } or DbUpdateException)
            {
                // Two processes began the run at the same time, a deadlock, a connection that broke: nothing of the page was written.
                LogRetry(exception.GetBaseException().Message);
                await Task.Delay(RetryWait, stopping);
            }
        }
    }

    /// <returns>False if the deliveries are paused, because Vero has rejected the token.</returns>
    private async Task<bool> TryFlushAsync(CancellationToken stopping)
    {
        try
        {
            await delivery.FlushAsync(stopping);
            return true;
        }
        catch (InvalidOperationException)
        {
            if ((await delivery.GetStatusAsync(stopping)).Pauses.Count == 0)
                throw;
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page is read again: {Reason}")]
    private partial void LogRetry(string reason);
}
