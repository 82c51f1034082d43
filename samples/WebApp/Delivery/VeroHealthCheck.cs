using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Vero.Typed;
using WebApp.Data;

namespace WebApp.Delivery;

/// <summary>
/// Degraded while profiles are undelivered, or the queue is more than half full; never unhealthy, because without Vero the shop goes on.
/// </summary>
public sealed class VeroHealthCheck(IVeroQueue vero, IOptions<VeroQueueOptions> options, ShopContext shop) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int queued = vero.Count;
        int undelivered = await shop.UndeliveredProfiles.CountAsync(cancellationToken);
        bool isBehind = undelivered > 0 || queued > options.Value.Capacity / 2;
        return new HealthCheckResult(
            isBehind ? HealthStatus.Degraded : HealthStatus.Healthy, $"{queued} queued, {undelivered} undelivered");
    }
}
