using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>
/// Prepares text from outside for an exception: one line, short, without the credential and the user's data. Servers and proxies often repeat
/// what they received.
/// </summary>
internal sealed class SecretText
{
    private const string Replacement = "***";

    // More than any cleaned text shows. The time to search for thousands of values depends on it.
    private const int MostRead = 2_000;

    // Four bytes of three characters each.
    private const int LongestEncoding = 12;

    private readonly List<string> _anywhere = [];
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hides a string wherever it occurs.</summary>
    public void Add(string secret) => _anywhere.Add(secret);

    /// <summary>
    /// Hides every value of a JSON body where it occurs as a word: an id of <c>4</c> is hidden in "id 4 is taken", but not in "status 400".
    /// </summary>
    public void AddValuesOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text)
                AddWord(OneLine(text));
            else if (reader.TokenType == JsonTokenType.Number)
                AddWord(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
        }

        void AddWord(string word)
        {
            // Nothing is left of a string of control characters.
            if (word.Length > 0)
                _words.Add(word);
        }
    }

    public bool IsIn(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (LongestMatch(_anywhere, text, at, isCut: false, wholeWord: false) > 0)
                return true;
        }

        return false;
    }

    /// <summary>The text as it may be shown, or null if nothing is left.</summary>
    public string? Clean(string? text, int longest)
    {
        if (text is null)
            return null;

        // First, because a control character inside a secret would hide it from the search.
        string line = OneLine(text).Trim();
        bool isCut = line.Length > MostRead;
        if (isCut)
            line = line.Remove(MostRead);

        // Overlapping secrets are hidden together, so that the end of one that starts inside another is not shown.
        var clean = new StringBuilder();
        int hiddenTo = 0;
        for (int at = 0; at < line.Length && clean.Length <= longest; at++)
        {
            int length = Math.Max(
                LongestMatch(_anywhere, line, at, isCut, wholeWord: false),
                Continues(line, at) ? 0 : LongestMatch(_words, line, at, isCut, wholeWord: true));
            if (at < hiddenTo)
                hiddenTo = Math.Max(hiddenTo, at + length);
            else if (length > 0)
                (hiddenTo, _) = (at + length, clean.Append(Replacement));
            else
                clean.Append(line[at]);
        }

        if (clean.Length > longest)
            clean.Length = char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest;
        else if (!isCut)
            return clean.Length == 0 ? null : clean.ToString();
        return clean.Append("...").ToString();
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            if (c is '\r' or '\n' or '\t' || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(' ');
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format))
                line.Append(c);
        }

        return line.ToString();
    }

    private static int LongestMatch(IEnumerable<string> secrets, string text, int at, bool isCut, bool wholeWord)
    {
        int longest = 0;
        char first = char.ToUpperInvariant(text[at]);
        foreach (string secret in secrets)
        {
            // Excludes nearly all of them.
            if (first != '%' && first != char.ToUpperInvariant(secret[0]))
                continue;

            int length = MatchLength(text, at, secret, isCut);
            if (length > longest && !(wholeWord && Continues(text, at + length)))
                longest = length;
        }

        return longest;
    }

    /// <summary>
    /// The length of the secret that starts at <paramref name="at"/>, or 0. Each of its characters may be percent-encoded, because servers
    /// encode URLs in different ways. The end of a text that is cut may be the beginning of a secret.
    /// </summary>
    private static int MatchLength(string text, int at, string secret, bool isCut)
    {
        int end = at;
        for (int i = 0; i < secret.Length; i++)
        {
            if (isCut && end > at && text.Length - end < LongestEncoding)
                return text.Length - at;
            if (end == text.Length)
                return 0;
            if (char.ToUpperInvariant(text[end]) == char.ToUpperInvariant(secret[i]))
            {
                end++;
                continue;
            }

            // Checked before anything is allocated, because it rarely is.
            if (text[end] != '%')
                return 0;
            int units = char.IsSurrogatePair(secret, i) ? 2 : 1;
            foreach (byte b in Encoding.UTF8.GetBytes(secret.Substring(i, units)))
            {
                if (!Uri.IsHexEncoding(text, end) || Uri.HexUnescape(text, ref end) != b)
                    return 0;
            }

            i += units - 1;
        }

        return end - at;
    }

    private static bool Continues(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
