using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Vero.Typed;

/// <summary>
/// SipHash-1-3 with a seed of this process: nobody can choose keys that collide. .NET Framework's hash of strings is the same in every process,
/// and the hash of bytes in .NET is no defence either.
/// </summary>
internal sealed class SeededHash : IEqualityComparer<string>
{
    public static readonly SeededHash Strings = new();

    private static readonly (ulong First, ulong Second) Seed = NewSeed();

    private SeededHash()
    {
    }

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static int Of(ReadOnlySpan<byte> bytes)
    {
        ulong v0 = Seed.First ^ 0x736f6d6570736575;
        ulong v1 = Seed.Second ^ 0x646f72616e646f6d;
        ulong v2 = Seed.First ^ 0x6c7967656e657261;
        ulong v3 = Seed.Second ^ 0x7465646279746573;
        ulong last = (ulong)bytes.Length << 56;
        while (bytes.Length >= sizeof(ulong))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
            bytes = bytes.Slice(sizeof(ulong));
        }

        for (int i = 0; i < bytes.Length; i++)
            last |= (ulong)bytes[i] << (8 * i);
        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        ulong hash = v0 ^ v1 ^ v2 ^ v3;
        return unchecked((int)(hash ^ (hash >> 32)));
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        unchecked
        {
            v0 += v1;
            v1 = Rotated(v1, 13) ^ v0;
            v0 = Rotated(v0, 32);
            v2 += v3;
            v3 = Rotated(v3, 16) ^ v2;
            v0 += v3;
            v3 = Rotated(v3, 21) ^ v0;
            v2 += v1;
            v1 = Rotated(v1, 17) ^ v2;
            v2 = Rotated(v2, 32);
        }
    }

    private static ulong Rotated(ulong value, int bits) => (value << bits) | (value >> (64 - bits));

    // Of a cryptographic generator on every framework.
    private static (ulong First, ulong Second) NewSeed()
    {
        byte[] first = Guid.NewGuid().ToByteArray();
        byte[] second = Guid.NewGuid().ToByteArray();
        return (Mixed(first), Mixed(second));
    }

    // The bits that say that it is a random Guid are the same in all of them.
    private static ulong Mixed(byte[] guid) => BitConverter.ToUInt64(guid, 0) ^ (BitConverter.ToUInt64(guid, 8) << 3);
}
