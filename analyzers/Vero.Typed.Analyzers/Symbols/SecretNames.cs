using System.Globalization;

namespace Vero.Typed.Analyzers.Symbols;

/// <summary>Names of members that look as if their values must stay on the machine.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwords", "passwd", "pwd", "passphrase", "passcode", "hash", "hashes", "hashed", "token", "tokens", "secret", "secrets", "stamp", "salt", "salted",
        "credential", "credentials", "otp", "totp", "pin", "cvv", "cvc", "iban", "ssn",
    };

    private static readonly (string First, string Second)[] Pairs =
    [
        ("api", "key"), ("private", "key"), ("secret", "key"), ("access", "key"), ("encryption", "key"), ("recovery", "code"), ("recovery", "codes"), ("backup", "code"), ("backup", "codes"),
        ("security", "answer"), ("security", "question"), ("card", "number"), ("authenticator", "key"),
    ];

    /// <summary>Whether a name has such a word in it: <c>PasswordHash</c>, <c>api_key</c>, but not <c>Timestamp</c> or <c>Pinned</c>.</summary>
    public static bool Contain(string name)
    {
        List<string> words = WordsOf(name);
        for (int i = 0; i < words.Count; i++)
        {
            if (Words.Contains(words[i]))
                return true;
            string next = i + 1 < words.Count ? words[i + 1] : "";
            if (Array.Exists(Pairs, pair => Same(pair.First, words[i]) && Same(pair.Second, next)) || Array.Exists(Pairs, pair => Same(pair.First + pair.Second, words[i])))
                return true;
        }

        return false;

        static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words of a name, in either case convention.</summary>
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetterOrDigit(name[i])
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.GetUnicodeCategory(name[i + 1]) == UnicodeCategory.LowercaseLetter)));
            if (!ends)
                continue;
            string word = name.Substring(start, i - start).Trim('_');
            if (word.Length > 0)
                words.Add(word);
            start = i;
        }

        return words;
    }
}
