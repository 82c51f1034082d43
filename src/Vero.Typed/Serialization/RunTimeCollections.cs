using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Net.Mail;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

// Nothing but reflection knows what a type enumerates that is known only at run time. The interfaces of a type are kept with its values.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>What a value is that can be enumerated.</summary>
internal enum CollectionKind
{
    /// <summary>Nothing that can be sent.</summary>
    None,

    /// <summary>An array.</summary>
    Items,

    /// <summary>An object: it has entries with keys.</summary>
    Entries,
}

/// <summary>Whether a value that can be enumerated is a collection that can be sent: as strict as the rule for declared types (VERO007).</summary>
internal static class RunTimeCollections
{
    // What holds itself by way of other types has no end.
    private const int DeepestType = 32;

    private static readonly ConcurrentDictionary<Type, CollectionKind> Known = new();

    private static readonly Type[] Values =
    [
        typeof(string), typeof(bool), typeof(char), typeof(Guid), typeof(Uri), typeof(CultureInfo), typeof(MailAddress),
        typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(JsonElement), typeof(JsonNode),
#if NET8_0_OR_GREATER
        typeof(DateOnly), typeof(TimeOnly),
#endif
    ];

    /// <summary>
    /// What a value is sent as. A tree that enumerates itself (JSON and XML of other libraries), groups without their keys, what enumerates several
    /// types of items, and what has items that can never be sent are nothing that can be, whatever is in them.
    /// </summary>
    public static CollectionKind KindOf(IEnumerable value) => Known.GetOrAdd(value.GetType(), static type => KindOf(type, depth: 0));

    /// <summary>Whether the names of an enum are keys: as for a declared type, not if a key would be several names.</summary>
    public static bool IsKey(Type type) => type == typeof(string) || (type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), inherit: false));

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
    private static CollectionKind KindOf(Type type, int depth)
    {
        // Of an array of several dimensions, the items come in one row.
        if (type.IsArray && type.GetArrayRank() > 1)
            return CollectionKind.None;

        Type? item = null;
        foreach (Type implemented in type.IsInterface ? type.GetInterfaces().Append(type) : type.GetInterfaces())
        {
            if (!implemented.IsGenericType)
                continue;
            Type definition = implemented.GetGenericTypeDefinition();
            if (definition == typeof(IGrouping<,>) || definition == typeof(ILookup<,>))
                return CollectionKind.None;
            if (definition != typeof(IEnumerable<>))
                continue;
            if (item is not null && !type.IsArray)
                return CollectionKind.None;
            item ??= implemented.GetGenericArguments()[0];
        }

        if (item is null)
            return KindOfUntyped(type);
        if (type.IsArray)
            item = type.GetElementType()!;
        if (item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Type[] entry = item.GetGenericArguments();
            return IsKey(entry[0]) && MayBeSent(entry[1], depth) ? CollectionKind.Entries : CollectionKind.None;
        }

        bool isItself = !IsAnyCollection(item) && item != typeof(object) && item.IsAssignableFrom(type);
        return !isItself && MayBeSent(item, depth) ? CollectionKind.Items : CollectionKind.None;
    }

    private static CollectionKind KindOfUntyped(Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type))
            return CollectionKind.Entries;
        bool isList = typeof(ArrayList).IsAssignableFrom(type) || typeof(Queue).IsAssignableFrom(type) || typeof(Stack).IsAssignableFrom(type);
        return isList ? CollectionKind.Items : CollectionKind.None;
    }

    // Whether there are values of the type that can be sent: of object and the like it depends on the value.
    private static bool MayBeSent(Type declared, int depth)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum || type == typeof(Enum) || IsAnyCollection(type) || type == typeof(IDictionary))
            return true;
        if (Array.Exists(Values, value => type.IsAssignableFrom(value) || value.IsAssignableFrom(type)))
            return true;
        return depth < DeepestType && typeof(IEnumerable).IsAssignableFrom(type) && KindOf(type, depth + 1) != CollectionKind.None;
    }

    private static bool IsAnyCollection(Type type) => type == typeof(IEnumerable) || type == typeof(ICollection) || type == typeof(IList) || type == typeof(Array);
}
