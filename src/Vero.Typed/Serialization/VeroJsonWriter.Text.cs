using System.Buffers;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Text;
using System.Text.Unicode;
#endif

namespace Vero.Typed;

// Text as RFC 8259 wants it: quote, backslash and C0 controls are escaped, everything else is UTF-8 as it is. Lone surrogates become
// U+FFFD, as System.Text.Json writes them.
public ref partial struct VeroJsonWriter
{
#if NET8_0_OR_GREATER
    // In a class of their own, so that they are made when they are first used, and not for the first body.
    private static class Sets
    {
        public static readonly SearchValues<char> MustEscape = SearchValues.Create(
            "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");
    }
#endif

    // One reservation for name, text and quote: with one each, the typical body takes a sixth longer.
    private void TextAndQuote(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> text)
    {
        if (!_isWarm)
        {
            OneByOneAndQuote(name, text);
            return;
        }

        int plain = PlainTextAndQuote(name, text, PlainText.Blank);
        if (plain == text.Length)
            return;
        _length += name.Length + plain;
        RestAndQuote(text.Slice(plain));
    }

    // Returns how many units of the text are plain. Where that is not all, name and units lie in the buffer, but do not count as written.
    private int PlainTextAndQuote(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> text, char first)
    {
        int size = name.Length + text.Length + 1;
        Span<byte> destination = Reserve(size);
        name.CopyTo(destination);
        int plain = PlainText.Write(text, destination.Slice(name.Length), first);
        if (plain == text.Length)
        {
            destination[size - 1] = (byte)'"';
            _length += size;
        }

        return plain;
    }

    private void OneByOneAndQuote(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> text)
    {
        Raw(name);
        while (!text.IsEmpty)
            text = text.Slice(OneByOne(text, out _));
        Raw("\""u8);
    }

#if NET8_0_OR_GREATER
    private void RestAndQuote(scoped ReadOnlySpan<char> text)
    {
        int special;
        while ((special = text.IndexOfAny(Sets.MustEscape)) >= 0)
        {
            if (special > 0)
                Transcode(text.Slice(0, special));
            text = text.Slice(special);

            // Escapes come in crowds. To search for each of them costs more than to read what is between them one by one.
            bool escaped = true;
            while (escaped && !text.IsEmpty)
                text = text.Slice(OneByOne(text, out escaped));
        }

        Transcode(text);
        Raw("\""u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Transcode(scoped ReadOnlySpan<char> text)
    {
        // The worst case is three bytes for each unit. To reserve it at once would outgrow a buffer that the remembered size made
        // just large enough.
        int written;
        Span<byte> destination = Reserve(text.Length);
        while (Utf8.FromUtf16(text, destination, out int read, out written) == OperationStatus.DestinationTooSmall)
        {
            _length += written;
            text = text.Slice(read);
            destination = Reserve(checked(text.Length * 3));
        }

        _length += written;
    }
#else
    private void RestAndQuote(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            text = text.Slice(OneByOne(text, out _));
            if (text.Length > FewUnits)
            {
                int plain = PlainText.Write(text, Reserve(text.Length), PlainText.Blank);
                _length += plain;
                text = text.Slice(plain);
            }
        }

        Raw("\""u8);
    }
#endif

    private const int FewUnits = 16;
    private const int LongestEscape = 6;

    // Writes the first few units of text. Returns how many; they never end within a pair of surrogates.
    private int OneByOne(scoped ReadOnlySpan<char> text, out bool escaped)
    {
        int end = Math.Min(text.Length, FewUnits);
        Span<byte> to = Reserve(end * LongestEscape);
        escaped = false;
        int at = 0;
        int i = 0;
        while (i < end)
        {
            char c = text[i++];
            if (c < 0x80)
            {
                byte escape = Escapes[c];
                if (escape == 0)
                {
                    to[at++] = (byte)c;
                    continue;
                }

                escaped = true;
                to[at++] = (byte)'\\';
                to[at++] = escape;
                if (escape == 'u')
                {
                    to[at++] = (byte)'0';
                    to[at++] = (byte)'0';
                    to[at++] = (byte)(c < 0x10 ? '0' : '1');
                    to[at++] = "0123456789ABCDEF"u8[c & 0xF];
                }
            }
            else if (c < 0x800)
            {
                to[at++] = (byte)(0xC0 | (c >> 6));
                to[at++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (char.IsHighSurrogate(c) && i < text.Length && char.IsLowSurrogate(text[i]))
            {
                int rune = char.ConvertToUtf32(c, text[i++]);
                to[at++] = (byte)(0xF0 | (rune >> 18));
                to[at++] = (byte)(0x80 | ((rune >> 12) & 0x3F));
                to[at++] = (byte)(0x80 | ((rune >> 6) & 0x3F));
                to[at++] = (byte)(0x80 | (rune & 0x3F));
            }
            else
            {
                int unit = char.IsSurrogate(c) ? 0xFFFD : c;
                to[at++] = (byte)(0xE0 | (unit >> 12));
                to[at++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                to[at++] = (byte)(0x80 | (unit & 0x3F));
            }
        }

        _length += at;
        return i;
    }

    // What follows the backslash, for each unit of ASCII; 0 where none is needed.
    private static ReadOnlySpan<byte> Escapes =>
        "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu\0\0\"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\\\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;
}
