using System.Buffers;

namespace Vero.Typed;

// FreeformValues.Strings: what Vero's published schema says of freeform values, to the letter.
public ref partial struct VeroJsonWriter
{
    /// <summary>
    /// Closes <c>data</c> with every freeform value as a string: numbers, booleans, arrays and objects as their JSON. Null stays null.
    /// </summary>
    /// <param name="start">What <see cref="BeginData"/> returned.</param>
    /// <param name="typed">The keys whose values keep their type, each as comma, key, colon and a newline.</param>
    public void EndDataAsStrings(int start, scoped ReadOnlySpan<byte> typed)
    {
        int length = _length - start;
        byte[] copy = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        _buffer.Slice(start, length).CopyTo(copy);
        _length = start;

        ReadOnlySpan<byte> json = copy.AsSpan(0, length);
        for (int at = 0, end; at < length; at = end)
        {
            int value = EndOfText(json, at + 1) + 1;
            end = EndOfValue(json, value);
            ReadOnlySpan<byte> name = json.Slice(at, value - at);
            Raw(name);
            if (json[value] is (byte)'"' or (byte)'n' || typed.IndexOf(name) >= 0)
                Raw(json.Slice(value, end - value));
            else
                JsonAsText(json.Slice(value, end - value));
        }

        ArrayPool<byte>.Shared.Return(copy);
        EndData(start);
    }

    private void JsonAsText(scoped ReadOnlySpan<byte> json)
    {
        // Whatever else must be escaped in text is escaped inside the JSON already.
        Raw("\""u8);
        int special;
        while ((special = json.IndexOfAny((byte)'"', (byte)'\\')) >= 0)
        {
            Raw(json.Slice(0, special));
            Raw("\\"u8);
            Raw(json.Slice(special, 1));
            json = json.Slice(special + 1);
        }

        Raw(json);
        Raw("\""u8);
    }
}
