using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

// Nothing but reflection knows the names of a type that is known only at run time. Trimming keeps the fields of enums.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>The names of enum values whose type is known only at run time: the same that generated code has as constants.</summary>
internal sealed class RunTimeEnum
{
    private static readonly ConcurrentDictionary<Type, RunTimeEnum> Known = new();

    private readonly bool _isFlags;
    private readonly List<(ulong Bits, string Name)> _values;

#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "There is a value of the enum, and the fields of an enum are kept with it.")]
#endif
    private RunTimeEnum(Type type)
    {
        _isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
        FieldInfo[] fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        ulong[] values = Array.ConvertAll(fields, static field => BitsOf((Enum)field.GetValue(null)!));
        EnumNames.Sort(values, fields);
        _values = [];
        for (int i = 0; i < fields.Length; i++)
            _values.Add((values[i], SentName(fields[i])));
        if (_isFlags)
            _values = [.. _values.OrderByDescending(static value => CountOfBits(value.Bits)).ThenBy(static value => value.Bits)];
    }

    /// <summary>The name as it is sent; null when the enum does not define the value.</summary>
    public static string? NameOf(Enum value)
    {
        RunTimeEnum type = Known.GetOrAdd(value.GetType(), static type => new RunTimeEnum(type));
        ulong bits = BitsOf(value);
        if (type._isFlags && bits != 0)
            return type.Flags(bits);

        foreach ((ulong candidate, string name) in type._values)
        {
            if (candidate == bits)
                return name;
        }

        return null;
    }

    private string? Flags(ulong bits)
    {
        var names = new List<string>();
        foreach ((ulong flag, string name) in _values)
        {
            if (flag != 0 && (bits & flag) == flag)
            {
                names.Add(name);
                bits &= ~flag;
            }
        }

        return bits == 0 ? string.Join(", ", names) : null;
    }

    private static ulong BitsOf(Enum value) => value.GetTypeCode() is TypeCode.UInt64
        ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
        : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    private static int CountOfBits(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }

    private static string SentName(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? field.Name;
}
