using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>
/// Makes text that came from outside fit for an exception: one line, short, without the token and without the customer's data. Servers
/// and proxies like to repeat what they were sent.
/// </summary>
internal sealed class SecretText
{
    private const string Replacement = "***";

    private readonly List<string> _anywhere = [];
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hides a text wherever it stands.</summary>
    public void Add(string secret) => _anywhere.Add(secret);

    /// <summary>
    /// Hides every value of a JSON body where it stands alone: an id of <c>4</c> is hidden in "id 4 is taken", but does not turn "status
    /// 400" into noise.
    /// </summary>
    public void AddValuesOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text)
                _words.Add(OneLine(text));
            else if (reader.TokenType == JsonTokenType.Number)
                _words.Add(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
        }
    }

    public bool IsIn(string text)
    {
        foreach (string secret in _anywhere)
        {
            if (Replace(text, secret, wholeWord: false) != text)
                return true;
        }

        return false;
    }

    /// <summary>The text as it may be shown, or null if nothing is left.</summary>
    public string? Clean(string? text, int longest)
    {
        if (text is null)
            return null;

        // In this order: a control character in the middle, or a cut, would hide a secret from the search and still show it.
        string clean = OneLine(text);
        foreach (string secret in LongestFirst(_anywhere))
            clean = Replace(clean, secret, wholeWord: false);
        foreach (string word in LongestFirst(_words))
            clean = Replace(clean, word, wholeWord: true);
        clean = clean.Trim();
        if (clean.Length > longest)
            clean = clean.Remove(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest) + "...";
        return clean.Length == 0 ? null : clean;
    }

    // A short value, taken out of a long one that holds it, would leave the rest of that to be read.
    private static IEnumerable<string> LongestFirst(IEnumerable<string> secrets) => secrets.OrderByDescending(static secret => secret.Length);

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

    private static string Replace(string text, string secret, bool wholeWord)
    {
        for (int at = 0; at < text.Length;)
        {
            int length = MatchLength(text, at, secret);
            if (length == 0 || (wholeWord && IsInsideOfWord(text, at, at + length)))
            {
                at++;
                continue;
            }

            text = text.Remove(at, length).Insert(at, Replacement);
            at += Replacement.Length;
        }

        return text;
    }

    /// <summary>
    /// How long the secret is where it starts at <paramref name="at"/>, or 0. Each of its characters may be percent-encoded: who repeats an
    /// address does not always encode what we encode.
    /// </summary>
    private static int MatchLength(string text, int at, string secret)
    {
        int end = at;
        for (int i = 0; i < secret.Length; i++)
        {
            if (end < text.Length && char.ToUpperInvariant(text[end]) == char.ToUpperInvariant(secret[i]))
            {
                end++;
                continue;
            }

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

    private static bool IsInsideOfWord(string text, int start, int end) => Continues(text, start) || Continues(text, end);

    private static bool Continues(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
