using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#else
using System.Numerics;
#endif

namespace Vero.Typed;

/// <summary>
/// Text that stands in JSON as it is: ASCII without quote, backslash, control characters and DEL. Nearly all of it is, so it is checked and
/// written in one pass.
/// </summary>
/// <remarks>
/// What is left of a text after its last full vector is not written unit by unit: the last vector is moved back until it ends with the text.
/// </remarks>
internal static class PlainText
{
    /// <summary>The first character of text.</summary>
    public const char Blank = ' ';

    /// <summary>The first character of what has no blanks.</summary>
    public const char Visible = '!';

#if NET8_0_OR_GREATER
    private const int ShortestVector = 8;
#else
    private static readonly int ShortestVector = Vector<byte>.Count;
#endif
    private const int Lanes = sizeof(ulong) / sizeof(char);
    private const ulong EachLane = 0x0001_0001_0001_0001;

    /// <summary>Writes text up to the first part that is not plain.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">At least as long as the text.</param>
    /// <param name="first">The lowest character that is plain: <see cref="Blank"/> or <see cref="Visible"/>.</param>
    /// <returns>How many units were written: all of them where all are plain, otherwise no more than come before the first that is not.</returns>
    public static int Write(scoped ReadOnlySpan<char> text, scoped Span<byte> to, char first)
    {
        if (text.Length >= ShortestVector)
            return WriteVectors(text, to, first);
        if (text.Length >= Lanes)
            return WriteFour(text, to, first);

        int written = 0;
        for (; written < text.Length; written++)
        {
            char c = text[written];
            if (c < first || c >= 0x7F || c is '"' or '\\')
                break;
            to[written] = (byte)c;
        }

        return written;
    }

    // What the runtime learns of the first texts of a program would be right for their length only.
    [MethodImpl(MethodImplOptions.NoInlining | VeroJsonWriter.OptimizedAtOnce)]
    private static int WriteVectors(scoped ReadOnlySpan<char> text, scoped Span<byte> to, char first)
    {
        int written = 0;
#if NET8_0_OR_GREATER
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        if (Vector512.IsHardwareAccelerated && units.Length >= Vector512<byte>.Count)
        {
            while (true)
            {
                Vector512<ushort> lower = Vector512.Create(units.Slice(written));
                Vector512<ushort> upper = Vector512.Create(units.Slice(written + Vector512<ushort>.Count));
                Vector512<byte> bytes = Vector512.Narrow(lower, upper);
                if (!ArePlain(lower | upper, bytes, first))
                    return written;
                bytes.CopyTo(to.Slice(written));
                written += Vector512<byte>.Count;
                if (written == units.Length)
                    return written;
                written = Math.Min(written, units.Length - Vector512<byte>.Count);
            }
        }

        if (Vector256.IsHardwareAccelerated && units.Length >= Vector256<byte>.Count)
        {
            while (true)
            {
                Vector256<ushort> lower = Vector256.Create(units.Slice(written));
                Vector256<ushort> upper = Vector256.Create(units.Slice(written + Vector256<ushort>.Count));
                Vector256<byte> bytes = Vector256.Narrow(lower, upper);
                if (!ArePlain(lower | upper, bytes, first))
                    return written;
                bytes.CopyTo(to.Slice(written));
                written += Vector256<byte>.Count;
                if (written == units.Length)
                    return written;
                written = Math.Min(written, units.Length - Vector256<byte>.Count);
            }
        }

        if (Vector128.IsHardwareAccelerated && units.Length >= Vector128<ushort>.Count)
        {
            while (units.Length >= Vector128<byte>.Count)
            {
                Vector128<ushort> lower = Vector128.Create(units.Slice(written));
                Vector128<ushort> upper = Vector128.Create(units.Slice(written + Vector128<ushort>.Count));
                Vector128<byte> bytes = Vector128.Narrow(lower, upper);
                if (!ArePlain(lower | upper, bytes, first))
                    return written;
                bytes.CopyTo(to.Slice(written));
                written += Vector128<byte>.Count;
                if (written == units.Length)
                    return written;
                written = Math.Min(written, units.Length - Vector128<byte>.Count);
            }

            int last = units.Length - Vector128<ushort>.Count;
            Vector128<ushort> head = Vector128.Create(units);
            Vector128<ushort> tail = Vector128.Create(units.Slice(last));
            Vector128<byte> both = Vector128.Narrow(head, tail);
            if (!ArePlain(head | tail, both, first))
                return 0;
            both.GetLower().CopyTo(to);
            both.GetUpper().CopyTo(to.Slice(last));
            return units.Length;
        }
#else
        ReadOnlySpan<byte> memory = MemoryMarshal.AsBytes(text);
        if (Vector.IsHardwareAccelerated && text.Length >= Vector<byte>.Count)
        {
            while (true)
            {
                var lower = MemoryMarshal.Read<Vector<ushort>>(memory.Slice(written * sizeof(char)));
                var upper = MemoryMarshal.Read<Vector<ushort>>(memory.Slice(written * sizeof(char) + Vector<byte>.Count));
                Vector<byte> bytes = Vector.Narrow(lower, upper);
                if (!ArePlain(lower | upper, bytes, first))
                    return written;
                MemoryMarshal.Write(to.Slice(written), ref bytes);
                written += Vector<byte>.Count;
                if (written == text.Length)
                    return written;
                written = Math.Min(written, text.Length - Vector<byte>.Count);
            }
        }
#endif

        return WriteFour(text, to, first);
    }

    // Four units at once, in an ordinary register: for texts that are shorter than a vector.
    private static int WriteFour(scoped ReadOnlySpan<char> text, scoped Span<byte> to, char first)
    {
        ReadOnlySpan<byte> memory = MemoryMarshal.AsBytes(text);
        int written = 0;
        while (true)
        {
            ulong units = MemoryMarshal.Read<ulong>(memory.Slice(written * sizeof(char)));
            if (!ArePlain(units, first))
                return written;

            ulong pairs = (units | (units >> 8)) & 0x0000_FFFF_0000_FFFF;
            uint bytes = (uint)(pairs | (pairs >> 16));
#if NET8_0_OR_GREATER
            MemoryMarshal.Write(to.Slice(written), in bytes);
#else
            MemoryMarshal.Write(to.Slice(written), ref bytes);
#endif
            written += Lanes;
            if (written == text.Length)
                return written;
            written = Math.Min(written, text.Length - Lanes);
        }
    }

    private static bool ArePlain(ulong units, char first)
    {
        // No carry leaves a lane, because all of them are below 0x80 where the first term says so. The others set the highest bit of a lane that
        // is fine: what is added to the first makes 0x8000 of the lowest that is plain, and to the others of all but zero.
        const ulong Highest = 0x8000 * EachLane;
        const ulong AllButZero = 0x7FFF * EachLane;
        ulong beyond = (units | (units + EachLane)) & (0xFF80 * EachLane);
        ulong fine = (units + (0x8000UL - first) * EachLane)
            & ((units ^ ('"' * EachLane)) + AllButZero)
            & ((units ^ ('\\' * EachLane)) + AllButZero)
            & Highest;
        return beyond == 0 && fine == Highest;
    }

    // One is added, so that as signed bytes DEL and everything beyond ASCII lie below the first that is plain. What does not fit into a byte is
    // seen in the units.
#if NET8_0_OR_GREATER
    private static bool ArePlain(Vector512<ushort> units, Vector512<byte> bytes, char first)
    {
        Vector512<byte> bad = Vector512.LessThan((bytes + Vector512.Create((byte)1)).AsSByte(), Vector512.Create((sbyte)(first + 1))).AsByte()
            | Vector512.Equals(bytes, Vector512.Create((byte)'"'))
            | Vector512.Equals(bytes, Vector512.Create((byte)'\\'))
            | (units & Vector512.Create((ushort)0xFF00)).AsByte();
        return bad == Vector512<byte>.Zero;
    }

    private static bool ArePlain(Vector256<ushort> units, Vector256<byte> bytes, char first)
    {
        Vector256<byte> bad = Vector256.LessThan((bytes + Vector256.Create((byte)1)).AsSByte(), Vector256.Create((sbyte)(first + 1))).AsByte()
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | (units & Vector256.Create((ushort)0xFF00)).AsByte();
        return bad == Vector256<byte>.Zero;
    }

    private static bool ArePlain(Vector128<ushort> units, Vector128<byte> bytes, char first)
    {
        Vector128<byte> bad = Vector128.LessThan((bytes + Vector128.Create((byte)1)).AsSByte(), Vector128.Create((sbyte)(first + 1))).AsByte()
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
            | (units & Vector128.Create((ushort)0xFF00)).AsByte();
        return bad == Vector128<byte>.Zero;
    }
#else
    private static bool ArePlain(Vector<ushort> units, Vector<byte> bytes, char first)
    {
        Vector<byte> bad = Vector.AsVectorByte(Vector.LessThan(Vector.AsVectorSByte(bytes + new Vector<byte>(1)), new Vector<sbyte>((sbyte)(first + 1))))
            | Vector.Equals(bytes, new Vector<byte>((byte)'"'))
            | Vector.Equals(bytes, new Vector<byte>((byte)'\\'))
            | Vector.AsVectorByte(units & new Vector<ushort>(0xFF00));
        return bad == Vector<byte>.Zero;
    }
#endif
}
