using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds <see cref="IVeroDelivery"/> to an application.</summary>
/// <remarks>
/// It sends with the clients that <c>AddVero</c> adds, which must be added too. Options come from the section <c>Vero:Delivery</c> of the
/// configuration, if the application has one, and are checked when the host starts.
/// </remarks>
public static class VeroDurableDeliveryExtensions
{
    /// <summary>Adds durable delivery on a database that Vero.Typed opens connections of.</summary>
    /// <remarks>
    /// PostgreSQL: <c>AddVeroDurableDelivery(NpgsqlDataSource.Create(connectionString))</c>, any number of instances. SQLite, without a server:
    /// <c>AddVeroDurableDelivery(SqliteFactory.Instance.CreateDataSource("Data Source=vero.db"))</c>, of the processes on one machine
    /// one at a time delivers.
    /// </remarks>
    /// <param name="services">The services of the application.</param>
    /// <param name="dataSource">The database. It stays yours to dispose.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<VeroDeliveryOptions> AddVeroDurableDelivery(this IServiceCollection services, DbDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return services.AddVeroDurableDelivery(_ => dataSource);
    }

    /// <summary>Adds durable delivery on a database that one of the services gives.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="dataSource">Gives the database, once.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<VeroDeliveryOptions> AddVeroDurableDelivery(
        this IServiceCollection services, Func<IServiceProvider, DbDataSource> dataSource)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);

        OptionsBuilder<VeroDeliveryOptions> options = services.AddOptions<VeroDeliveryOptions>().ValidateOnStart();
        if (services.Any(static service => service.ServiceType == typeof(DeliveryContext)))
            throw new InvalidOperationException("AddVeroDurableDelivery was called twice. An application has one store of deliveries.");

        services.AddSingleton<IConfigureOptions<VeroDeliveryOptions>>(static provider => new DeliveryOptionsBinder(provider.GetService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<VeroDeliveryOptions>>(static provider => new DeliveryOptionsBinder(provider.GetService<IConfiguration>()));
        services.AddSingleton(provider => NewContext(provider, dataSource(provider)));
        services.TryAddSingleton<IVeroDelivery>(static provider => new DurableDelivery(provider.GetRequiredService<DeliveryContext>()));
        services.AddSingleton(static provider => new DeliveryTelemetry(
            provider.GetRequiredService<IVeroDelivery>(), provider.GetRequiredService<DeliveryContext>(), provider.GetService<IMeterFactory>()));
        services.AddSingleton<IHostedService>(static provider => new DeliveryService(
            provider.GetRequiredService<DeliveryContext>(),
            provider.GetRequiredService<DeliveryTelemetry>(),
            provider.GetRequiredService<ILoggerFactory>()));
        return options;
    }

    private static DeliveryContext NewContext(IServiceProvider provider, DbDataSource dataSource)
    {
        VeroDeliveryOptions options = provider.GetRequiredService<IOptions<VeroDeliveryOptions>>().Value;
        using DbConnection connection = dataSource.CreateConnection();
        var dialect = StoreDialect.Of(connection, options.Schema);
        return new DeliveryContext(
            provider,
            new DeliveryStore(dataSource, dialect),
            options,
            new ClientCredentials(provider.GetRequiredService<IOptionsMonitor<VeroClientOptions>>()),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Vero.Typed.Delivery"));
    }
}
