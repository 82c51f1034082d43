using System.Runtime.CompilerServices;

namespace Vero.Typed;

// id and email, with the checks that Vero makes too late or not at all. None of it is inlined: it is the largest and the first in every
// body, and would use up what the JIT inlines into one method, so that spans and Raw would be calls. A small body would take a quarter longer.
public ref partial struct VeroJsonWriter
{
    // Vero's documentation: "Both email and id must be less than 255 characters".
    private const int LengthLimit = 255;

    /// <summary>Writes the id. It must be written first: it opens the body.</summary>
    /// <param name="value">The id; null, empty and blank throw, and so do 255 characters and more.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(string? value, string member)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw MissingId(member, "null, empty or blank");
        if (value!.Length >= LengthLimit && Characters(value) >= LengthLimit)
            throw TooLong(member);

        TextAndQuote("{\"id\":\""u8, value.AsSpan());
    }

    /// <summary>Writes the id.</summary>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether 0 is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(long? value, bool allowDefault, string member)
    {
        if (value is not { } number)
            throw MissingId(member, "null");
        if (number == 0 && !allowDefault)
            throw MissingId(member, "0, like that of an entity that is not saved yet; [VeroId(AllowDefault = true)] allows it");

        AppendQuoted("{\"id\":\""u8, number);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether 0 is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(ulong? value, bool allowDefault, string member)
    {
        if (value is not { } number)
            throw MissingId(member, "null");
        if (number == 0 && !allowDefault)
            throw MissingId(member, "0, like that of an entity that is not saved yet; [VeroId(AllowDefault = true)] allows it");

        AppendQuoted("{\"id\":\""u8, number);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="value">The id.</param>
    /// <param name="allowDefault">Whether <see cref="Guid.Empty"/> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Id(Guid value, bool allowDefault, string member)
    {
        if (value == Guid.Empty && !allowDefault)
            throw MissingId(member, "Guid.Empty, like that of an entity that is not saved yet; [VeroId(AllowDefault = true)] allows it");

        AppendQuoted("{\"id\":\""u8, value);
    }

    /// <summary>Writes the id.</summary>
    /// <param name="value">The id; null throws.</param>
    /// <param name="allowDefault">Whether <see cref="Guid.Empty"/> is an id; otherwise it throws.</param>
    /// <param name="member">The member, for the message.</param>
    public void Id(Guid? value, bool allowDefault, string member)
    {
        if (value is not { } guid)
            throw MissingId(member, "null");
        Id(guid, allowDefault, member);
    }

    /// <summary>Writes the email address; null and empty write nothing.</summary>
    /// <param name="value">The address; one that cannot be one throws, and so do 255 characters and more.</param>
    /// <param name="member">The member, for the message.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Email(string? value, string member)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (value!.Length >= LengthLimit && Characters(value) >= LengthLimit)
            throw TooLong(member);
#if NET8_0_OR_GREATER
        // Nearly every address is: plain, @, plain. That is known after two vectorized scans, and needs no third for escaping.
        if (_isWarm)
        {
            int at = value.AsSpan().IndexOfAnyExcept(Sets.PlainEmail);
            if (at > 0 && value[at] == '@' && at < value.Length - 1 && value.AsSpan(at + 1).IndexOfAnyExcept(Sets.PlainEmail) < 0)
            {
                PlainTextAndQuote(",\"email\":\""u8, value);
                return;
            }
        }
#endif
        if (!CanBeEmail(value))
            throw NotAnEmail(member);

        TextAndQuote(",\"email\":\""u8, value.AsSpan());
    }

    internal static bool CanBeId(string value) => !string.IsNullOrWhiteSpace(value) && Characters(value) < LengthLimit;

    internal static bool IsNoneOrCanBeEmail(string value) => value.Length == 0 || (Characters(value) < LengthLimit && CanBeEmail(value));

    // Between the two there is no white space and no control character, so .NET's tables need not be asked about Greek or Cyrillic.
    private const char NoBreakSpace = '\u00A0';
    private const char OghamSpaceMark = '\u1680';

    private static bool CanBeEmail(string value)
    {
        int at = -1;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '@')
            {
                if (at >= 0)
                    return false;
                at = i;
            }
            else if (c <= ' ' || (c >= '\u007F' && (c <= NoBreakSpace || c >= OghamSpaceMark) && (char.IsWhiteSpace(c) || char.IsControl(c))))
            {
                return false;
            }
        }

        return at > 0 && at < value.Length - 1;
    }

    // A character outside the basic plane is one character, though it takes two in a string.
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException MissingId(string member, string found) =>
        Problem(member, $"the id is missing, and without it there is no profile to update (it is {found})");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException TooLong(string member) =>
        Problem(member, "Vero takes fewer than 255 characters here");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly VeroSerializationException NotAnEmail(string member) =>
        Problem(member, "this cannot be an email address: it needs exactly one @, neither first nor last, and no white space or control characters");
}
