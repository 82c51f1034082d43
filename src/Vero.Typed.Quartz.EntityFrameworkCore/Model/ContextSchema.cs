using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Puts the tables into the default schema of the context, where its entity of pending operations is.</summary>
internal sealed class ContextSchema<TContext>(IServiceProvider services) : IPostConfigureOptions<VeroDeliveryOptions>
    where TContext : DbContext
{
    public void PostConfigure(string? name, VeroDeliveryOptions options)
    {
        if (options.Schema is not null)
            return;
        using IServiceScope scope = services.CreateScope();
        options.Schema = scope.ServiceProvider.GetRequiredService<TContext>().Model.GetDefaultSchema();
    }
}
