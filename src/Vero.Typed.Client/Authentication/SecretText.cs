using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Vero.Typed;

/// <summary>
/// Prepares text from outside for an exception: one line, short, without the credential and the user's data. Servers and proxies often repeat
/// what they received. What they repeat as it is, or percent-encoded, is replaced; where it is hidden in any other way, nothing is shown.
/// </summary>
internal sealed class SecretText
{
    private const string Replacement = "***";

    // More than any cleaned text shows. The time to search for thousands of values depends on it.
    private const int MostRead = 2_000;

    // Shorter secrets occur by chance once punctuation is removed.
    private const int ShortestSkeleton = 6;
    private const int MostDecodings = 5;

    private readonly List<string> _anywhere = [];

    // By their first character, so that most positions of a text are compared with few of them.
    private readonly Dictionary<char, List<string>> _words = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

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
    }

    /// <summary>Whether a string that is hidden wherever it occurs is in the text.</summary>
    public bool IsIn(string text) => FindAnywhere(new MappedText(text)).Any() || FindAnywhere(MappedText.PercentDecode(text)).Any();

    /// <summary>The text as it may be shown, or null if nothing is left or nothing may be shown.</summary>
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
        var hidden = new List<(int Start, int End)>();
        Find(new MappedText(line), hidden, isCut);
        if (line.Contains('%'))
            Find(MappedText.PercentDecode(line), hidden, isCut);
        string clean = Replace(line, hidden);
        if (IsHiddenInside(clean))
            return null;

        if (clean.Length > longest)
            clean = clean.Substring(0, char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest);
        else if (!isCut)
            return clean.Length == 0 ? null : clean;
        return clean + "...";
    }

    private static string Replace(string line, List<(int Start, int End)> hidden)
    {
        if (hidden.Count == 0)
            return line;

        hidden.Sort();
        var clean = new StringBuilder();
        int at = 0;
        foreach ((int start, int end) in hidden)
        {
            if (start >= at)
                clean.Append(line, at, start - at).Append(Replacement);
            at = Math.Max(at, end);
        }

        return clean.Append(line, at, line.Length - at).ToString();
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

    private static bool Continues(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    // Letters and digits of ASCII, whatever stands between them.
    private static string SkeletonOf(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
                skeleton.Append(char.ToLowerInvariant(c));
        }

        return skeleton.ToString();
    }

    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair.
            return text;
        }
    }

    private void AddWord(string word)
    {
        // Nothing is left of a string of control characters.
        if (word.Length == 0 || !_known.Add(word))
            return;
        char first = char.ToUpperInvariant(word[0]);
        if (!_words.TryGetValue(first, out List<string>? words))
            _words.Add(first, words = []);
        words.Add(word);
    }

    private IEnumerable<(int Start, int Length)> FindAnywhere(MappedText text)
    {
        for (int at = 0; at < text.Text.Length; at++)
        {
            foreach (string secret in _anywhere)
            {
                if (StartsAt(text.Text, at, secret, isCut: false) is > 0 and var length)
                    yield return (at, length);
            }
        }
    }

    private void Find(MappedText text, List<(int Start, int End)> hidden, bool isCut)
    {
        for (int at = 0; at < text.Text.Length; at++)
        {
            int length = 0;
            foreach (string secret in _anywhere)
                length = Math.Max(length, StartsAt(text.Text, at, secret, isCut));
            if (!Continues(text.Text, at) && _words.TryGetValue(char.ToUpperInvariant(text.Text[at]), out List<string>? words))
            {
                foreach (string word in words)
                {
                    int found = StartsAt(text.Text, at, word, isCut);
                    if (found > length && !Continues(text.Text, at + found))
                        length = found;
                }
            }

            if (length > 0)
                hidden.Add((text.StartOf(at), text.EndOf(at + length - 1)));
        }
    }

    /// <summary>The length of the secret that starts at a position, or 0. The end of a text that is cut may be the beginning of a secret.</summary>
    private static int StartsAt(string text, int at, string secret, bool isCut)
    {
        int length = Math.Min(secret.Length, text.Length - at);
        if (length < secret.Length && !isCut)
            return 0;
        return string.Compare(text, at, secret, 0, length, StringComparison.OrdinalIgnoreCase) == 0 ? length : 0;
    }

    // What is encoded twice, as HTML or in JSON, in other forms of letters, or has characters in between that nobody sees.
    private bool IsHiddenInside(string clean)
    {
        string decoded = clean;
        for (int i = 0; i < MostDecodings; i++)
        {
            string more = Normalize(Unescape(WebUtility.HtmlDecode(MappedText.PercentDecode(decoded).Text)));
            if (more == decoded)
                return HasSecret(decoded, isChanged: decoded != clean);
            decoded = more;
        }

        // Encoded so often that it can only be meant to deceive.
        return true;
    }

    private bool HasSecret(string decoded, bool isChanged)
    {
        string skeleton = SkeletonOf(decoded);
        foreach (string secret in _anywhere)
        {
            if (IsSkeletonIn(secret, skeleton))
                return true;
        }

        foreach (string word in _known)
        {
            // A number is a skeleton of many texts: only where something was decoded, or for what has letters.
            if (word.Contains('@') && IsSkeletonIn(word, skeleton))
                return true;
        }

        if (!isChanged)
            return false;
        var hidden = new List<(int Start, int End)>();
        Find(new MappedText(decoded), hidden, isCut: false);
        return hidden.Count > 0;
    }

    private static bool IsSkeletonIn(string secret, string skeleton)
    {
        string own = SkeletonOf(secret);
        return own.Length >= ShortestSkeleton && skeleton.Contains(own);
    }

    // \u0041 and \x41, as JSON and other languages have them.
    private static string Unescape(string text)
    {
        if (!text.Contains('\\'))
            return text;

        var unescaped = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            int digits = text[at] != '\\' || at + 1 == text.Length ? 0 : text[at + 1] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && ReadHex(text, at + 2, digits) is { } unit)
            {
                unescaped.Append(unit);
                at += 1 + digits;
            }
            else
            {
                unescaped.Append(text[at]);
            }
        }

        return unescaped.ToString();
    }

    private static char? ReadHex(string text, int at, int digits)
    {
        int unit = 0;
        for (int i = at; i < at + digits; i++)
        {
            if (i == text.Length || !Uri.IsHexDigit(text[i]))
                return null;
            unit = (unit * 16) + Uri.FromHex(text[i]);
        }

        return (char)unit;
    }

    /// <summary>A text whose characters know where they come from.</summary>
    private sealed class MappedText
    {
        private readonly int[]? _starts;

        public MappedText(string text) => Text = text;

        private MappedText(string text, int[] starts)
        {
            Text = text;
            _starts = starts;
        }

        public string Text { get; }

        /// <summary>The text with its percent-encoding removed once. Bytes that are not UTF-8 stay encoded.</summary>
        public static MappedText PercentDecode(string text)
        {
            if (!text.Contains('%'))
                return new MappedText(text);

            var decoded = new StringBuilder(text.Length);
            var starts = new List<int>(text.Length + 1);
            byte[] bytes = new byte[4];
            for (int at = 0; at < text.Length;)
            {
                int length = 0;
                int end = at;
                while (length < 4 && Uri.IsHexEncoding(text, end))
                {
                    bytes[length++] = (byte)Uri.HexUnescape(text, ref end);
                    if (length == SequenceLength(bytes[0]))
                        break;
                }

                string character = length > 0 && length == SequenceLength(bytes[0]) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
                if (character.Length == 0 || character[0] == '\uFFFD')
                {
                    decoded.Append(text[at]);
                    starts.Add(at++);
                    continue;
                }

                decoded.Append(character);
                for (int i = 0; i < character.Length; i++)
                    starts.Add(at);
                at = end;
            }

            starts.Add(text.Length);
            return new MappedText(decoded.ToString(), [.. starts]);
        }

        public int StartOf(int at) => _starts is null ? at : _starts[at];

        public int EndOf(int at)
        {
            if (_starts is null)
                return at + 1;

            // Both halves of a surrogate pair come from the same place.
            int next = at + 1;
            while (_starts[next] == _starts[at])
                next++;
            return _starts[next];
        }

        private static int SequenceLength(byte first) => first switch
        {
            < 0x80 => 1,
            >= 0xC2 and < 0xE0 => 2,
            >= 0xE0 and < 0xF0 => 3,
            >= 0xF0 and < 0xF5 => 4,
            _ => 0,
        };
    }
}
