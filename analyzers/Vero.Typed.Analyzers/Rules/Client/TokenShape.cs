using System.Text;

namespace Vero.Typed.Analyzers.Rules.Client;

/// <summary>Tells text that a machine has drawn from what people write in its place. The page of VERO201 states the method.</summary>
internal static class TokenShape
{
    private const int ShortestToken = 24;

    // The longest that the client accepts.
    private const int LongestToken = 256;

    private const int FewestDistinct = 12;

    // Whoever writes one of these means no token. That one turns up by chance in a drawn token of 56 characters is one case in a thousand.
    private static readonly string[] WordsOfPlaceholders =
    [
        "auth", "change", "demo", "dummy", "example", "fake", "here", "insert", "password", "placeholder", "replace", "sample", "sandbox", "secret",
        "test", "token", "vero", "your",
    ];

    public static bool LooksReal(string text)
    {
        if (text.Length is < ShortestToken or > LongestToken || !IsBase64(text))
            return false;
        string drawn = text.TrimEnd('=');
        return drawn.Length >= FewestDistinct
            && IsMixed(drawn)
            && drawn.Distinct().Count() >= FewestDistinct
            && !IsSequence(drawn)
            && !IsWords(drawn)
            && !HasWordOfPlaceholders(drawn)
            && !(Decoded(drawn) is { } decoded && HasWordOfPlaceholders(decoded));
    }

    /// <summary>The alphabet of Base64 or of its form for addresses, and at most two characters of padding at the end.</summary>
    private static bool IsBase64(string text)
    {
        int end = text.Length;
        while (end > 0 && text.Length - end < 2 && text[end - 1] == '=')
            end--;
        for (int i = 0; i < end; i++)
        {
            if (!IsLetterOrDigit(text[i]) && !IsSeparator(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Both cases and digits, and from one to the next as often as by chance: names in camel case change once a word.</summary>
    private static bool IsMixed(string text)
    {
        int changes = 0;
        var classes = new HashSet<int>();
        for (int i = 0; i < text.Length; i++)
        {
            classes.Add(ClassOf(text[i]));
            if (i > 0 && ClassOf(text[i]) != ClassOf(text[i - 1]))
                changes++;
        }

        return classes.Contains(0) && classes.Contains(1) && classes.Contains(2) && changes * 5 >= (text.Length - 1) * 2;
    }

    /// <summary>Such as <c>abcd...</c>, <c>1111...</c> and <c>a1b2c3...</c>: every other character follows its neighbour, or the one before that.</summary>
    private static bool IsSequence(string text)
    {
        for (int distance = 1; distance <= 2; distance++)
        {
            int following = 0;
            for (int i = distance; i < text.Length; i++)
            {
                if (char.ToUpperInvariant(text[i]) - char.ToUpperInvariant(text[i - distance]) is 0 or 1)
                    following++;
            }

            if (following * 2 >= text.Length - distance)
                return true;
        }

        return false;
    }

    /// <summary>Words and numbers between separators: <c>Shop-Project-1-of-Peter-2</c>.</summary>
    private static bool IsWords(string text)
    {
        string[] pieces = text.Split(['-', '_', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length > 1 && pieces.All(static piece =>
            piece.All(static c => c is >= '0' and <= '9')
            || piece.All(static c => c is >= 'A' and <= 'Z')
            || (piece[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') && piece.Skip(1).All(static c => c is >= 'a' and <= 'z')));
    }

    private static bool HasWordOfPlaceholders(string text) =>
        Array.Exists(WordsOfPlaceholders, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Vero's tokens are the Base64 form of <c>key:secret</c>, and so is what people make up; null where it is no text.</summary>
    private static string? Decoded(string drawn)
    {
        string standard = drawn.Replace('-', '+').Replace('_', '/');
        if (standard.Length % 4 == 1)
            return null;
        byte[] bytes = Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='));
        return bytes.All(static b => b is >= (byte)' ' and <= (byte)'~') ? Encoding.ASCII.GetString(bytes) : null;
    }

    private static int ClassOf(char c) => c switch
    {
        >= 'a' and <= 'z' => 0,
        >= 'A' and <= 'Z' => 1,
        >= '0' and <= '9' => 2,
        _ => 3,
    };

    private static bool IsLetterOrDigit(char c) => ClassOf(c) < 3;

    private static bool IsSeparator(char c) => c is '+' or '/' or '-' or '_';
}
