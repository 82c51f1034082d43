using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Model;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing.Values;

/// <summary>The three keys of <c>data</c> that Vero reserves, their types, and the spellings that are meant to be them.</summary>
internal static class ReservedKeyTable
{
    private const string Timezone = "timezone";
    private const string Language = "language";
    private const string UserAgent = "userAgent";

    private static readonly string[] All = [Timezone, Language, UserAgent];

    // The rows of a keyboard, for the slip to the key next to the right one.
    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static bool Contains(string key) => Array.IndexOf(All, key) >= 0;

    /// <summary>The key that a dedicated attribute writes; null for the others.</summary>
    public static string? Of(VeroAttributeKind attribute) => attribute switch
    {
        VeroAttributeKind.Timezone => Timezone,
        VeroAttributeKind.Language => Language,
        VeroAttributeKind.UserAgent => UserAgent,
        _ => null,
    };

    /// <summary>The dedicated attribute of a reserved key.</summary>
    public static VeroAttributeKind AttributeOf(string key) => key switch
    {
        Timezone => VeroAttributeKind.Timezone,
        Language => VeroAttributeKind.Language,
        _ => VeroAttributeKind.UserAgent,
    };

    /// <summary>The dedicated attribute of a reserved key, as users write it.</summary>
    public static string AttributeFor(string key) => key switch
    {
        Timezone => "VeroTimezone",
        Language => "VeroLanguage",
        _ => "VeroUserAgent",
    };

    /// <summary>The only reserved key that a type can be meant for; null when that is not evident.</summary>
    public static string? OnlyFor(ITypeSymbol type) =>
        ValueTypes.IsTimeZoneInfo(ValueTypes.WithoutNullable(type)) ? Timezone : ValueTypes.IsCultureInfo(type) ? Language : null;

    /// <summary>How a member of the type is written under a reserved key; null when it cannot be.</summary>
    public static TraitValueKind? KindOf(string key, ITypeSymbol type)
    {
        switch (key)
        {
            case Timezone:
                ITypeSymbol value = ValueTypes.WithoutNullable(type);
                return ValueTypes.IsInteger(value) || ValueTypes.IsTimeZoneInfo(value) || ValueTypes.IsTimeSpan(value) ? TraitValueKind.Timezone : null;
            case Language:
                return ValueTypes.IsString(type) || ValueTypes.IsCultureInfo(type) ? TraitValueKind.Text : null;
            default:
                return ValueTypes.IsString(type) ? TraitValueKind.Text : null;
        }
    }

    /// <summary>What the value under a reserved key must be, and what to expose for it.</summary>
    public static string Requirement(string key) => key switch
    {
        Timezone => "a time zone offset: an integer of hours, a TimeSpan or a TimeZoneInfo",
        Language => "a language tag: a string or a CultureInfo",
        _ => "a string",
    };

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
        foreach (string reserved in All)
        {
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
