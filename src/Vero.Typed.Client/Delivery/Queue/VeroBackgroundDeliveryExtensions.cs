using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds <see cref="IVeroQueue"/> to an application.</summary>
/// <remarks>
/// The queue sends with the client that <see cref="VeroServiceCollectionExtensions"/> add, which must be added too. It delivers from the
/// moment when it is first asked for, and is drained when the host has stopped all its services, so that they can use it to their end;
/// without a host, when the container is disposed asynchronously. Adding it more than once is harmless.
/// </remarks>
public static class VeroBackgroundDeliveryExtensions
{
    /// <summary>Adds the queue of the client that has no name.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>
    /// The builder of the options, for a callback that needs a service:
    /// <c>.Configure&lt;FailedRequests&gt;((options, failed) =&gt; options.OnUndelivered = failed.KeepAsync)</c>.
    /// </returns>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services) => Add(services, Options.DefaultName);

    /// <summary>Adds the queue of the client that has no name, with options from code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services, Action<VeroQueueOptions> configure) =>
        Add(services, Options.DefaultName).Configure(configure);

    /// <summary>Adds the queue of a client that was added with a name. It is a keyed service, and its options have that name.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services, string name) => Add(services, Check(name));

    /// <summary>Adds the queue of a client that was added with a name, with options from code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(
        this IServiceCollection services, string name, Action<VeroQueueOptions> configure) => Add(services, Check(name)).Configure(configure);

    private static OptionsBuilder<VeroQueueOptions> Add(IServiceCollection services, string name)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));

        OptionsBuilder<VeroQueueOptions> options = services.AddOptions<VeroQueueOptions>(name);
        if (IsAdded(services, name))
            return options;

        if (name.Length == 0)
        {
            services.AddSingleton(provider => NewQueue(provider, name, provider.GetRequiredService<IVeroClient>()));
            services.TryAddSingleton<IVeroQueue>(static provider => provider.GetRequiredService<VeroQueue>());
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<VeroQueue>());
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => NewQueue(provider, name, provider.GetRequiredKeyedService<IVeroClient>(name)));
            services.TryAddKeyedSingleton<IVeroQueue>(name, static (provider, key) => provider.GetRequiredKeyedService<VeroQueue>(key));
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<VeroQueue>(name));
        }

        return options;
    }

    private static VeroQueue NewQueue(IServiceProvider provider, string name, IVeroClient client) => new(
        client,
        provider.GetRequiredService<IOptionsMonitor<VeroQueueOptions>>().Get(name),
        provider.GetService<TimeProvider>() ?? TimeProvider.System,
        provider.GetRequiredService<ILogger<VeroQueue>>(),
        provider.GetService<IMeterFactory>(),
        name);

    private static string Check(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException("The name is blank. AddVeroBackgroundDelivery without a name is for the client that has none.", nameof(name))
            : name;
    }

    private static bool IsAdded(IServiceCollection services, string name)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(VeroQueue) && (service.ServiceKey as string ?? "") == name)
                return true;
        }

        return false;
    }
}
