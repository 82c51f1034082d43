using System.Buffers;
using System.Text;

namespace Vero.Typed;

// Objects whose keys are known only at run time: what the compiler checks for members is checked here for entries.
public ref partial struct VeroJsonWriter
{
    /// <summary>How many bytes are written: where the next member will begin.</summary>
    public readonly int Position => _length;

    /// <summary>Writes the key of an entry of <c>data</c>.</summary>
    /// <param name="key">The key; null, empty and blank throw.</param>
    /// <param name="member">The member, for the message.</param>
    /// <returns>Where the value begins.</returns>
    public int DataKey(string? key, string member)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw Problem(member, ValueProblems.KeyBlank);
        return Key(key, member);
    }

    /// <summary>Writes the key of an entry of an object.</summary>
    /// <param name="key">The key; null throws.</param>
    /// <param name="member">The member, for the message.</param>
    /// <returns>Where the value begins.</returns>
    public int Key(string? key, string member)
    {
        if (key is null)
            throw Problem(member, ValueProblems.KeyNull);
        TextAndQuote(",\""u8, key.AsSpan());
        Raw(":"u8);
        return _length;
    }

    /// <summary>Ends an entry of an object: takes the key back when there is no value.</summary>
    /// <param name="key">Where the key begins.</param>
    /// <param name="value">Where the value begins.</param>
    public void EndEntry(int key, int value)
    {
        if (_length == value)
        {
            _length = key;
            Skip();
        }
    }

    /// <summary>Ends the entries that a member adds to declared keys: no key may be there twice, and the values of reserved keys must fit.</summary>
    /// <param name="start">Where the first entry of the first such member begins.</param>
    /// <param name="declared">The keys that other members write, each as comma, key, colon and a newline.</param>
    /// <param name="reserved">The keys whose values Vero reserves here, in the same form.</param>
    /// <param name="member">The member, for the message.</param>
    public void EndEntries(int start, scoped ReadOnlySpan<byte> declared, scoped ReadOnlySpan<byte> reserved, string member)
    {
        // A null member writes no key, but whether the entry is a mistake must not depend on that. Raw newlines, and quotes behind a comma, are
        // never part of a key, so what is found is a whole one.
        for (int at = start, end; at < _length; at = end)
        {
            ReadOnlySpan<byte> json = _buffer.Slice(0, _length);
            int value = EndOfText(json, at + 1) + 1;
            end = EndOfValue(json, value);
            ReadOnlySpan<byte> name = json.Slice(at, value - at);
            if (declared.IndexOf(name) >= 0)
                throw Problem(member, ValueProblems.DeclaredKey(Text(name.Slice(1, name.Length - 2))));
            if (reserved.IndexOf(name) >= 0)
                end = EndReserved(at, value, end, member);
        }

        if (HasKeyTwice(start))
            throw Problem(member, ValueProblems.DuplicateKey);
    }

    // Nearly all objects have few entries. Those are compared with one another, which is done before a table is ready.
    private const int FewEntries = 12;

    private readonly bool HasKeyTwice(int start)
    {
        ReadOnlySpan<byte> json = _buffer.Slice(0, _length);
        Span<int> ends = stackalloc int[FewEntries];
        Span<int> starts = stackalloc int[FewEntries];
        int count = 0;
        for (int at = start; at < json.Length; count++)
        {
            if (count == FewEntries)
                return HasKeyTwice(json, start);

            int end = EndOfText(json, at + 1);
            ReadOnlySpan<byte> key = json.Slice(at + 1, end - at - 1);
            for (int i = 0; i < count; i++)
            {
                if (ends[i] - starts[i] == key.Length && json.Slice(starts[i], key.Length).SequenceEqual(key))
                    return true;
            }

            starts[count] = at + 1;
            ends[count] = end;
            at = EndOfValue(json, end + 1);
        }

        return false;
    }

    private static bool HasKeyTwice(ReadOnlySpan<byte> json, int start)
    {
        int count = 0;
        for (int at = start; at < json.Length; at = EndOfEntry(json, at))
            count++;

        // Open addressing, never more than half full. 0 is a free place: no entry begins there, because the id does.
        int size = 4;
        while (size < 2 * count)
            size *= 2;
        int[] table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        bool found = false;
        for (int at = start; at < json.Length && !found; at = EndOfEntry(json, at))
            found = !TryAdd(table.AsSpan(0, size), json, at);
        ArrayPool<int>.Shared.Return(table);
        return found;
    }

    private static bool TryAdd(Span<int> table, ReadOnlySpan<byte> json, int entry)
    {
        ReadOnlySpan<byte> key = KeyAt(json, entry);
        int place = SeededHash.Of(key) & (table.Length - 1);
        while (table[place] != 0)
        {
            if (KeyAt(json, table[place]).SequenceEqual(key))
                return false;
            place = (place + 1) & (table.Length - 1);
        }

        table[place] = entry;
        return true;
    }

    // An entry is comma, key, colon, value. The key is escaped in one way only, so equal bytes are equal keys.
    private static ReadOnlySpan<byte> KeyAt(ReadOnlySpan<byte> json, int entry) => json.Slice(entry + 1, EndOfText(json, entry + 1) - entry - 1);

    private static int EndOfEntry(ReadOnlySpan<byte> json, int entry) => EndOfValue(json, EndOfText(json, entry + 1) + 1);

    // From the opening quote to behind the closing one.
    private static int EndOfText(ReadOnlySpan<byte> json, int quote)
    {
        int at = quote + 1;
        while (true)
        {
            at += json.Slice(at).IndexOfAny((byte)'"', (byte)'\\');
            if (json[at] == (byte)'"')
                return at + 1;
            at += 2;
        }
    }

    private static int EndOfValue(ReadOnlySpan<byte> json, int at)
    {
        int depth = 0;
        while (at < json.Length)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = EndOfText(json, at);
                    continue;
                case (byte)',' when depth == 0:
                    return at;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
            }

            at++;
        }

        return at;
    }

    private static string Text(scoped ReadOnlySpan<byte> utf8)
    {
#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetString(utf8);
#else
        return Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }
}
