using Microsoft.CodeAnalysis;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>Constants of all integer types as one.</summary>
internal static class Integers
{
    /// <summary>The number; null for a constant of another type.</summary>
    public static decimal? From(object? constant) => constant switch
    {
        sbyte number => number,
        short number => number,
        int number => number,
        long number => number,
        byte number => number,
        ushort number => number,
        uint number => number,
        ulong number => number,
        char character => character,
        _ => null,
    };

    public static bool Fit(decimal number, SpecialType type) => type switch
    {
        SpecialType.System_SByte => number is >= sbyte.MinValue and <= sbyte.MaxValue,
        SpecialType.System_Int16 => number is >= short.MinValue and <= short.MaxValue,
        SpecialType.System_Int32 => number is >= int.MinValue and <= int.MaxValue,
        SpecialType.System_Int64 => number is >= long.MinValue and <= long.MaxValue,
        SpecialType.System_Byte => number is >= byte.MinValue and <= byte.MaxValue,
        SpecialType.System_UInt16 => number is >= ushort.MinValue and <= ushort.MaxValue,
        SpecialType.System_UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
        SpecialType.System_UInt64 => number is >= ulong.MinValue and <= ulong.MaxValue,
        _ => false,
    };
}
