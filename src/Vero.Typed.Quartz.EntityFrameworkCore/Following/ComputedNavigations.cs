using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

// Reflection, in a package that is not for Native AOT, and only when the host starts: what a delegate reads is known to no generated code. Where
// bodies cannot be read, nothing is found, and nothing is refused.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>
/// Finds code that reads a navigation on the way to a request: a property that counts the orders, a delegate that does. Follows the calls from the
/// delegate through the assemblies of the delegate and the entity. At the start of the host, never while requests are made.
/// </summary>
internal sealed class ComputedNavigations
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Type _entity;
    private readonly HashSet<Assembly> _assemblies;
    private readonly HashSet<MethodBase> _seen = [];

    // The getters and the fields of navigations that nobody loads unasked.
    private readonly Dictionary<(Module, int), string> _navigations = [];

    private ComputedNavigations(IEntityType entityType, MethodInfo toRequest)
    {
        _entity = entityType.ClrType;
        _assemblies = [toRequest.Module.Assembly];
        for (Type? type = _entity; type is not null && type != typeof(object); type = type.BaseType)
            _assemblies.Add(type.Assembly);
        AddNavigations(entityType);
    }

    /// <returns>The member that reads a navigation, and the navigation; null if there is none.</returns>
    public static (string Member, string Navigation)? Find(IEntityType entityType, Delegate toRequest)
    {
        var search = new ComputedNavigations(entityType, toRequest.Method);
        return search._navigations.Count == 0 ? null : search.Search(toRequest.Method, EnlistingMessages.RequestDelegate);
    }

    private void AddNavigations(IEntityType entityType)
    {
        foreach (INavigationBase navigation in entityType.GetNavigations().Concat<INavigationBase>(entityType.GetSkipNavigations()))
        {
            // Owned entities are always loaded with their owner, what they refer to is not.
            if (navigation.TargetEntityType.IsOwned())
            {
                if (navigation is INavigation { IsOnDependent: false })
                    AddNavigations(navigation.TargetEntityType);
                continue;
            }

            if (navigation is INavigation { IsOnDependent: true, ForeignKey.IsOwnership: true })
                continue;
            if (navigation.PropertyInfo?.GetMethod is { } getter)
                _navigations.TryAdd(KeyOf(getter), navigation.Name);
            if (navigation.FieldInfo is { } field)
                _navigations.TryAdd(KeyOf(field), navigation.Name);
        }
    }

    private (string Member, string Navigation)? Search(MethodBase method, string name)
    {
        if (!_seen.Add(method))
            return null;
        foreach (MemberInfo member in CallReader.MembersOf(method))
        {
            if (_navigations.TryGetValue(KeyOf(member), out string? navigation))
                return (name, navigation);
            foreach (MethodBase called in CalledBy(member))
            {
                if (Search(called, NameOf(called, name)) is { } found)
                    return found;
            }
        }

        return null;
    }

    private MethodBase[] CalledBy(MemberInfo member)
    {
        if (member is not MethodBase method || !_assemblies.Contains(method.Module.Assembly))
            return [];

        // An iterator or an async method: its code is in the methods of a type of the compiler's.
        if (method is ConstructorInfo { DeclaringType: { } type } && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            return type.GetMethods(Everything);
        return [method is MethodInfo { IsVirtual: true } virtualMethod ? OverrideOf(virtualMethod) : method];
    }

    /// <summary>The method that is called where the object is the entity.</summary>
    private MethodInfo OverrideOf(MethodInfo method)
    {
        if (method.DeclaringType is not { } declaring || !declaring.IsAssignableFrom(_entity) || method.IsGenericMethod)
            return method;
        if (declaring.IsInterface)
        {
            InterfaceMapping map = _entity.GetInterfaceMap(declaring);
            int index = Array.IndexOf(map.InterfaceMethods, method);
            return index < 0 ? method : map.TargetMethods[index];
        }

        MethodInfo root = method.GetBaseDefinition();
        for (Type? type = _entity; type is not null && type != declaring; type = type.BaseType)
        {
            if (Array.Find(type.GetMethods(Everything), candidate => candidate.IsVirtual && candidate.GetBaseDefinition() == root) is { } found)
                return found;
        }

        return method;
    }

    /// <summary>What the developer calls a method: its property, and the caller for what the compiler or a generator has made.</summary>
    private string NameOf(MethodBase method, string caller)
    {
        if (method.DeclaringType is not { } type || method.Name.Contains('<', StringComparison.Ordinal)
            || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || method.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
            || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false))
        {
            return caller;
        }

        string name = Array.Find(type.GetProperties(Everything), property => property.GetMethod is { } getter && KeyOf(getter) == KeyOf(method))?.Name ?? method.Name;
        return type.IsAssignableFrom(_entity) ? name : $"{type.Name}.{name}";
    }

    // Two reflected objects of one method differ where they were reached through different types.
    private static (Module Module, int Token) KeyOf(MemberInfo member) => (member.Module, member.MetadataToken);
}
