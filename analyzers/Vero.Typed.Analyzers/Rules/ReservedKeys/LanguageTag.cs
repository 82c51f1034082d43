
namespace Vero.Typed.Analyzers.Rules.ReservedKeys;

/// <summary>BCP 47 (RFC 5646, section 2.1) with the primary subtags that name languages: two or three letters.</summary>
internal static class LanguageTag
{
    private const int Language = 0;
    private const int ExtendedLanguage = 1;
    private const int Script = 2;
    private const int Region = 3;
    private const int Variant = 4;

    // Registered before there was a grammar. Those that fit it are not repeated here.
    private static readonly HashSet<string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay",
        "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
    };

    public static bool IsWellFormed(string tag)
    {
        if (Irregular.Contains(tag))
            return true;

        string[] subtags = tag.Split('-');
        if (Array.Exists(subtags, static subtag => subtag.Length is 0 or > 8 || !subtag.All(IsLetterOrDigit)))
            return false;
        if (IsPrivate(subtags[0]))
            return subtags.Length > 1;
        if (subtags[0].Length is not (2 or 3) || !subtags[0].All(IsLetter))
            return false;

        int last = Language;
        int extended = 0;
        for (int i = 1; i < subtags.Length; i++)
        {
            string subtag = subtags[i];
            if (subtag.Length == 1)
                return HasWellFormedExtensions(subtags, i);
            bool areLetters = subtag.All(IsLetter);
            int kind = subtag.Length switch
            {
                3 when areLetters && extended++ < 3 => ExtendedLanguage,
                4 when areLetters => Script,
                2 when areLetters => Region,
                3 when subtag.All(IsDigit) => Region,
                >= 5 => Variant,
                4 when IsDigit(subtag[0]) => Variant,
                _ => -1,
            };

            // In this order, and all but variants and extended languages once.
            if (kind < last || (kind == last && kind is Script or Region))
                return false;
            last = kind;
        }

        return true;
    }

    /// <summary>The tag that is meant: with hyphens, and without the white space and the encoding of a POSIX locale. Null when that is none either.</summary>
    public static string? Corrected(string text)
    {
        string tag = text.Trim();
        int encoding = tag.IndexOf('.');
        if (encoding > 0)
            tag = tag.Substring(0, encoding);
        tag = tag.Replace('_', '-');
        return tag != text && IsWellFormed(tag) ? tag : null;
    }

    // -a-anything-x-anything: each singleton is followed by subtags of its own, and after x everything is private.
    private static bool HasWellFormedExtensions(string[] subtags, int start)
    {
        for (int i = start; i < subtags.Length; i++)
        {
            if (IsPrivate(subtags[i]))
                return i + 1 < subtags.Length;
            if (subtags[i].Length == 1 && (i + 1 == subtags.Length || subtags[i + 1].Length == 1))
                return false;
        }

        return true;
    }

    private static bool IsPrivate(string subtag) => subtag is "x" or "X";

    private static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
