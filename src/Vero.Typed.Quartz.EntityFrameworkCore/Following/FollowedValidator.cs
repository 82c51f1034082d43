using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vero.Typed;

/// <summary>Refuses, when the host starts, followed types whose requests would read navigations that nobody loads.</summary>
internal sealed class FollowedValidator<TContext>(IServiceProvider services, ContextSettings settings) : IValidateOptions<VeroDeliveryOptions>
    where TContext : DbContext
{
    public ValidateOptionsResult Validate(string? name, VeroDeliveryOptions options)
    {
        using IServiceScope scope = services.CreateScope();
        IModel model = scope.ServiceProvider.GetRequiredService<TContext>().Model;
        var problems = new List<string>();
        string? schema = model.GetDefaultSchema();
        if (options.Schema != schema)
            problems.Add(EnlistingMessages.SchemaDiffers(options.Schema ?? "", schema));
        foreach (FollowedType followed in settings.Followed)
            Check(model, followed, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Check(IModel model, FollowedType followed, List<string> problems)
    {
        string type = followed.Type.Name;
        List<IEntityType> entityTypes = [.. model.GetEntityTypes().Where(entityType => followed.Type.IsAssignableFrom(entityType.ClrType) && !entityType.IsOwned())];
        if (entityTypes.Count == 0)
            problems.Add(EnlistingMessages.NotInModel(type, typeof(TContext).Name));
        foreach (IEntityType entityType in entityTypes)
        {
            if (followed.IsReloaded)
            {
                if (entityType.FindPrimaryKey() is not { Properties.Count: 1 })
                    problems.Add(EnlistingMessages.CompositeKey(type));
            }
            else if ((AnnotatedNavigations.Find(entityType) ?? ComputedNavigations.Find(entityType, followed.RequestDelegate)) is var (member, navigation))
            {
                problems.Add(EnlistingMessages.Navigation(type, member, navigation));
            }
        }
    }
}
