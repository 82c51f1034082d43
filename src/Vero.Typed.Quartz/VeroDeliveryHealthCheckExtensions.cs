using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Vero.Typed;

/// <summary>Adds the health check of durable delivery.</summary>
public static class VeroDeliveryHealthCheckExtensions
{
    /// <summary>
    /// Adds a check that is degraded while a client is paused or an operation has been pending for too long, and unhealthy while the store cannot
    /// be read.
    /// </summary>
    /// <param name="builder">The builder of the health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="longestAge">How long an operation may be pending; 15 minutes by default.</param>
    /// <param name="tags">The tags of the check.</param>
    /// <returns>The builder.</returns>
    [CLSCompliant(false)] // The assembly of the health checks does not say that it is compliant.
    public static IHealthChecksBuilder AddVeroDelivery(
        this IHealthChecksBuilder builder, string name = "vero-delivery", TimeSpan? longestAge = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new DeliveryHealthCheck(provider.GetRequiredService<IVeroDelivery>(), longestAge ?? DeliveryHealthCheck.LongestAge),
            failureStatus: null,
            tags));
    }
}
