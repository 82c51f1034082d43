using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Vero.Typed;

namespace WebApp;

/// <summary>Traces and metrics of the API and of the calls to Vero: in development on the console; elsewhere, add the exporter of your collector.</summary>
public static class ShopTelemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("shop"))
            .WithTracing(static tracing => tracing
                // The path holds a customer's id. The route, which stays, does not.
                .AddAspNetCoreInstrumentation(static web => web.EnrichWithHttpRequest = static (activity, _) => activity.SetTag("url.path", null))
                .AddSource(VeroTelemetry.ActivitySourceName))
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter(VeroTelemetry.MeterName));

        if (builder.Environment.IsDevelopment())
        {
            telemetry
                .WithTracing(static tracing => tracing.AddConsoleExporter())
                .WithMetrics(static metrics => metrics.AddConsoleExporter());
        }
    }
}
