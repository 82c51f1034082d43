using System.Text;

namespace Vero.Typed.Tests;

/// <summary>Escaping in every place, exhaustively where that is possible.</summary>
public class EscapingTests
{
    [Fact]
    public void Every_UTF_16_unit_is_escaped_only_where_RFC_8259_asks_for_it()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char c = (char)unit;
            Assert.Equal(RfcEscaping.Quoted(c.ToString()), Value(c.ToString()));
            Assert.Equal(RfcEscaping.Quoted($"a{c}z"), Value($"a{c}z"));
            Assert.Equal(RfcEscaping.Quoted(c.ToString()), Text(Body.Request((ref w) => Open(ref w).Member(",\"v\":\""u8, c))));
        }
    }

    // The runs between escaped characters are converted one by one: a pair must survive on either side of a border, and half of
    // one must not take its neighbour with it.
    [Fact]
    public void Every_short_text_of_awkward_characters_is_escaped_right()
    {
        const string Alphabet = "a\"\\\n\u0001\u007Fé中\u2028\uD83D\uDE00";
        for (int length = 0; length <= 4; length++)
        {
            char[] text = new char[length];
            int[] at = new int[length];
            bool more = true;
            while (more)
            {
                for (int i = 0; i < length; i++)
                    text[i] = Alphabet[at[i]];
                string value = new(text);
                Assert.Equal(RfcEscaping.Quoted(value), Value(value));

                more = false;
                for (int i = 0; i < length && !more; i++)
                {
                    at[i] = (at[i] + 1) % Alphabet.Length;
                    more = at[i] != 0;
                }
            }
        }
    }

    public static TheoryData<string> Awkward => ["\"", "\\", "\n", "\u0001", "é", "中", "😀", "\uD83D", "\uDE00", "\uD83D\"\uDE00"];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void An_awkward_character_at_every_position_of_a_text_is_written_right(string awkward)
    {
        for (int position = 0; position <= 80; position++)
        {
            string text = new string('a', position) + awkward + new string('z', 80 - position);
            Assert.Equal(RfcEscaping.Quoted(text), Value(text));
        }
    }

    // At the edges of what is plain, and beyond a byte with a plain one in the lower half: texts are read by vectors of several lengths, the last of
    // which overlaps the one before.
    public static TheoryData<char> NearlyPlain =>
        ['\u0000', '\u001F', ' ', '!', '"', '#', '@', '[', '\\', ']', '~', '\u007F', '\u0080', '\u00FF', '\u0141', '\u0122', '\u2041', '\u8041', '\uFF41', '\uFFFF'];

    [Theory]
    [MemberData(nameof(NearlyPlain))]
    public void A_nearly_plain_character_at_every_position_of_every_length_is_judged_right(char unit)
    {
        for (int length = 1; length <= 140; length++)
        {
            char[] units = new string('a', length).ToCharArray();
            for (int position = 0; position < length; position++)
            {
                units[position] = unit;
                string text = new(units);
                Assert.Equal(RfcEscaping.Quoted(text), Value(text));
                Assert.Equal(VeroContract.CheckId(text, allowDefault: false) == IdFault.None, IsWritten((ref w) => w.Id(text, "Id"), text));
                string email = text + "@b";
                Assert.Equal(VeroContract.CheckEmail(email) == EmailFault.None, IsWritten((ref w) => w.Email(email, "Email"), email));
                units[position] = 'a';
            }
        }
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public void An_awkward_character_at_the_border_of_the_buffer_is_written_right(string awkward)
    {
        foreach (int border in (int[])[256, 512, 1024, 4096])
        {
            for (int length = border - 60; length <= border + 10; length++)
            {
                string text = new string('a', length) + awkward + "z";
                Assert.Equal(RfcEscaping.Quoted(text), Value(text));

                string wide = new string('中', length / 3) + awkward + "z";
                Assert.Equal(RfcEscaping.Quoted(wide), Value(wide));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Ids_emails_and_channels_are_escaped_like_traits(string awkward)
    {
        // Neither holds what cannot be seen, or is no Unicode.
        bool canBeIdentity = !awkward.Any(char.IsControl) && awkward.EnumerateRunes().All(static rune => rune.Value != 0xFFFD);
        IdentifyRequest request = Body.Of((ref w) =>
        {
            w.Id(canBeIdentity ? $"i{awkward}d" : "7", "Id");
            if (canBeIdentity)
                w.Email($"a{awkward}@example.com", "Email");
            int c = w.BeginChannels();
            w.Channel(",{\"type\":\"push\",\"platform\":\"android\",\"address\":\""u8, "t" + awkward, "Token");
            w.Channels(",{\"type\":\"push\",\"platform\":\"ios\",\"address\":\""u8, ["u" + awkward], "Tokens");
            w.Channel(new VeroChannel("x" + awkward, "z" + awkward, "y" + awkward), "Channel");
            w.EndChannels(c);
        });

        string id = canBeIdentity ? RfcEscaping.Quoted($"i{awkward}d") : "\"7\"";
        string email = canBeIdentity ? $",\"email\":{RfcEscaping.Quoted($"a{awkward}@example.com")}" : "";
        string expected = $$"""{"id":{{id}}{{email}},"channels":[{"type":"push","platform":"android","address":{{RfcEscaping.Quoted("t" + awkward)}}},{"type":"push","platform":"ios","address":{{RfcEscaping.Quoted("u" + awkward)}}},{"type":{{RfcEscaping.Quoted("x" + awkward)}},"platform":{{RfcEscaping.Quoted("z" + awkward)}},"address":{{RfcEscaping.Quoted("y" + awkward)}}}]}""";
        Assert.Equal(expected, request.ToJson());
    }

    [Fact]
    public void Half_a_million_characters_are_written_right()
    {
        var text = new StringBuilder();
        while (text.Length < 500_000)
            text.Append("0123456789 \"quoted\" é中😀\n");
        Assert.Equal(RfcEscaping.Quoted(text.ToString()), Value(text.ToString()));
    }

    private static string Value(string text) => Text(Body.Request((ref w) => Open(ref w).Member(",\"v\":\""u8, text)));

    private static bool IsWritten(WriteBody write, string text)
    {
        try
        {
            Assert.Contains(RfcEscaping.Quoted(text), Body.Request(write).ToJson(), StringComparison.Ordinal);
            return true;
        }
        catch (VeroSerializationException)
        {
            return false;
        }
    }

    private static ref VeroJsonWriter Open(ref VeroJsonWriter w)
    {
        w.Raw("{\"-\":0"u8);
        return ref w;
    }

    private static string Text(IdentifyRequest request)
    {
        using var document = Body.Parse(request.Utf8Json);
        return request.ToJson()["{\"-\":0,\"v\":".Length..^1];
    }
}
