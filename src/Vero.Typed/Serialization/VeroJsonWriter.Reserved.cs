using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Vero.Typed;

// Strings that Vero takes in one form only, and never says so.
public ref partial struct VeroJsonWriter
{
    /// <summary>Writes a language tag.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">
    /// The tag, or null. White space at its ends is removed and underscores become hyphens; then empty writes nothing, and what is no well-formed tag
    /// with a primary subtag of two or three letters throws.
    /// </param>
    /// <param name="member">The member, for the message.</param>
    public void Language(scoped ReadOnlySpan<byte> name, string? value, string member)
    {
        if (value is null)
            return;
        if (!IsCommonLanguage(value))
        {
            value = VeroContract.LanguageTag(value) ?? throw Problem(member, ValueProblems.Language);
            if (value.Length == 0)
                return;
        }

        TextAndQuote(name, value.AsSpan());
    }

    /// <summary>Writes the tag of a culture; the invariant culture has none and is left out.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The culture, or null.</param>
    /// <param name="member">The member, for the message.</param>
    public void Language(scoped ReadOnlySpan<byte> name, CultureInfo? value, string member) => Language(name, value is null ? null : TagOf(value), member);

    /// <summary>Writes a phone number in E.164.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">
    /// The number, or null. Separators are removed; then empty writes nothing, and what has no plus sign and country code, or more than 15 digits, throws.
    /// </param>
    /// <param name="member">The member, for the message.</param>
    public void PhoneNumber(scoped ReadOnlySpan<byte> name, string? value, string member)
    {
        if (value is null)
            return;
        string number = VeroContract.PhoneNumber(value) ?? throw Problem(member, ValueProblems.PhoneNumber);
        if (number.Length > 0)
            TextAndQuote(name, number.AsSpan());
    }

    // en and en-AU: nearly every tag is one of these.
    private static bool IsCommonLanguage(string tag) =>
        (tag.Length == 2 || (tag.Length == 5 && tag[2] == '-' && IsLetter(tag[3]) && IsLetter(tag[4]))) && IsLetter(tag[0]) && IsLetter(tag[1]);

    private static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    // Behind an underscore is a sort order: the name of de-u-co-phonebk is de_phoneboo.
    private static string TagOf(CultureInfo culture)
    {
        string name = culture.Name;
        int sort = name.IndexOf('_');
        return sort < 0 ? name : name.Substring(0, sort);
    }

    // The value of a reserved key among entries of which only the run time knows. Returns where the next entry begins.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EndReserved(int entry, int value, int end, string member)
    {
        string key = Text(_buffer.Slice(entry + 2, value - entry - 4));
        ReadOnlySpan<byte> json = _buffer.Slice(value, end - value);
        if (VeroContract.FindReservedKey(key) is not { } reserved)
            return end;
        if (reserved.Kind == ReservedKeyKind.Timezone)
        {
            if (!Utf8Parser.TryParse(json, out long hours, out int read) || read != json.Length)
                throw Problem(member, ValueProblems.TimezoneNotInteger);
            return VeroContract.IsTimezone(hours) ? end : throw OutOfRange(member);
        }

        string text = StringValue(json, key, member);
        if (reserved.Normalize is not { } normalize)
            return end;
        return Replaced(entry, value, end, normalize(text) ?? throw Problem(member, ValueProblems.Of(reserved.Kind)));
    }

    private readonly string StringValue(scoped ReadOnlySpan<byte> json, string key, string member)
    {
        if (json[0] != (byte)'"')
            throw Problem(member, ValueProblems.ReservedKeyNotString(key));
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }

    // What is sent is ASCII and never longer than what it was made of. Empty takes the entry back.
    private int Replaced(int entry, int value, int end, string text)
    {
        int next = entry;
        if (text.Length > 0)
        {
            _buffer[value] = (byte)'"';
            for (int i = 0; i < text.Length; i++)
                _buffer[value + 1 + i] = (byte)text[i];
            _buffer[value + 1 + text.Length] = (byte)'"';
            next = value + text.Length + 2;
        }

        _buffer.Slice(end, _length - end).CopyTo(_buffer.Slice(next));
        _length -= end - next;
        return next;
    }
}
