using System.Globalization;
#if !NET8_0_OR_GREATER
using System.Buffers.Text;
#endif

namespace Vero.Typed;

// One overload for each type of a trait, written as System.Text.Json 10 writes it. Null writes nothing.
public ref partial struct VeroJsonWriter
{
    /// <summary>Writes text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The text, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        TextAndQuote(name, value.AsSpan());
    }

    /// <summary>Writes a character as text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The character.</param>
    public void Member(scoped ReadOnlySpan<byte> name, char value)
    {
        TextAndQuote(name, stackalloc char[1] { value });
    }

    /// <summary>Writes a character as text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The character, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, char? value)
    {
        if (value is { } character)
            Member(name, character);
    }

    /// <summary>Writes the original string of an address.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The address, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, Uri? value) => Member(name, value?.OriginalString);

    /// <summary>Writes the name of a culture; the invariant culture has none and is left out.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The culture, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, CultureInfo? value)
    {
        if (value is { Name.Length: > 0 })
            Member(name, TagOf(value));
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number.</param>
    public void Member(scoped ReadOnlySpan<byte> name, long value)
    {
        Append(name, value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            Member(name, number);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number.</param>
    public void Member(scoped ReadOnlySpan<byte> name, ulong value)
    {
        Append(name, value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } number)
            Member(name, number);
    }

    /// <summary>Writes a number, trailing zeros kept.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number.</param>
    public void Member(scoped ReadOnlySpan<byte> name, decimal value)
    {
        Append(name, value);
    }

    /// <summary>Writes a number, trailing zeros kept.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            Member(name, number);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number, or null. NaN and infinities throw: JSON has no such numbers.</param>
    /// <param name="member">The member, for the message.</param>
    public void Member(scoped ReadOnlySpan<byte> name, double? value, string member)
    {
        if (value is not { } number)
            return;
        if (double.IsNaN(number) || double.IsInfinity(number))
            throw NotANumber(member);
        Append(name, number);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">Comma, key, colon.</param>
    /// <param name="value">The number, or null. NaN and infinities throw: JSON has no such numbers.</param>
    /// <param name="member">The member, for the message.</param>
    public void Member(scoped ReadOnlySpan<byte> name, float? value, string member)
    {
        if (value is not { } number)
            return;
        if (float.IsNaN(number) || float.IsInfinity(number))
            throw NotANumber(member);
        Append(name, number);
    }

    // Beside the nullable ones: to hand over a nullable of more than 16 bytes takes longer than to format it.

    /// <summary>Writes a Guid as text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The Guid.</param>
    public void Member(scoped ReadOnlySpan<byte> name, Guid value)
    {
        AppendQuoted(name, value);
    }

    /// <summary>Writes a Guid as text.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The Guid, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } guid)
            Member(name, guid);
    }

    /// <summary>Writes a duration as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The duration, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (value is not { } duration)
            return;
        AppendQuoted(name, duration);
    }

    /// <summary>The exception for an enum value that has no name.</summary>
    /// <param name="member">The member, for the message.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public readonly VeroSerializationException UndefinedEnumValue(string member) =>
        Problem(member, ValueProblems.UndefinedEnumValue);

    /// <summary>Writes the name of a flag if the value has all bits of it.</summary>
    /// <param name="rest">The bits that have no name yet; those of the flag are taken away.</param>
    /// <param name="flag">The bits of the flag, at least one.</param>
    /// <param name="name">The name, comma, blank.</param>
    public void Flag(ref ulong rest, ulong flag, scoped ReadOnlySpan<byte> name)
    {
        if ((rest & flag) != flag)
            return;
        rest &= ~flag;
        Raw(name);
    }

    /// <summary>Closes the text of a set of flags.</summary>
    /// <param name="value">The whole value; 0 throws, because its name, if it has one, is not written by <see cref="Flag"/>.</param>
    /// <param name="rest">The bits that no flag has; any throw.</param>
    /// <param name="member">The member, for the message.</param>
    public void EndFlags(ulong value, ulong rest, string member)
    {
        if (value == 0 || rest != 0)
            throw UndefinedEnumValue(member);
        _length -= ", ".Length;
        Raw("\""u8);
    }

    private readonly VeroSerializationException NotANumber(string member) =>
        Problem(member, ValueProblems.NotANumber);

    private readonly VeroSerializationException Problem(string member, string problem) => new(_typeName, member, Placed(problem));

    // The member of a nested object, where there is one, comes last.
    private readonly string Placed(string problem) => Placed(problem, _within);

    private static string Placed(string problem, string? within) => within is null ? problem : $"{problem} ({within})";

    // Longest of all: a Guid (36).
    private const int LongestValue = 36;

#if NET8_0_OR_GREATER
    private void AppendQuoted(scoped ReadOnlySpan<byte> name, Guid value)
    {
        if (_isWarm)
            AppendQuoted<Guid>(name, value);
        else
            AppendHexDigits(name, value);
    }

    private void AppendHexDigits(scoped ReadOnlySpan<byte> name, Guid value)
    {
        const int Size = 16;
        Raw(name);
        Span<byte> destination = Reserve(LongestValue + 1 + Size);
        Span<byte> bytes = destination.Slice(LongestValue + 1, Size);
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        int at = 0;
        for (int i = 0; i < Size; i++)
        {
            if (i is 4 or 6 or 8 or 10)
                destination[at++] = (byte)'-';
            destination[at++] = "0123456789abcdef"u8[bytes[i] >> 4];
            destination[at++] = "0123456789abcdef"u8[bytes[i] & 0xF];
        }

        destination[at] = (byte)'"';
        _length += at + 1;
    }

    private void AppendQuoted<T>(scoped ReadOnlySpan<byte> name, T value)
        where T : IUtf8SpanFormattable
    {
        Span<byte> destination = Reserve(name.Length + LongestValue + 1);
        name.CopyTo(destination);
        value.TryFormat(destination.Slice(name.Length), out int written, default, CultureInfo.InvariantCulture);
        destination[name.Length + written] = (byte)'"';
        _length += name.Length + written + 1;
    }
#else
    private void AppendQuoted(scoped ReadOnlySpan<byte> name, Guid value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestValue), out int written);
        _length += written;
        Raw("\""u8);
    }

    private void AppendQuoted(scoped ReadOnlySpan<byte> name, TimeSpan value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestValue), out int written);
        _length += written;
        Raw("\""u8);
    }
#endif
}
