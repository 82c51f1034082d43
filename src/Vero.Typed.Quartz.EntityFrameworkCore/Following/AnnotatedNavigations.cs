using Microsoft.EntityFrameworkCore.Metadata;

namespace Vero.Typed;

/// <summary>Finds annotations that go through a navigation. At the start of the host, never while requests are made.</summary>
internal static class AnnotatedNavigations
{
    /// <returns>The first member, or the type for an annotation on it, and the navigation; null if there is none.</returns>
    public static (string Member, string Navigation)? Find(IEntityType entityType)
    {
        for (Type? type = entityType.ClrType; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (Attribute attribute in Attribute.GetCustomAttributes(type, inherit: false))
            {
                if (IsAnnotation(attribute, out string? path) && path is not null && FirstNavigation(entityType, path) is { } navigation)
                    return ($"'{path}'", navigation);
            }
        }

        // Owned entities are always loaded with their owner; every other navigation only if somebody says so.
        foreach (INavigationBase navigation in entityType.GetNavigations().Concat<INavigationBase>(entityType.GetSkipNavigations()))
        {
            if (navigation.PropertyInfo is not { } property)
                continue;
            foreach (Attribute attribute in Attribute.GetCustomAttributes(property, inherit: true))
            {
                if (!IsAnnotation(attribute, out string? path))
                    continue;
                string whole = path is null ? property.Name : $"{property.Name}.{path}";
                if (FirstNavigation(entityType, whole) is { } found)
                    return (property.Name, found);
            }
        }

        return null;
    }

    private static string? FirstNavigation(IEntityType entityType, string path)
    {
        IEntityType current = entityType;
        foreach (string step in path.Split('.'))
        {
            string name = step.Replace("[]", "", StringComparison.Ordinal);
            if (current.FindSkipNavigation(name) is not null)
                return name;
            if (current.FindNavigation(name) is not { } navigation)
                return null;
            if (!navigation.TargetEntityType.IsOwned())
                return name;
            current = navigation.TargetEntityType;
        }

        return null;
    }

    internal static bool IsAnnotation(Attribute attribute, out string? path)
    {
        (bool isAnnotation, path) = attribute switch
        {
            VeroIdAttribute id => (true, id.From),
            VeroEmailAttribute email => (true, email.From),
            VeroTraitAttribute trait => (true, trait.From),
            VeroDataAttribute data => (true, data.From),
            VeroTimezoneAttribute timezone => (true, timezone.From),
            VeroLanguageAttribute language => (true, language.From),
            VeroCreatedAtAttribute createdAt => (true, createdAt.From),
            VeroPhoneNumberAttribute phoneNumber => (true, phoneNumber.From),
            VeroUserAgentAttribute userAgent => (true, userAgent.From),
            VeroChannelAttribute channel => (true, channel.From),
            _ => (false, null),
        };
        return isAnnotation;
    }
}
