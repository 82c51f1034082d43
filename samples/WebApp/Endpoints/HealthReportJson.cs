using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WebApp.Endpoints;

/// <summary>Answers with each check instead of the status alone: <c>{"status":"Degraded","checks":{"vero":"Healthy: 3 pending, 0 dead letters"}}</c>.</summary>
public static class HealthReportJson
{
    public static HealthCheckOptions Options { get; } = new() { ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(
            static entry => entry.Key,
            static entry => entry.Value.Description is { } description ? $"{entry.Value.Status}: {description}" : entry.Value.Status.ToString()),
    });
}
