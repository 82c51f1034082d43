using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>What may be under one reserved key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Requirement">What its value must be, and what to expose for it.</param>
/// <param name="KindOf">How a member of a type is written; null when it cannot be.</param>
/// <param name="IsMeantBy">Whether a type can be meant for nothing else.</param>
internal sealed record ReservedKeyRow(string Key, string Requirement, Func<ITypeSymbol, TraitValueKind?> KindOf, Func<ITypeSymbol, bool> IsMeantBy);

/// <summary>The keys of <c>data</c> that Vero reserves, their types, and the spellings that are meant to be them.</summary>
internal static class ReservedKeyTable
{
    private static readonly ReservedKeyRow[] Rows = Array.ConvertAll(VeroContract.ReservedKeys, static key => key.Kind switch
    {
        ReservedKeyKind.Timezone => new ReservedKeyRow(
            key.Name,
            "a time zone offset: an integer of hours, a TimeSpan or a TimeZoneInfo",
            static type => ValueTypes.WithoutNullable(type) is var value && (ValueTypes.IsInteger(value) || ValueTypes.IsTimeZoneInfo(value) || ValueTypes.IsTimeSpan(value))
                ? TraitValueKind.Timezone
                : null,
            static type => ValueTypes.IsTimeZoneInfo(ValueTypes.WithoutNullable(type))),
        ReservedKeyKind.Language => new ReservedKeyRow(
            key.Name,
            "a language tag: a string or a CultureInfo",
            static type => ValueTypes.IsString(type) || ValueTypes.IsCultureInfo(type) ? TraitValueKind.Text : null,
            static type => ValueTypes.IsCultureInfo(type)),
        ReservedKeyKind.UserAgent => new ReservedKeyRow(key.Name, "a string", static type => ValueTypes.IsString(type) ? TraitValueKind.Text : null, static _ => false),
        _ => throw new ArgumentOutOfRangeException(key.Name),
    });

    // The rows of a keyboard, for the slip to the key next to the right one.
    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static bool Contains(string key) => VeroContract.FindReservedKey(key) is not null;

    /// <summary>The dedicated attribute of a reserved key.</summary>
    public static VeroAttributeKind AttributeOf(string key) => VeroAttributes.ForKey(key).Kind;

    /// <summary>The dedicated attribute of a reserved key, as users write it.</summary>
    public static string AttributeFor(string key) => VeroAttributes.ForKey(key).Name;

    /// <summary>The only reserved key that a type can be meant for; null when that is not evident.</summary>
    public static string? OnlyFor(ITypeSymbol type) => Array.Find(Rows, row => row.IsMeantBy(type))?.Key;

    /// <summary>How a member of the type is written under a reserved key; null when it cannot be.</summary>
    public static TraitValueKind? KindOf(string key, ITypeSymbol type) => Row(key).KindOf(type);

    /// <summary>What the value under a reserved key must be, and what to expose for it.</summary>
    public static string Requirement(string key) => Row(key).Requirement;

    private static ReservedKeyRow Row(string key) => Array.Find(Rows, row => row.Key == key) ?? throw new ArgumentOutOfRangeException(nameof(key));

    /// <summary>
    /// The reserved key that a key is meant to be: the same up to case, separators and white space, or one slip of the fingers away (two
    /// letters swapped, one left out, one doubled, or the key next to the right one). Null for everything else: a letter more
    /// (<c>languages</c>) is a word of its own.
    /// </summary>
    public static string? MisspeltBy(string key)
    {
        if (Contains(key))
            return null;

        string typed = Letters(key);
        foreach (ReservedKey known in VeroContract.ReservedKeys)
        {
            string reserved = known.Name;
            string meant = reserved.ToLowerInvariant();
            if (typed == meant || IsOneSlipFrom(typed, meant))
                return reserved;
        }

        return null;
    }

    private static string Letters(string key)
    {
        var letters = new StringBuilder(key.Length);
        foreach (char c in key)
        {
            bool isSeparator = char.IsWhiteSpace(c) || char.GetUnicodeCategory(c)
                is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.Format;
            if (!isSeparator)
                letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }

    private static bool IsOneSlipFrom(string typed, string meant)
    {
        int same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
            same++;
        string restTyped = typed.Substring(same);
        string restMeant = meant.Substring(same);

        return (typed.Length - meant.Length) switch
        {
            -1 => restTyped == restMeant.Substring(1),
            1 => same > 0 && restTyped[0] == meant[same - 1] && restTyped.Substring(1) == restMeant,
            0 => restTyped.Length > 0
                && ((AreNeighbours(restTyped[0], restMeant[0]) && restTyped.Substring(1) == restMeant.Substring(1))
                    || (restTyped.Length > 1 && restTyped[0] == restMeant[1] && restTyped[1] == restMeant[0]
                        && restTyped.Substring(2) == restMeant.Substring(2))),
            _ => false,
        };
    }

    private static bool AreNeighbours(char first, char second)
    {
        (int firstRow, int firstColumn) = Place(first);
        (int secondRow, int secondColumn) = Place(second);
        if (firstRow < 0 || secondRow < 0)
            return false;

        // Each row is half a key to the right of the one above.
        int rows = secondRow - firstRow;
        int columns = secondColumn - firstColumn;
        return rows switch
        {
            0 => columns is 1 or -1,
            1 => columns is 0 or -1,
            -1 => columns is 0 or 1,
            _ => false,
        };
    }

    private static (int Row, int Column) Place(char letter)
    {
        for (int row = 0; row < KeyboardRows.Length; row++)
        {
            int column = KeyboardRows[row].IndexOf(letter);
            if (column >= 0)
                return (row, column);
        }

        return (-1, -1);
    }
}
