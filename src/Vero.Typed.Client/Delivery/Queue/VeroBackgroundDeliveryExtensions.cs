using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds <see cref="IVeroQueue"/> to an application.</summary>
/// <remarks>
/// The queue sends with the client that <see cref="VeroServiceCollectionExtensions"/> add, which must be added too. It delivers from its first use
/// on, and is drained when the host has stopped all its services, so that they can use it until then; without a host, when the
/// container is disposed asynchronously. Adding it more than once is harmless.
/// </remarks>
public static class VeroBackgroundDeliveryExtensions
{
    /// <summary>Adds the queue of the client without a name.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>
    /// The builder of the options, for a callback that needs a service:
    /// <c>.Configure&lt;FailedRequests&gt;((options, failed) =&gt; options.OnUndelivered = failed.KeepAsync)</c>.
    /// </returns>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services) => Add(services, Options.DefaultName);

    /// <summary>Adds the queue of the client without a name, with options from code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the options.</returns>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services, Action<VeroQueueOptions> configure) =>
        Add(services, Options.DefaultName).Configure(configure);

    /// <summary>Adds the queue of a named client. It is a keyed service, and its options have the same name.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the client.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static OptionsBuilder<VeroQueueOptions> AddVeroBackgroundDelivery(this IServiceCollection services, string name) => Add(services, Check(name));

    /// <summary>Adds the queue of a named client, with options from code.</summary>
    /// <param name="services">The application's services.</param>
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

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VeroQueueOptions>, VeroQueueOptionsValidator>());
        options.ValidateOnStart();
        if (name.Length == 0)
        {
            services.AddSingleton(static provider => NewQueue(provider, Options.DefaultName));
            services.AddSingleton(static provider => new HostedVeroQueue(provider.GetRequiredService<VeroQueue>));
            services.TryAddSingleton<IVeroQueue>(static provider => provider.GetRequiredService<HostedVeroQueue>());
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<HostedVeroQueue>());
        }
        else
        {
            services.AddKeyedSingleton(name, static (provider, key) => NewQueue(provider, (string)key!));
            services.AddKeyedSingleton(name, static (provider, key) => new HostedVeroQueue(() => provider.GetRequiredKeyedService<VeroQueue>(key)));
            services.TryAddKeyedSingleton<IVeroQueue>(name, static (provider, key) => provider.GetRequiredKeyedService<HostedVeroQueue>(key));
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<HostedVeroQueue>(name));
        }

        return options;
    }

    private static VeroQueue NewQueue(IServiceProvider provider, string name)
    {
        IVeroClient client = FindClient(provider, name);

        // Before the first request, because a factory whose container is being disposed creates nothing more.
        (client as VeroClient)?.Prepare();
        return NewQueue(provider, name, client);
    }

    private static VeroQueue NewQueue(IServiceProvider provider, string name, IVeroClient client) => new(
        client,
        provider.GetRequiredService<IOptionsMonitor<VeroQueueOptions>>().Get(name),
        provider.GetService<TimeProvider>() ?? TimeProvider.System,
        provider.GetRequiredService<ILogger<VeroQueue>>(),
        provider.GetService<IMeterFactory>(),
        name);

    private static IVeroClient FindClient(IServiceProvider provider, string name)
    {
        IVeroClient? client = name.Length == 0 ? provider.GetService<IVeroClient>() : provider.GetKeyedService<IVeroClient>(name);
        if (client is not null)
            return client;

        string argument = name.Length == 0 ? "" : $"\"{name}\"";
        string[] names = [.. provider.GetServices<VeroClientRegistration>().Where(static client => client.Scope is null).Select(static client => client.Name.Length == 0 ? "AddVero()" : $"AddVero(\"{client.Name}\")")];
        string added = names.Length == 0 ? "No client was added." : $"These clients were added: {string.Join(", ", names)}; names are case-sensitive.";
        throw new InvalidOperationException($"AddVeroBackgroundDelivery({argument}) needs the client of AddVero({argument}). {added}");
    }

    private static string Check(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException("The name is blank. AddVeroBackgroundDelivery without a name adds the queue of the client that has none.", nameof(name))
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
