using System.Buffers;
using System.Runtime.CompilerServices;
#if NET8_0_OR_GREATER
using System.Text;
using System.Text.Unicode;
#endif

namespace Vero.Typed;

// Text as RFC 8259 wants it: quote, backslash and C0 controls are escaped, everything else is UTF-8 as it is. Lone surrogates become
// U+FFFD, as System.Text.Json writes them.
public ref partial struct IdentifyWriter
{
#if NET8_0_OR_GREATER
    private static readonly SearchValues<char> PlainAscii = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~\u007F");

    // PlainAscii without the blank, DEL and @.
    private static readonly SearchValues<char> PlainEmail = SearchValues.Create(
        "!#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static readonly SearchValues<char> MustEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");
#endif

    private void TextAndQuote(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> text)
    {
#if NET8_0_OR_GREATER
        if (text.IndexOfAnyExcept(PlainAscii) < 0)
        {
            PlainTextAndQuote(name, text);
            return;
        }
#endif
        Raw(name);
        EscapedTextAndQuote(text);
    }

#if NET8_0_OR_GREATER
    // One reservation for name, text and quote: with one each, the typical body takes a sixth longer.
    private void PlainTextAndQuote(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> text)
    {
        int size = name.Length + text.Length + 1;
        Span<byte> destination = Reserve(size);
        name.CopyTo(destination);
        Ascii.FromUtf16(text, destination.Slice(name.Length), out _);
        destination[size - 1] = (byte)'"';
        _length += size;
    }

    private void EscapedTextAndQuote(scoped ReadOnlySpan<char> text)
    {
        int special;
        while ((special = text.IndexOfAny(MustEscape)) >= 0)
        {
            if (special > 0)
                Transcode(text.Slice(0, special));
            Escape(text[special]);
            text = text.Slice(special + 1);
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
    private void EscapedTextAndQuote(scoped ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                if (c < ' ' || c is '"' or '\\')
                {
                    Escape(c);
                    continue;
                }

                Reserve(1)[0] = (byte)c;
                _length++;
                continue;
            }

            int rune = c;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                rune = char.ConvertToUtf32(c, text[++i]);
            else if (char.IsSurrogate(c))
                rune = 0xFFFD;
            Rune(rune);
        }

        Raw("\""u8);
    }

    private void Rune(int rune)
    {
        Span<byte> to = Reserve(4);
        if (rune < 0x800)
        {
            to[0] = (byte)(0xC0 | (rune >> 6));
            to[1] = (byte)(0x80 | (rune & 0x3F));
            _length += 2;
        }
        else if (rune < 0x10000)
        {
            to[0] = (byte)(0xE0 | (rune >> 12));
            to[1] = (byte)(0x80 | ((rune >> 6) & 0x3F));
            to[2] = (byte)(0x80 | (rune & 0x3F));
            _length += 3;
        }
        else
        {
            to[0] = (byte)(0xF0 | (rune >> 18));
            to[1] = (byte)(0x80 | ((rune >> 12) & 0x3F));
            to[2] = (byte)(0x80 | ((rune >> 6) & 0x3F));
            to[3] = (byte)(0x80 | (rune & 0x3F));
            _length += 4;
        }
    }
#endif

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Escape(char c)
    {
        switch (c)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\f': Raw("\\f"u8); break;
            case '\r': Raw("\\r"u8); break;
            default:
                Span<byte> to = Reserve(6);
                "\\u00"u8.CopyTo(to);
                to[4] = (byte)(c < 0x10 ? '0' : '1');
                to[5] = "0123456789ABCDEF"u8[c & 0xF];
                _length += 6;
                break;
        }
    }
}
