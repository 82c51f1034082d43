using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if !NET8_0_OR_GREATER
using System.Buffers.Text;
#endif

namespace Vero.Typed;

// Numbers, written from their last digit to the first. Most have few digits, which .NET's formatting makes no use of: it takes up to three times
// as long for a decimal.
public ref partial struct VeroJsonWriter
{
    // A decimal of all 29 digits, its sign, its point and the zero before it.
    private const int LongestNumber = 32;
    private const int LongestInteger = 20;

    private static ReadOnlySpan<byte> PairsOfDigits =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private void Append(scoped ReadOnlySpan<byte> name, long value) =>
        Append(name, value < 0, value < 0 ? (ulong)-value : (ulong)value, scale: 0);

    private void Append(scoped ReadOnlySpan<byte> name, ulong value) => Append(name, isNegative: false, value, scale: 0);

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

    // digits / 10^scale, zeros at the end included.
    private void Append(scoped ReadOnlySpan<byte> name, bool isNegative, ulong digits, int scale)
    {
        if (_isWarm)
            AppendOften(name, isNegative, digits, scale);
        else
            AppendSeldom(name, isNegative, digits, scale);
    }

    // Neither is inlined: their locals would make the callers copy what they hold in registers through memory.
    [MethodImpl(MethodImplOptions.NoInlining | OptimizedAtOnce)]
    private void AppendOften(scoped ReadOnlySpan<byte> name, bool isNegative, ulong digits, int scale) => AppendDigits(name, isNegative, digits, scale);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendSeldom(scoped ReadOnlySpan<byte> name, bool isNegative, ulong digits, int scale) => AppendDigits(name, isNegative, digits, scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AppendDigits(scoped ReadOnlySpan<byte> name, bool isNegative, ulong digits, int scale)
    {
        int count = 1;
        ulong power = 10;
        while (count < LongestInteger - 1 && digits >= power * 10)
        {
            count += 2;
            power *= 100;
        }

        if (count < LongestInteger && digits >= power)
            count++;
        count = Math.Max(count, scale + 1);

        int at = name.Length + (isNegative ? 1 : 0) + count + (scale > 0 ? 1 : 0);
        Span<byte> destination = Reserve(at);
        name.CopyTo(destination);
        _length += at;
        if (scale > 0)
        {
            for (; scale >= 2; scale -= 2)
                PutPair(destination, at -= 2, TakePair(ref digits));
            if (scale == 1)
            {
                ulong tenth = digits / 10;
                destination[--at] = (byte)('0' + (digits - tenth * 10));
                digits = tenth;
            }

            destination[--at] = (byte)'.';
        }

        while (digits >= 100)
            PutPair(destination, at -= 2, TakePair(ref digits));
        if (digits >= 10)
            PutPair(destination, at -= 2, (int)digits);
        else
            destination[--at] = (byte)('0' + digits);
        if (isNegative)
            destination[--at] = (byte)'-';
    }

    private static int TakePair(ref ulong digits)
    {
        ulong hundredth = digits / 100;
        int pair = (int)(digits - hundredth * 100);
        digits = hundredth;
        return pair;
    }

    private static void PutPair(Span<byte> destination, int at, int value)
    {
        ReadOnlySpan<byte> pair = PairsOfDigits.Slice(2 * value, 2);
        destination[at + 1] = pair[1];
        destination[at] = pair[0];
    }

    private void Append(scoped ReadOnlySpan<byte> name, double number)
    {
        if (!TryAppendShort(name, number))
            AppendShortest(name, number);
    }

    // No two numbers of up to 15 digits are the same double. So what has at most six digits after the point, and gives the number back, is the
    // only one that does: the shortest, which .NET looks for. From 1E-05 down and from 1E+15 up .NET writes exponents.
    private bool TryAppendShort(scoped ReadOnlySpan<byte> name, double number)
    {
        const int MostDigits = 6;
        const double Power = 1e6;
        double magnitude = Math.Abs(number);
        if (magnitude is not (0 or (>= 1e-4 and < 1e9)))
            return false;

        double millionths = Math.Round(magnitude * Power);
        if (millionths / Power != magnitude)
            return false;

        ulong digits = (ulong)millionths;
        int scale = MostDigits;
        while (scale > 0)
        {
            ulong tenth = digits / 10;
            if (tenth * 10 != digits)
                break;
            digits = tenth;
            scale--;
        }

        Append(name, BitConverter.DoubleToInt64Bits(number) < 0, digits, scale);
        return true;
    }

    private void Append(scoped ReadOnlySpan<byte> name, decimal number)
    {
        // Sign and scale, then the highest and the lower 64 bits: the layout of OLE's DECIMAL. GetBits copies them twice, which takes longer than
        // all the rest.
#if NET8_0_OR_GREATER
        ReadOnlySpan<byte> bits = MemoryMarshal.AsBytes(new ReadOnlySpan<decimal>(in number));
#else
        ReadOnlySpan<byte> bits = MemoryMarshal.AsBytes(stackalloc decimal[1] { number });
#endif
        int flags = MemoryMarshal.Read<int>(bits);
        int high = MemoryMarshal.Read<int>(bits.Slice(sizeof(int)));
        ulong digits = MemoryMarshal.Read<ulong>(bits.Slice(2 * sizeof(int)));

        // .NET writes negative zero without its sign.
        if (high == 0 && BitConverter.IsLittleEndian)
            Append(name, flags < 0 && digits != 0, digits, (flags >> 16) & 0xFF);
        else
            AppendFormatted(name, number);
    }

#if NET8_0_OR_GREATER
    private void AppendShortest(scoped ReadOnlySpan<byte> name, double number) => AppendFormatted(name, number);

    private void Append(scoped ReadOnlySpan<byte> name, float number) => AppendFormatted(name, number);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendFormatted<T>(scoped ReadOnlySpan<byte> name, T value)
        where T : IUtf8SpanFormattable
    {
        Raw(name);
        value.TryFormat(Reserve(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }
#else
    private void AppendFormatted(scoped ReadOnlySpan<byte> name, decimal value)
    {
        Raw(name);
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out int written);
        _length += written;
    }

    private void AppendShortest(scoped ReadOnlySpan<byte> name, double value)
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
