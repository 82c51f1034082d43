using System.Globalization;
using System.Text;
using CsCheck;

namespace Vero.Typed.Tests;

/// <summary>Generated values of every type that the writer takes.</summary>
internal static class Inputs
{
    public static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.String[Gen.Char['a', 'z'], 1, 12],
        Gen.OneOf("\"", "\\", "/", "<", "&", "'", "\u007F", "\u0080", "\u00A0", "\u2028", "\uFEFF", "\uFFFE", "\uFFFF"),
        Gen.Char['\u0000', '\u001F'].Select(c => c.ToString()),
        Gen.Char['\u0080', '\uD7FF'].Select(c => c.ToString()),
        Gen.Char['\uD800', '\uDFFF'].Select(c => c.ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32));

    public static readonly Gen<string> Text = Gen.OneOf(
        Piece.Array[0, 24].Select(string.Concat),
        Gen.Select(Piece.Array[0, 4].Select(string.Concat), Gen.Int[0, 5_000], (piece, count) => string.Concat(Enumerable.Repeat(piece, count % 1_300))),
        Gen.Select(Gen.Int[0, 2_100], Piece, Piece, (count, first, last) => first + new string('x', count) + last));

    /// <summary>Text that can be an id: it can be seen, and is valid Unicode.</summary>
    public static readonly Gen<string> Id = Text.Select(static text => "i" + string.Concat(text.EnumerateRunes().Where(IsPlain).Take(200)) + "d");

    /// <summary>Whether a unit has no glyph of its own and is no white space; no surrogates, which are judged in pairs.</summary>
    public static bool IsUnseen(char unit) => CharUnicodeInfo.GetUnicodeCategory(unit)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u2800\u3164\uFFA0\uFFFE\uFFFF".Contains(unit, StringComparison.Ordinal)
        || unit is (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF0' and <= '\uFFF8');

    private static bool IsPlain(Rune rune) => rune.IsBmp
        ? !IsUnseen((char)rune.Value) && rune.Value != 0xFFFD
        : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);

    public static readonly Gen<double> Double = Gen.OneOf(
        Gen.ULong.Uniform.Select(BitConverter.UInt64BitsToDouble),
        Gen.Double[-1e6, 1e6],
        Gen.Int.Select(i => i / 100.0),
        Gen.OneOf(0.0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e15, 1e16, 1e21, 1e-5, 1e-7, 0.1, 9007199254740993d))
        .Where(double.IsFinite);

    public static readonly Gen<float> Float = Gen.OneOf(
        Gen.UInt.Uniform.Select(BitConverter.UInt32BitsToSingle),
        Gen.Int.Select(i => i / 100f),
        Gen.OneOf(0f, -0f, float.Epsilon, float.MaxValue, float.MinValue, 1e7f, 1e8f, 1e-5f, 0.1f, 16777217f))
        .Where(float.IsFinite);

    public static readonly Gen<decimal> Decimal = Gen.OneOf(
        Gen.Select(Gen.Int.Uniform, Gen.Int.Uniform, Gen.Int.Uniform, Gen.Bool, Gen.Byte[0, 28], (lo, mid, hi, negative, scale) => new decimal(lo, mid, hi, negative, scale)),
        Gen.Select(Gen.Int, Gen.Byte[0, 6], (cents, scale) => new decimal(cents & 0x7FFFFFFF, 0, 0, cents < 0, scale)),
        Gen.OneOf(0m, 0.00m, -0.0m, decimal.MaxValue, decimal.MinValue, 1.10m, 0.0000000000000000000000000001m));

    public static readonly Gen<long> Long = Gen.OneOf(Gen.Long, Gen.Long.Uniform, Gen.OneOf(0, -1, long.MinValue, long.MaxValue, 9007199254740993));

    public static readonly Gen<ulong> ULong = Gen.OneOf(Gen.ULong, Gen.ULong.Uniform, Gen.OneOf(0UL, ulong.MaxValue, long.MaxValue + 1UL));

    // From the third day on: a date that was never set is left out, wherever its midnight is.
    private const long First = 2 * TimeSpan.TicksPerDay;

    private static readonly Gen<long> Ticks = Gen.OneOf(
        Gen.Long[First, DateTime.MaxValue.Ticks],
        Gen.Long[First / TimeSpan.TicksPerSecond, DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond].Select(seconds => seconds * TimeSpan.TicksPerSecond),
        Gen.Long[First / TimeSpan.TicksPerMillisecond, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond].Select(milliseconds => milliseconds * TimeSpan.TicksPerMillisecond),
        Gen.OneOf(First, First + 1, First + 10, DateTime.MaxValue.Ticks));

    public static readonly Gen<DateTime> Moment = Gen.Select(
        Ticks,
        Gen.OneOf(DateTimeKind.Utc, DateTimeKind.Unspecified, DateTimeKind.Local),
        (ticks, kind) => new DateTime(ticks, kind));

    public static readonly Gen<DateTimeOffset> Instant = Gen.Select(
        Ticks,
        Gen.Int[-840, 840],
        (ticks, minutes) => new DateTimeOffset(
            Math.Clamp(ticks, 14 * TimeSpan.TicksPerHour, DateTime.MaxValue.Ticks - (14 * TimeSpan.TicksPerHour)),
            TimeSpan.FromMinutes(minutes)));

    public static readonly Gen<TimeSpan> Duration = Gen.OneOf(
        Gen.Long.Uniform.Select(ticks => new TimeSpan(ticks)),
        Gen.Long[-TimeSpan.TicksPerDay, TimeSpan.TicksPerDay].Select(ticks => new TimeSpan(ticks)),
        Gen.Int.Select(seconds => TimeSpan.FromSeconds(seconds)),
        Gen.OneOf(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, new TimeSpan(1), new TimeSpan(-1)));
}
