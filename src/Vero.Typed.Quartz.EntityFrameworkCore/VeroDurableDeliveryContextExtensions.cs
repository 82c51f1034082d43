using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Adds durable delivery in the database of a context of Entity Framework Core.</summary>
public static class VeroDurableDeliveryContextExtensions
{
    /// <summary>
    /// Adds durable delivery in the database that <typeparamref name="TContext"/> uses, so that <c>db.Vero()</c> writes requests in the same
    /// transaction as the entities.
    /// </summary>
    /// <remarks>
    /// The context is one that <c>AddDbContext</c>, <c>AddDbContextFactory</c> or a pooled variant of them adds, before or after this
    /// call. The tables are no part of its migrations: they are created when the host starts. Where <c>EnsureCreated</c> makes the
    /// database, call it before the host starts: it does nothing in a database that has tables.
    /// </remarks>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Chooses entities to follow.</param>
    /// <returns>The builder of the options of the delivery.</returns>
    [CLSCompliant(false)] // The assembly of Entity Framework Core does not say that it is compliant.
    public static OptionsBuilder<VeroDeliveryOptions> AddVeroDurableDelivery<TContext>(
        this IServiceCollection services, Action<VeroContextDeliveryOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);

        var options = new VeroContextDeliveryOptions();
        configure?.Invoke(options);
        OptionsBuilder<VeroDeliveryOptions> builder = services.AddVeroDurableDelivery(static provider => new ContextDataSource<TContext>(provider));
        services.AddSingleton(provider => new ContextSettings(provider, options.Followed));
        services.ConfigureDbContext<TContext>(static (provider, context) =>
        {
            var settings = provider.GetRequiredService<ContextSettings>();
            ((IDbContextOptionsBuilderInfrastructure)context).AddOrUpdateExtension(new ContextExtension(settings));
            context.AddInterceptors(settings.SaveInterceptor, settings.CommitInterceptor);
        });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<VeroDeliveryOptions>, ContextSchema<TContext>>());
        services.AddSingleton<IValidateOptions<VeroDeliveryOptions>>(static provider =>
            new FollowedValidator<TContext>(provider, provider.GetRequiredService<ContextSettings>()));
        return builder;
    }
}
