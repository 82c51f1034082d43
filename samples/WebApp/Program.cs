using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Vero.Typed;
using Vero.Typed.Sandbox;
using WebApp;
using WebApp.Customers;
using WebApp.Data;
using WebApp.Endpoints;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using VeroSandbox? standIn = await StandIn.StartIfNeededAsync(builder);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContext<ShopContext>(shop => shop.UseShop(builder.Configuration.GetConnectionString("Shop")));

builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
builder.Services.AddVeroDurableDelivery<ShopContext>(static delivery => delivery.FollowChanges(
    static follow => follow.Add<Customer>(static customer => customer.ToIdentifyRequest())));

builder.Services.AddProblemDetails();
builder.Services.AddValidation();
builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = false); // 400 for broken JSON, in development too
builder.Services.ConfigureHttpJsonOptions(static json =>
{
    json.SerializerOptions.RespectNullableAnnotations = true;
    json.SerializerOptions.RespectRequiredConstructorParameters = true;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
});
builder.Services.AddHealthChecks().AddDbContextCheck<ShopContext>("database").AddVeroDelivery("vero", longestAge: TimeSpan.FromMinutes(5));

builder.AddTelemetry();

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapCustomers();
app.MapHealthChecks("/health", HealthReportJson.Options);
if (standIn is not null)
    app.MapStandIn(standIn);

// For a sample. A shop that is in use needs migrations, which have no table of the delivery: that one is created when the host starts.
await using (AsyncServiceScope scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();

await app.RunAsync();
