using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds <see cref="IVeroClient"/> to an application.</summary>
/// <remarks>
/// <para>
/// The client is a singleton. Its options are checked when the host starts (without a host, when the client is first asked for), and the
/// <see cref="OptionsValidationException"/> names everything that is wrong with them. Adding it more than once is harmless. A
/// <see cref="TimeProvider"/> among the services measures the timeout.
/// </para>
/// <para>
/// The returned builder takes handlers as usual. The token is added beneath them, right before the connection, so none of them sees it.
/// Redirects, cookies, automatic decompression and distributed-tracing headers are switched off on a <see cref="HttpClientHandler"/>
/// and a SocketsHttpHandler, yours too. A primary handler of another type (a class of yours that derives from HttpClientHandler is one),
/// and callbacks set on the primary handler, are part of the connection: they, and diagnostic listeners that follow them, see the token.
/// </para>
/// </remarks>
public static class VeroServiceCollectionExtensions
{
    /// <summary>Adds the client, with options from configuration.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="section">
    /// The section that holds <c>AuthToken</c> and, if they are not to be Vero's address, 30 seconds and 2, <c>BaseAddress</c>,
    /// <c>Timeout</c> (hours:minutes:seconds) and <c>MaxRetries</c>: <c>builder.Configuration.GetSection("Vero")</c>.
    /// </param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, IConfiguration section)
    {
        if (section is null)
            throw new ArgumentNullException(nameof(section));

        IHttpClientBuilder builder = services.AddVero();
        var binder = new VeroClientOptionsBinder(section);
        services.AddSingleton<IConfigureOptions<VeroClientOptions>>(binder);
        services.AddSingleton<IValidateOptions<VeroClientOptions>>(binder);
        return builder;
    }

    /// <summary>Adds the client, with options from code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services, Action<VeroClientOptions> configure)
    {
        if (configure is null)
            throw new ArgumentNullException(nameof(configure));

        IHttpClientBuilder builder = services.AddVero();
        services.Configure(configure);
        return builder;
    }

    /// <summary>Adds the client, with options that you set elsewhere: <c>services.Configure&lt;VeroClientOptions&gt;(...)</c>.</summary>
    /// <param name="services">The services of the application.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddVero(this IServiceCollection services)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));

        IHttpClientBuilder builder = services.AddHttpClient(VeroClient.HttpClientName);
        if (IsAdded(services))
            return builder;

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, VeroTokenInstallation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VeroClientOptions>, VeroClientOptionsValidator>());
        services.AddOptions<VeroClientOptions>().ValidateOnStart();
        services.TryAddSingleton(static provider => new VeroEndpoint(provider.GetRequiredService<IOptions<VeroClientOptions>>().Value));
        services.TryAddSingleton<IVeroClient>(static provider => new VeroClient(
            provider.GetRequiredService<VeroEndpoint>(),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILogger<VeroClient>>()));

        // The deadline of the options covers headers and body; HttpClient's would cover the headers alone.
        return builder
            .RemoveAllLoggers()
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static bool IsAdded(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(VeroEndpoint))
                return true;
        }

        return false;
    }
}
