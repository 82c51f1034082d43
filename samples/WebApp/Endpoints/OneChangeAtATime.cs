using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace WebApp.Endpoints;

/// <summary>
/// Requests that change one customer wait for each other. Otherwise the later of two changes could get into the queue before the earlier one, and Vero
/// would be left with the older profile.
/// </summary>
public static class OneChangeAtATime
{
    public const string Policy = nameof(OneChangeAtATime);

    public static RateLimiterOptions AddOneChangeAtATime(this RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        return limits.AddPolicy(Policy, static context => RateLimitPartition.GetConcurrencyLimiter(
            Guid.Parse((string)context.GetRouteValue("id")!),
            static _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 100 }));
    }
}
