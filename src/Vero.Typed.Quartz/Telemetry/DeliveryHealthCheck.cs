using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Vero.Typed;

internal sealed class DeliveryHealthCheck(IVeroDelivery delivery, TimeSpan longestAge) : IHealthCheck
{
    public static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        VeroDeliveryStatus status;
        try
        {
            status = await delivery.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store of Vero delivery cannot be read.", exception);
        }

        var data = new Dictionary<string, object>
        {
            ["pending"] = status.Pending,
            ["oldest_age_seconds"] = status.OldestAge?.TotalSeconds ?? 0,
            ["dead_letters"] = status.DeadLetters,
        };
        if (status.Pauses.Count > 0)
        {
            return HealthCheckResult.Degraded(
                string.Join(" ", status.Pauses.Select(static pause => DeliveryMessages.Paused(pause.Client, pause.Reason))), data: data);
        }

        return status.OldestAge > longestAge
            ? HealthCheckResult.Degraded(FormattableString.Invariant($"An operation has been pending for {status.OldestAge:c}."), data: data)
            : HealthCheckResult.Healthy(FormattableString.Invariant($"{status.Pending} pending, {status.DeadLetters} dead letters"), data);
    }
}
