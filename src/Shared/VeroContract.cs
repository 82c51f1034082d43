using System.Globalization;

namespace Vero.Typed;

/// <summary>
/// The numbers, names and value checks of Vero's contract. Linked into the library, the client, the sandbox and the analyzers, so that a constant
/// in the editor, a value at run time and a request at the sandbox are judged by the same function.
/// </summary>
internal static class VeroContract
{
    /// <summary>The most characters of an id, an email address or an event name. Vero: "must be less than 255 characters".</summary>
    public const int MaxTextLength = 254;

    /// <summary>The westernmost time zone offset, in hours.</summary>
    public const int MinTimezone = -12;

    /// <summary>The easternmost time zone offset, in hours.</summary>
    public const int MaxTimezone = 14;

    /// <summary>
    /// The most bytes of a body. Vero documents no limit; 1 MiB is the usual limit of proxies. A server that refuses more closes the connection
    /// while the body is still being sent, which looks like a broken connection that is worth another attempt.
    /// </summary>
    public const int MaxBodyBytes = 1_048_576;

    /// <summary>The deepest nesting of a body, the default of System.Text.Json: what passes can be read everywhere.</summary>
    public const int MaxDepth = 64;

    /// <summary>The fewest digits of a phone number that can receive messages: a country code and a number.</summary>
    public const int MinPhoneDigits = 7;

    /// <summary>The most digits of a phone number (E.164).</summary>
    public const int MaxPhoneDigits = 15;

    /// <summary>The reserved keys of <c>data</c>, each with the kind of its value.</summary>
    public static readonly ReservedKey[] ReservedKeys =
    [
        new("language", ReservedKeyKind.Language, LanguageTag),
        new("timezone", ReservedKeyKind.Timezone),
        new("userAgent", ReservedKeyKind.UserAgent),
        new("phone_number", ReservedKeyKind.PhoneNumber, PhoneNumber, isOfEvents: false),
    ];

    /// <summary>The names under which the Track API takes its credential.</summary>
    public static readonly string[] CredentialNames = ["auth_token", "tracking_api_key"];

    /// <summary>The names of events that Vero records itself.</summary>
    public static readonly string[] ReservedEventNames = ["Identified", "Visited site", "Viewed page"];

    // What programs write where there is no value. Numbers and Guids are judged by their digits.
    private static readonly string[] NamesOfNothing = ["null", "(null)", "<null>", "<nil>", "undefined", "{}", "[]"];

    // From other languages: as names of people they are written differently.
    private static readonly string[] ExactNamesOfNothing = ["NaN", "None"];

    // Registered before there was a grammar, with a language as their first subtag. Those that fit the grammar are not repeated here.
    private static readonly string[] IrregularLanguages = ["en-GB-oed", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"];

    /// <summary>The reserved key of this name; null for any other key.</summary>
    public static ReservedKey? FindReservedKey(string name) => Array.Find(ReservedKeys, key => key.Name == name);

    /// <summary>Whether a top-level key is meant for a credential, in whatever letter case.</summary>
    public static bool IsCredentialName(string name) =>
        Array.Exists(CredentialNames, credential => string.Equals(credential, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an offset in hours is one that exists.</summary>
    public static bool IsTimezone(long hours) => hours is >= MinTimezone and <= MaxTimezone;

    /// <summary>What is wrong with an id.</summary>
    /// <param name="id">The id at Vero.</param>
    /// <param name="allowDefault">Whether a string that stands for "no id", such as <c>0</c> or <c>null</c>, is an id like any other.</param>
    public static IdFault CheckId(string? id, bool allowDefault)
    {
        if (string.IsNullOrWhiteSpace(id))
            return IdFault.Missing;
        if (IsTooLong(id!))
            return IdFault.TooLong;
        if (char.IsWhiteSpace(id![0]) || char.IsWhiteSpace(id[id.Length - 1]))
            return IdFault.WhiteSpaceAtEnds;
        if (FindUnseen(id) is { } unseen)
            return unseen == Unseen.LoneSurrogate ? IdFault.LoneSurrogate : IdFault.InvisibleCharacter;
        return !allowDefault && StandsForNoId(id) ? IdFault.StandsForNone : IdFault.None;
    }

    /// <summary>What is wrong with an email address that is not empty. Nothing more is checked than what no address can be without.</summary>
    public static EmailFault CheckEmail(string email)
    {
        if (IsTooLong(email))
            return EmailFault.TooLong;

        int at = -1;
        bool isVisible = true;
        for (int i = 0; i < email.Length; i++)
        {
            char c = email[i];
            if (c == '@')
            {
                if (at >= 0)
                    return EmailFault.Malformed;
                at = i;
            }
            else if (!IsCommonVisible(c))
            {
                if (char.IsWhiteSpace(c) || char.IsControl(c))
                    return EmailFault.Malformed;
                isVisible = false;
            }
        }

        if (at <= 0 || at == email.Length - 1)
            return EmailFault.Malformed;
        if (isVisible)
            return EmailFault.None;
        return FindUnseen(email) switch
        {
            Unseen.LoneSurrogate => EmailFault.LoneSurrogate,
            Unseen.InvisibleCharacter => EmailFault.InvisibleCharacter,
            _ => EmailFault.None,
        };
    }

    /// <summary>What is wrong with a tag of a user.</summary>
    public static TagFault CheckTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return TagFault.Blank;
        if (char.IsWhiteSpace(tag![0]) || char.IsWhiteSpace(tag[tag.Length - 1]))
            return TagFault.WhiteSpaceAtEnds;
        return HasLoneSurrogate(tag) ? TagFault.LoneSurrogate : TagFault.None;
    }

    /// <summary>What is wrong with the name of an event.</summary>
    public static EventNameFault CheckEventName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return EventNameFault.Blank;
        if (IsTooLong(name!))
            return EventNameFault.TooLong;
        if (HasLoneSurrogate(name!))
            return EventNameFault.LoneSurrogate;
        return Array.Exists(ReservedEventNames, reserved => EventKey(reserved) == EventKey(name!)) ? EventNameFault.Reserved : EventNameFault.None;
    }

    /// <summary>What of the name of an event makes a difference to Vero: letter case, spaces and underscores do not.</summary>
    public static string EventKey(string name) => name.Replace(" ", "").Replace("_", "").ToUpperInvariant();

    /// <summary>The point in time that a string is in ISO 8601 with an offset, as <c>created_at</c> must be; null for any other string.</summary>
    public static DateTimeOffset? PointInTime(string text)
    {
        // Vero's own documentation writes offsets without a colon.
        int sign = Math.Max(text.LastIndexOf('+'), text.LastIndexOf('-'));
        string zoned = sign == text.Length - 5 && sign > 10 ? text.Insert(text.Length - 2, ":") : text;
        bool hasForm = zoned.IndexOf('T') == 10
            && (zoned[zoned.Length - 1] == 'Z' || (zoned.Length > 16 && zoned[zoned.Length - 3] == ':' && zoned[zoned.Length - 6] is '+' or '-'));
        return hasForm && DateTimeOffset.TryParse(zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time) ? time : null;
    }

    /// <summary>Whether it is <c>default</c>, at whatever offset, or <c>default(DateTime)</c> in a time zone west of Greenwich.</summary>
    public static bool IsNeverSet(DateTimeOffset time) => time.UtcTicks == 0 || time.Ticks == 0;

    /// <summary>
    /// The language tag that a string means: without white space at its ends, with hyphens for underscores. Empty where the string is; null where
    /// it is no well-formed tag (BCP 47, RFC 5646) whose primary subtag has two or three letters, as those of languages have.
    /// </summary>
    public static string? LanguageTag(string text)
    {
        string tag = text.Trim().Replace('_', '-');
        return tag.Length == 0 || IsLanguageTag(tag) ? tag : null;
    }

    /// <summary>Whether a string is a well-formed tag with a primary subtag of two or three letters, exactly as it is sent.</summary>
    public static bool IsLanguageTag(string tag)
    {
        int end = EndOfSubtag(tag, 0);
        if (end is not (2 or 3) || !AreLetters(tag, 0, end))
            return false;
        return HasLanguageGrammar(tag, end) || Array.Exists(IrregularLanguages, irregular => string.Equals(irregular, tag, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The phone number that a string means, in E.164: plus sign, country code and number, without separators. Empty where the string has nothing
    /// but separators; null where Vero would never deliver to it.
    /// </summary>
    public static string? PhoneNumber(string text)
    {
        if (IsPhoneNumber(text))
            return text;

        char[] digits = new char[MaxPhoneDigits + 1];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsPhoneSeparator(c))
            {
                // "+44 (0)20": the zero is dialled inside the country only.
                if (c == '(' && string.CompareOrdinal(text, i, "(0)", 0, 3) == 0)
                    return null;
                continue;
            }

            if (count == digits.Length || !(IsDigit(c) || (c == '+' && count == 0)))
                return null;
            digits[count++] = c;
        }

        string number = new(digits, 0, count);
        return count == 0 || IsPhoneNumber(number) ? number : null;
    }

    /// <summary>Whether a string is a phone number in E.164, exactly as it is sent.</summary>
    public static bool IsPhoneNumber(string number)
    {
        if (number.Length is < MinPhoneDigits + 1 or > MaxPhoneDigits + 1 || number[0] != '+' || number[1] == '0')
            return false;
        for (int i = 1; i < number.Length; i++)
        {
            if (!IsDigit(number[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether an id is what programs write where there is none.</summary>
    public static bool StandsForNoId(string id)
    {
        if (id[0] is not ('0' or '-' or '+' or '.' or '(' or '{' or '[' or '<' or 'n' or 'N' or 'u' or 'U'))
            return false;
        foreach (string name in NamesOfNothing)
        {
            if (string.Equals(name, id, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return Array.IndexOf(ExactNamesOfNothing, id) >= 0 || IsScriptObject(id) || IsZero(id);
    }

    // [object Object], [object Promise]: what JavaScript makes of anything that is no string.
    private static bool IsScriptObject(string id) => id.StartsWith("[object ", StringComparison.OrdinalIgnoreCase) && id[id.Length - 1] == ']';

    /// <summary>Whether a string has more characters than Vero takes. A character outside the basic plane is one, though it takes two in a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="prefixLength">How many characters come before it.</param>
    public static bool IsTooLong(string text, int prefixLength = 0) =>
        text.Length + prefixLength > MaxTextLength && prefixLength + Characters(text) > MaxTextLength;

    private static int Characters(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            count++;
        }

        return count;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    // 0, -0, 0.0, 0x0 and the empty Guid in each of its formats.
    private static bool IsZero(string id)
    {
        bool hasZero = false;
        foreach (char c in id)
        {
            if (c == '0')
                hasZero = true;
            else if (c is not ('-' or '+' or '.' or ',' or 'x' or 'X' or '{' or '}' or '(' or ')'))
                return false;
        }

        return hasZero;
    }

    private static Unseen? FindUnseen(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == ' ' || IsCommonVisible(c))
                continue;
            if (!char.IsSurrogate(c))
            {
                if (IsInvisible(c, CharUnicodeInfo.GetUnicodeCategory(c)))
                    return Unseen.InvisibleCharacter;
                continue;
            }

            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return Unseen.LoneSurrogate;
            if (CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.Format || char.ConvertToUtf32(c, text[i + 1]) is >= 0xE0000 and <= 0xE0FFF)
                return Unseen.InvisibleCharacter;
            i++;
        }

        return null;
    }

    // Most of Europe and East Asia, where nothing is white space, a control or invisible: .NET's tables need not be asked.
    private static bool IsCommonVisible(char c) =>
        c is (> ' ' and < '\u007F') or (>= '\u00AE' and <= '\u034E') or (>= '\u0370' and <= '\u05FF') or (>= '\u3165' and <= '\uD7FF');

    // The letters among them are fillers of Hangul, which have no glyph. The variation selectors change the glyph before them at most.
    private static bool IsInvisible(char c, UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u180B' or '\u180C' or '\u180D' or '\u180F' or '\u2800' or '\u3164' or '\uFFA0'
        || c is (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF0' and <= '\uFFF8') or '\uFFFE' or '\uFFFF' or '\u2065';

    private static bool IsPhoneSeparator(char c) => char.IsWhiteSpace(c) || c is '-' or '.' or '(' or ')' or '/' or '\u2010' or '\u2011' or '\u2012' or '\u2013';

    // Script, region, variants and extensions in this order; all but variants, extended languages and extensions at most once.
    private static bool HasLanguageGrammar(string tag, int end)
    {
        int last = ExtendedLanguage;
        int extended = 0;
        while (end < tag.Length)
        {
            int start = end + 1;
            end = EndOfSubtag(tag, start);
            int length = end - start;
            if (length is 0 or > 8 || !AreLettersOrDigits(tag, start, end))
                return false;
            if (length == 1)
                return HasExtensionGrammar(tag, start);

            bool areLetters = AreLetters(tag, start, end);
            int kind = length switch
            {
                2 when areLetters => Region,
                3 when areLetters && ++extended <= 3 => ExtendedLanguage,
                3 when IsDigit(tag[start]) && IsDigit(tag[start + 1]) && IsDigit(tag[start + 2]) => Region,
                4 when areLetters => Script,
                4 when IsDigit(tag[start]) => Variant,
                >= 5 => Variant,
                _ => -1,
            };
            if (kind < last || (kind == last && kind is Script or Region))
                return false;
            last = kind;
        }

        return true;
    }

    // -a-anything-x-anything: each singleton is there once and followed by subtags of its own; after x everything is private.
    private static bool HasExtensionGrammar(string tag, int start)
    {
        ulong singletons = 0;
        while (start < tag.Length)
        {
            char singleton = char.ToLowerInvariant(tag[start]);
            ulong bit = 1UL << (IsDigit(singleton) ? singleton - '0' : singleton - 'a' + 10);
            if ((singletons & bit) != 0)
                return false;
            singletons |= bit;

            int subtags = 0;
            int end = start + 1;
            while (end < tag.Length)
            {
                int next = end + 1;
                int nextEnd = EndOfSubtag(tag, next);
                if (nextEnd - next is 0 or > 8 || !AreLettersOrDigits(tag, next, nextEnd))
                    return false;
                if (nextEnd - next == 1 && singleton != 'x')
                    break;
                subtags++;
                end = nextEnd;
            }

            if (subtags == 0)
                return false;
            start = end + 1;
        }

        return true;
    }

    private const int ExtendedLanguage = 1;
    private const int Script = 2;
    private const int Region = 3;
    private const int Variant = 4;

    private static int EndOfSubtag(string tag, int start)
    {
        int end = tag.IndexOf('-', start);
        return end < 0 ? tag.Length : end;
    }

    private static bool AreLetters(string tag, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!IsLetter(tag[i]))
                return false;
        }

        return true;
    }

    private static bool AreLettersOrDigits(string tag, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!IsLetter(tag[i]) && !IsDigit(tag[i]))
                return false;
        }

        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private enum Unseen
    {
        LoneSurrogate,
        InvisibleCharacter,
    }
}

/// <summary>A key of <c>data</c> whose value has a type of its own at Vero.</summary>
internal sealed class ReservedKey(string name, ReservedKeyKind kind, Func<string, string?>? normalize = null, bool isOfEvents = true)
{
    /// <summary>The key, exactly as it is sent.</summary>
    public string Name { get; } = name;

    /// <summary>What its value is.</summary>
    public ReservedKeyKind Kind { get; } = kind;

    /// <summary>
    /// The only form in which Vero takes the string: empty where there is nothing to send, null where it has no such form. Null itself where the
    /// value is no string, or any string.
    /// </summary>
    public Func<string, string?>? Normalize { get; } = normalize;

    /// <summary>Whether it is also reserved in the data of an event.</summary>
    public bool IsOfEvents { get; } = isOfEvents;
}

/// <summary>The values of reserved keys.</summary>
internal enum ReservedKeyKind
{
    /// <summary>A string that <see cref="VeroContract.IsLanguageTag"/>.</summary>
    Language,

    /// <summary>An integer that <see cref="VeroContract.IsTimezone"/>.</summary>
    Timezone,

    /// <summary>A string.</summary>
    UserAgent,

    /// <summary>A string that <see cref="VeroContract.IsPhoneNumber"/>.</summary>
    PhoneNumber,
}

/// <summary>What is wrong with an id.</summary>
internal enum IdFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is null, empty or white space.</summary>
    Missing,

    /// <summary>It is what programs write where there is no id.</summary>
    StandsForNone,

    /// <summary>It has more than <see cref="VeroContract.MaxTextLength"/> characters.</summary>
    TooLong,

    /// <summary>It begins or ends with white space.</summary>
    WhiteSpaceAtEnds,

    /// <summary>A character of it cannot be seen: two ids that look the same would be two users.</summary>
    InvisibleCharacter,

    /// <summary>It is no valid Unicode: written, different ids would become the same.</summary>
    LoneSurrogate,
}

/// <summary>What is wrong with an email address.</summary>
internal enum EmailFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has more than <see cref="VeroContract.MaxTextLength"/> characters.</summary>
    TooLong,

    /// <summary>It has no <c>@</c> between two other characters, or more than one, or white space or control characters.</summary>
    Malformed,

    /// <summary>A character of it cannot be seen.</summary>
    InvisibleCharacter,

    /// <summary>It is no valid Unicode.</summary>
    LoneSurrogate,
}

/// <summary>What is wrong with the name of an event.</summary>
internal enum EventNameFault
{
    None,
    Blank,
    TooLong,
    Reserved,
    LoneSurrogate,
}

/// <summary>What is wrong with a tag.</summary>
internal enum TagFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is null, empty or white space.</summary>
    Blank,

    /// <summary>It begins or ends with white space.</summary>
    WhiteSpaceAtEnds,

    /// <summary>It is no valid Unicode.</summary>
    LoneSurrogate,
}
