using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using Vero.Typed.Sandbox;
using WebApp;
using WebApp.Data;
using WebApp.Delivery;
using WebApp.Endpoints;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using VeroSandbox? standIn = await StandIn.StartIfNeededAsync(builder);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseSqlite(builder.Configuration.GetConnectionString("Shop")));

builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
builder.Services.AddVeroBackgroundDelivery()
    .Configure<UndeliveredProfiles>(static (queue, undelivered) => queue.OnUndelivered = undelivered.KeepAsync);
builder.Services.AddSingleton<UndeliveredProfiles>();
builder.Services.AddHostedService<UndeliveredReplay>();

builder.Services.AddProblemDetails();
builder.Services.AddValidation();
builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = false); // 400 for broken JSON, in development too
builder.Services.ConfigureHttpJsonOptions(static json =>
{
    json.SerializerOptions.RespectNullableAnnotations = true;
    json.SerializerOptions.RespectRequiredConstructorParameters = true;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
});
builder.Services.AddRateLimiter(static limits => limits.AddOneChangeAtATime());
builder.Services.AddHealthChecks().AddDbContextCheck<ShopContext>("database").AddCheck<VeroHealthCheck>("vero");

builder.AddTelemetry();

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseRateLimiter();
app.MapCustomers();
app.MapHealthChecks("/health", HealthReportJson.Options);
if (standIn is not null)
    app.MapStandIn(standIn);

// For a sample. A shop that is in use needs migrations.
await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();

await app.RunAsync();
