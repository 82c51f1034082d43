using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vero.Typed.Testing;

/// <summary>Puts a <see cref="FakeVeroClient"/> in the place of the client.</summary>
public static class FakeVeroServiceCollectionExtensions
{
    // Never sent. The options are validated at the start of a host, and a test has no token.
    private const string Token = "fake";

    /// <summary>
    /// Replaces the client of <c>AddVero()</c>, before or after it was added. No token is needed. Queues deliver to the fake as well.
    /// </summary>
    /// <param name="services">The services of the application, such as those of <c>ConfigureTestServices</c>.</param>
    /// <returns>The fake.</returns>
    public static FakeVeroClient AddFakeVero(this IServiceCollection services)
    {
        FakeVeroClient fake = Prepare(services);
        services.RemoveAll<IVeroClient>();
        services.AddSingleton<IVeroClient>(fake);
        services.TryAddSingleton(fake);
        return fake;
    }

    /// <summary>Replaces the client of <c>AddVero(name)</c>, before or after it was added. No token is needed.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the client.</param>
    /// <returns>The fake.</returns>
    public static FakeVeroClient AddFakeVero(this IServiceCollection services, string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        FakeVeroClient fake = Prepare(services);
        services.RemoveAllKeyed<IVeroClient>(name);
        services.AddKeyedSingleton<IVeroClient>(name, fake);
        services.TryAddKeyedSingleton(name, fake);
        return fake;
    }

    private static FakeVeroClient Prepare(IServiceCollection services)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        services.PostConfigureAll<VeroClientOptions>(static options =>
        {
            if (string.IsNullOrEmpty(options.AuthToken) && string.IsNullOrEmpty(options.TrackingApiKey))
                options.AuthToken = Token;
        });
        return new FakeVeroClient();
    }
}
