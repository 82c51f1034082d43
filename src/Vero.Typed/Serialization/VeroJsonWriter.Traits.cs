using System.Buffers;
using System.Globalization;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#else
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
#if NET8_0_OR_GREATER
        if (TryAppendShort(name, value))
            return;
#endif
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
#if NET8_0_OR_GREATER
        if (TryAppendShort(name, number))
            return;
#endif
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

    /// <summary>Writes a point in time as ISO 8601, with the suffix that its kind asks for.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        if (value.Kind == DateTimeKind.Unspecified && _unspecifiedMeans != DateTimeKind.Unspecified)
            value = DateTime.SpecifyKind(value, _unspecifiedMeans);
        Raw(name);
        Span<byte> destination = Reserve(IsoLength + 1);
#if NET8_0_OR_GREATER
        value.TryFormat(destination, out int written, "O", CultureInfo.InvariantCulture);
#else
        Utf8Formatter.TryFormat(value, destination, out int written, 'O');
#endif
        TrimFractionAndQuote(destination, written);
    }

    /// <summary>Writes a point in time as ISO 8601, with the suffix that its kind asks for.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } time)
            Member(name, time);
    }

    /// <summary>Writes a point in time as ISO 8601, with its offset.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Raw(name);
        Span<byte> destination = Reserve(IsoLength + 1);
#if NET8_0_OR_GREATER
        value.TryFormat(destination, out int written, "O", CultureInfo.InvariantCulture);
#else
        Utf8Formatter.TryFormat(value, destination, out int written, 'O');
#endif
        TrimFractionAndQuote(destination, written);
    }

    /// <summary>Writes a point in time as ISO 8601, with its offset.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
            Member(name, time);
    }

    // A date that was never set is no date: 44 of 80 classes that were looked at have dates that are not nullable.

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; <c>default</c> writes nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        if (value.Ticks != 0)
            Member(name, value);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } time)
            Date(name, time);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; <c>default</c> writes nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        if (value.UtcTicks != 0)
            Member(name, value);
    }

    /// <summary>Writes a point in time, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The point in time; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } time)
            Date(name, time);
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

#if NET8_0_OR_GREATER
    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The date, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } date)
            return;
        AppendQuoted(name, date, "O");
    }

    /// <summary>Writes a date, or nothing if it was never set.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The date; null and <c>default</c> write nothing.</param>
    public void Date(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { DayNumber: not 0 })
            Member(name, value);
    }

    /// <summary>Writes a time of day as <c>hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="name">Comma, key, colon, opening quote.</param>
    /// <param name="value">The time of day, or null.</param>
    public void Member(scoped ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is { } time)
            Member(name, time.ToTimeSpan());
    }
#endif

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
    private readonly string Placed(string problem) => _within is null ? problem : $"{problem} ({_within})";

    // yyyy-MM-ddTHH:mm:ss.fffffff, then nothing, Z or an offset.
    private const int IsoLength = 33;
    private const int IsoDot = 19;
    private const int IsoFractionEnd = 27;

    private void TrimFractionAndQuote(Span<byte> destination, int written)
    {
        int end = IsoFractionEnd;
        while (destination[end - 1] == (byte)'0')
            end--;
        if (end - 1 == IsoDot)
            end = IsoDot;

        destination.Slice(IsoFractionEnd, written - IsoFractionEnd).CopyTo(destination.Slice(end));
        end += written - IsoFractionEnd;
        destination[end] = (byte)'"';
        _length += end + 1;
    }

    // Longest of all: a Guid (36).
    private const int LongestValue = 36;

#if NET8_0_OR_GREATER
    // Most decimals have few digits and most fractions are short. .NET's formatting does not make use of that, and takes up to three times
    // as long.
    private const int LongestScale = 15;

    private bool TryAppendShort(scoped ReadOnlySpan<byte> name, decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        ulong digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        int scale = (parts[3] >> 16) & 0xFF;
        bool isNegative = parts[3] < 0;

        // .NET writes negative zero without its sign.
        if (parts[2] != 0 || scale > LongestScale || (isNegative && digits == 0))
            return false;

        ulong power = 1;
        for (int i = 0; i < scale; i++)
            power *= 10;
        Append(name, isNegative, digits, power, scale);
        return true;
    }

    private bool TryAppendShort(scoped ReadOnlySpan<byte> name, double number)
    {
        // No two numbers of up to 15 digits are the same double. So digits / power, where it gives the number back, is the only one
        // that does: the shortest, which .NET looks for. From 1E-05 down and from 1E+15 up .NET writes exponents.
        double magnitude = Math.Abs(number);
        if (magnitude is not (0 or (>= 1e-4 and < 1e9)))
            return false;

        ulong power = 1;
        for (int scale = 0; scale <= 6; scale++, power *= 10)
        {
            double digits = Math.Round(magnitude * power);
            if (digits / power == magnitude)
            {
                Append(name, double.IsNegative(number), (ulong)digits, power, scale);
                return true;
            }
        }

        return false;
    }

    // digits / power, where power is 10 to the power of scale.
    private void Append(scoped ReadOnlySpan<byte> name, bool isNegative, ulong digits, ulong power, int scale)
    {
        Span<byte> destination = Reserve(name.Length + LongestValue);
        name.CopyTo(destination);
        int at = name.Length;
        if (isNegative)
            destination[at++] = (byte)'-';

        (ulong whole, ulong fraction) = Math.DivRem(digits, power);
        whole.TryFormat(destination.Slice(at), out int written, default, CultureInfo.InvariantCulture);
        at += written;
        if (scale > 0)
        {
            destination[at] = (byte)'.';
            for (int i = at + scale; i > at; i--)
            {
                destination[i] = (byte)('0' + (fraction % 10));
                fraction /= 10;
            }

            at += scale + 1;
        }

        _length += at;
    }

    private void AppendQuoted(scoped ReadOnlySpan<byte> name, Guid value)
    {
        if (_isWarm)
            AppendQuoted<Guid>(name, value);
        else
            AppendDigits(name, value);
    }

    private void AppendDigits(scoped ReadOnlySpan<byte> name, Guid value)
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

    private void Append<T>(scoped ReadOnlySpan<byte> name, T value)
        where T : IUtf8SpanFormattable
    {
        Span<byte> destination = Reserve(name.Length + LongestValue);
        name.CopyTo(destination);
        value.TryFormat(destination.Slice(name.Length), out int written, default, CultureInfo.InvariantCulture);
        _length += name.Length + written;
    }

    private void AppendQuoted<T>(scoped ReadOnlySpan<byte> name, T value, scoped ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        Span<byte> destination = Reserve(name.Length + LongestValue + 1);
        name.CopyTo(destination);
        value.TryFormat(destination.Slice(name.Length), out int written, format, CultureInfo.InvariantCulture);
        destination[name.Length + written] = (byte)'"';
        _length += name.Length + written + 1;
    }
#else
    private void Append(scoped ReadOnlySpan<byte> name, long value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestValue), out int written);
        _length += written;
    }

    private void Append(scoped ReadOnlySpan<byte> name, ulong value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestValue), out int written);
        _length += written;
    }

    private void AppendQuoted(scoped ReadOnlySpan<byte> name, long value)
    {
        Append(name, value);
        Raw("\""u8);
    }

    private void AppendQuoted(scoped ReadOnlySpan<byte> name, ulong value)
    {
        Append(name, value);
        Raw("\""u8);
    }

    private void Append(scoped ReadOnlySpan<byte> name, decimal value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestValue), out int written);
        _length += written;
    }

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

    private void Append(scoped ReadOnlySpan<byte> name, double value)
    {
        // "R" is the shortest text that reads back equal, except on .NET Framework for x64, where it may read back as a neighbour.
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        AppendAscii(name, double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture));
    }

    private void Append(scoped ReadOnlySpan<byte> name, float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        AppendAscii(name, float.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G9", CultureInfo.InvariantCulture));
    }

    private void AppendAscii(scoped ReadOnlySpan<byte> name, string text)
    {
        Raw(name);
        Span<byte> destination = Reserve(text.Length);
        for (int i = 0; i < text.Length; i++)
            destination[i] = (byte)text[i];
        _length += text.Length;
    }
#endif
}
