using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

// Nothing but reflection knows what a type enumerates that is known only at run time. The interfaces of a type are kept with its values.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>Whether a value that can be enumerated is a collection that can be sent: as strict as the rule for declared types (VERO007).</summary>
internal static class RunTimeCollections
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>
    /// Whether the type enumerates one type of items. A tree that enumerates itself (JSON and XML of other libraries), groups without their keys, and
    /// what yields objects of no declared type are none.
    /// </summary>
    public static bool CanBeSent(IEnumerable items) =>
        items is Array or ArrayList or Queue or Stack || Known.GetOrAdd(items.GetType(), static type => CanBeSent(type));

    /// <summary>Whether it is a struct that was never set, such as <c>default(ImmutableArray&lt;T&gt;)</c>: enumerating it throws.</summary>
    public static bool IsUnset(object value)
    {
        if (value is not (ValueType and IEnumerable items) || !value.GetType().IsGenericType)
            return false;
        Type definition = value.GetType().GetGenericTypeDefinition();
        if (definition != typeof(ArraySegment<>) && definition.FullName != "System.Collections.Immutable.ImmutableArray`1")
            return false;

        try
        {
            (items.GetEnumerator() as IDisposable)?.Dispose();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "There is a value of the type, and its interfaces are kept with it.")]
#endif
    private static bool CanBeSent(Type type)
    {
        Type? item = null;
        foreach (Type implemented in type.GetInterfaces())
        {
            if (!implemented.IsGenericType)
                continue;
            Type definition = implemented.GetGenericTypeDefinition();
            if (definition == typeof(IGrouping<,>))
                return false;
            if (definition != typeof(IEnumerable<>))
                continue;
            if (item is not null)
                return false;
            item = implemented.GetGenericArguments()[0];
        }

        if (item is null)
            return false;
        Type? itemDefinition = item.IsGenericType ? item.GetGenericTypeDefinition() : null;
        bool isItself = item != typeof(object) && item != typeof(IEnumerable) && typeof(IEnumerable).IsAssignableFrom(item) && item.IsAssignableFrom(type);
        return !isItself && itemDefinition != typeof(IGrouping<,>) && itemDefinition != typeof(KeyValuePair<,>);
    }
}
