// A process that delivers until it is killed or its input ends: what tests of crashes kill.
// Arguments: sqlite or postgresql, the connection string, the URL of the stand-in for Vero.
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Vero.Typed;

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Logging.AddSimpleConsole(static console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddVero(options =>
{
    options.AuthToken = "token";
    options.BaseAddress = new Uri(args[2]);
    options.MaxRetries = 0;
});
if (args[0] == "sqlite")
    builder.Services.AddVeroDurableDelivery(SqliteFactory.Instance.CreateDataSource(args[1]));
else
    builder.Services.AddVeroDurableDelivery(NpgsqlDataSource.Create(args[1]));

using IHost host = builder.Build();
await host.StartAsync();
Console.WriteLine("started");
while (await Console.In.ReadLineAsync() is not null)
{
}

await host.StopAsync();
