using System.Diagnostics.Metrics;
#if NET8_0_OR_GREATER
using System.Runtime.Versioning;
#endif
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds <see cref="IVeroClient"/> to an application.</summary>
/// <remarks>
/// <para>
/// The client is a singleton. Its options are validated when the host starts (without a host, when the client is first resolved), and the
/// <see cref="OptionsValidationException"/> lists every problem. Adding it more than once is harmless. A registered
/// <see cref="TimeProvider"/> measures timeouts.
/// </para>
/// <para>
/// For several Vero projects, add a named client for each: it is a keyed service (<c>[FromKeyedServices("eu")] IVeroClient vero</c>) with its own
/// HttpClient, named options and credential. Only the client without a name is <see cref="IVeroClient"/> without a key.
/// </para>
/// <para>
/// Options that are bound to configuration follow its reloads without a restart; a call completes with the options that it began with. Changed
/// options that are not valid are logged as an error, and the previous ones stay in effect.
/// </para>
/// <para>
/// The returned builder takes handlers as usual. The credential is added inside of them, right before the connection, so none of them sees it.
/// Redirects, cookies, automatic decompression and distributed-tracing headers are switched off on a primary <see cref="HttpClientHandler"/>
/// or SocketsHttpHandler, yours too. A primary handler of another type (a class derived from HttpClientHandler too), and callbacks set on the
/// primary handler, are part of the connection: they, and diagnostic listeners that follow them, see the credential.
/// </para>
/// <para>
/// On a SocketsHttpHandler, yours too, an infinite <c>ConnectTimeout</c> becomes 10 seconds, and a missing <c>MeterFactory</c> becomes the
/// application's (not in the netstandard2.0 build). A handler that is already in use keeps its own values of these two; it is refused if
/// redirects, cookies or one of the others would have to be switched off.
/// </para>
/// </remarks>
#if NET8_0_OR_GREATER
[UnsupportedOSPlatform("browser")]
#endif
public static class VeroServiceCollectionExtensions
{
    /// <summary>Adds the client, with options from configuration.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">
    /// The section with <c>AuthToken</c> and, where they differ from the defaults, the other properties of <see cref="VeroClientOptions"/> (times
    /// as hours:minutes:seconds): <c>builder.Configuration.GetSection("Vero")</c>. Its section <c>Queue</c> has those of
    /// <see cref="VeroQueueOptions"/>. Misspelled keys are reported.
    /// </param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, IConfiguration section) =>
        Add(services, Options.DefaultName, section);

    /// <summary>Adds the client, with options from code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, Action<VeroClientOptions> configure) =>
        Add(services, Options.DefaultName, configure);

    /// <summary>Adds the client, with options that are configured elsewhere: <c>services.Configure&lt;VeroClientOptions&gt;(...)</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services) => Add(services, Options.DefaultName);

    /// <summary>Adds a named client, for one of several projects, with options from configuration.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's service key and the name of its options, such as <c>eu</c>. Names are case-sensitive.</param>
    /// <param name="section">
    /// The section with the properties of <see cref="VeroClientOptions"/>, at least <c>AuthToken</c>:
    /// <c>builder.Configuration.GetSection("Vero:Eu")</c>.
    /// </param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, string name, IConfiguration section) =>
        Add(services, Check(name), section);

    /// <summary>Adds a named client, for one of several projects, with options from code.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's service key and the name of its options, such as <c>eu</c>. Names are case-sensitive.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, string name, Action<VeroClientOptions> configure) =>
        Add(services, Check(name), configure);

    /// <summary>
    /// Adds a named client, for one of several projects, with options that are configured elsewhere: <c>services.Configure&lt;VeroClientOptions&gt;(name, ...)</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The client's service key and the name of its options, such as <c>eu</c>. Names are case-sensitive.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, string name) => Add(services, Check(name));

    /// <summary>Adds <see cref="IVeroClientFactory"/>, for credentials that are known only at run time.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The builder of the HttpClient that all clients of the factory share. Handlers that are added see no credential.</returns>
    public static IHttpClientBuilder AddVeroClientFactory(this IServiceCollection services)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));

        var scope = new CredentialScope();
        IHttpClientBuilder builder = services.AddHttpClient(VeroClientFactory.HttpClientName);
        if (!TryAddHandlers(services, new VeroClientRegistration("", VeroClientFactory.HttpClientName, scope)))
            return builder;

        services.TryAddSingleton<IVeroClientFactory>(provider => new VeroClientFactory(
            scope,
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<VeroClient>>(),
            provider.GetRequiredService<ILogger<VeroQueue>>(),
            provider.GetService<IMeterFactory>()));
        return Configure(builder);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, IConfiguration section)
    {
        if (section is null)
            throw new ArgumentNullException(nameof(section));

        IHttpClientBuilder builder = Add(services, name);
        var binder = new VeroClientOptionsBinder(name, section);
        services.AddSingleton<IConfigureOptions<VeroClientOptions>>(binder);
        services.AddSingleton<IValidateOptions<VeroClientOptions>>(binder);
        services.AddSingleton<IOptionsChangeTokenSource<VeroClientOptions>>(binder);
        var queueBinder = new VeroQueueOptionsBinder(name, section.GetSection("Queue"));
        services.AddSingleton<IConfigureOptions<VeroQueueOptions>>(queueBinder);
        services.AddSingleton<IValidateOptions<VeroQueueOptions>>(queueBinder);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<VeroClientOptions> configure)
    {
        if (configure is null)
            throw new ArgumentNullException(nameof(configure));

        IHttpClientBuilder builder = Add(services, name);
        services.Configure(name, configure);
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));

        var client = new VeroClientRegistration(name);
        IHttpClientBuilder builder = services.AddHttpClient(client.HttpClientName);
        if (!TryAddHandlers(services, client))
            return builder;

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VeroClientOptions>, VeroClientOptionsValidator>());
        services.TryAddSingleton<IOptionsMonitor<VeroClientOptions>, VeroOptionsMonitor>();
        services.TryAddSingleton<NamedClientSettings>();
        services.AddOptions<VeroClientOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, VeroClientStartup>());
        if (name.Length == 0)
            services.TryAddSingleton<IVeroClient>(provider => NewClient(provider, client));
        else
            services.TryAddKeyedSingleton<IVeroClient>(name, (provider, _) => NewClient(provider, client));

        return Configure(builder);
    }

    private static bool TryAddHandlers(IServiceCollection services, VeroClientRegistration client)
    {
        if (IsAdded(services, client.HttpClientName))
            return false;

        services.AddSingleton(client);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, VeroTokenInstallation>());
#if !NET8_0_OR_GREATER
        // The first filter runs first, before those that the application has already added.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new NewerPrimaryHandler(client.HttpClientName)));
#endif
        return true;
    }

    // The time limit of the options covers headers and body; HttpClient's would cover the headers alone.
    private static IHttpClientBuilder Configure(IHttpClientBuilder builder) => builder
        .RemoveAllLoggers()
        .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan);

    private static VeroClient NewClient(IServiceProvider provider, VeroClientRegistration client) => new(
        provider.GetRequiredService<NamedClientSettings>().Of(client.Name),
        HttpClients.Of(provider.GetRequiredService<IHttpClientFactory>(), client.HttpClientName),
        provider.GetService<TimeProvider>() ?? TimeProvider.System,
        provider.GetRequiredService<ILogger<VeroClient>>(),
        new ClientTelemetry(provider.GetService<IMeterFactory>(), client.Name));

    private static string Check(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        return string.IsNullOrWhiteSpace(name)
            ? throw new ArgumentException("The name is blank. AddVero without a name adds the client that has none.", nameof(name))
            : name;
    }

    private static bool IsAdded(IServiceCollection services, string httpClientName)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is VeroClientRegistration client && client.HttpClientName == httpClientName)
                return true;
        }

        return false;
    }
}
