namespace Vero.Typed.Tests;

public class IdTests
{
    private const string Canary = "c4n4ry";

    [Theory]
    [InlineData("42")]
    [InlineData("4 2")]
    [InlineData("ada@example.com")]
    [InlineData("\"\\é中😀")]
    [InlineData("Null Island")]
    [InlineData("nan")]
    [InlineData("none")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("10")]
    [InlineData("undefined-1")]
    [InlineData("0x1")]
    [InlineData("+1")]
    [InlineData(".")]
    [InlineData("x")]
    [InlineData("[object] 7")]
    [InlineData("<7>")]
    [InlineData("{7}")]
    public void Text_is_the_id_as_it_is(string id)
    {
        Assert.Equal($$"""{"id":{{RfcEscaping.Quoted(id)}}}""", Body.Of((ref w) => w.Id(id, "Id")).ToJson());
    }

    [Fact]
    public void A_number_is_sent_as_text()
    {
        Assert.Equal("""{"id":"42"}""", Body.Of((ref w) => w.Id(42, false, "Id")).ToJson());
        Assert.Equal("""{"id":"-9223372036854775808"}""", Body.Of((ref w) => w.Id(long.MinValue, false, "Id")).ToJson());
        Assert.Equal("""{"id":"9223372036854775807"}""", Body.Of((ref w) => w.Id(long.MaxValue, false, "Id")).ToJson());
        Assert.Equal("""{"id":"18446744073709551615"}""", Body.Of((ref w) => w.Id(ulong.MaxValue, false, "Id")).ToJson());
    }

    [Fact]
    public void A_Guid_is_sent_as_text()
    {
        var id = new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E");
        Assert.Equal("""{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", Body.Of((ref w) => w.Id(id, false, "Id")).ToJson());
    }

    [Fact]
    public void Every_integer_type_finds_its_overload()
    {
        Assert.Equal("""{"id":"-128"}""", Body.Of((ref w) => w.Id(Variable(sbyte.MinValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"255"}""", Body.Of((ref w) => w.Id(Variable(byte.MaxValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"-32768"}""", Body.Of((ref w) => w.Id(Variable(short.MinValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"65535"}""", Body.Of((ref w) => w.Id(Variable(ushort.MaxValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"-2147483648"}""", Body.Of((ref w) => w.Id(Variable(int.MinValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"4294967295"}""", Body.Of((ref w) => w.Id(Variable(uint.MaxValue), false, "Id")).ToJson());
        Assert.Equal("""{"id":"5"}""", Body.Of((ref w) => w.Id(Variable((nint)5), false, "Id")).ToJson());
        Assert.Equal("""{"id":"5"}""", Body.Of((ref w) => w.Id(Variable((nuint)5), false, "Id")).ToJson());
        Assert.Equal("""{"id":"5"}""", Body.Of((ref w) => w.Id(Variable((int?)5), false, "Id")).ToJson());
        Assert.Equal("""{"id":"5"}""", Body.Of((ref w) => w.Id(Variable((uint?)5), false, "Id")).ToJson());
        Assert.Equal("""{"id":"5"}""", Body.Of((ref w) => w.Id(Variable((ulong?)5), false, "Id")).ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n \u00A0\u2003")]
    public void Null_empty_and_blank_text_is_refused(string? id)
    {
        Assert.Equal(
            "Shop.Customer.Key: " + ValueProblems.IdMissing,
            Body.Refused("Key", (ref w) => w.Id(id, "Key")).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Null_is_refused_whatever_is_allowed(bool allowDefault)
    {
        const string Expected = "Shop.Customer.Id: " + ValueProblems.IdMissing;
        Assert.Equal(Expected, Body.Refused("Id", (ref w) => w.Id((long?)null, allowDefault, "Id")).Message);
        Assert.Equal(Expected, Body.Refused("Id", (ref w) => w.Id((ulong?)null, allowDefault, "Id")).Message);
        Assert.Equal(Expected, Body.Refused("Id", (ref w) => w.Id((Guid?)null, allowDefault, "Id")).Message);
    }

    [Fact]
    public void Zero_and_the_empty_Guid_are_refused()
    {
        Assert.Contains("AllowDefault", Body.Refused("Id", (ref w) => w.Id(0L, false, "Id")).Message, StringComparison.Ordinal);
        Assert.Contains("AllowDefault", Body.Refused("Id", (ref w) => w.Id(0UL, false, "Id")).Message, StringComparison.Ordinal);
        Assert.Contains("AllowDefault", Body.Refused("Id", (ref w) => w.Id(Guid.Empty, false, "Id")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_and_the_empty_Guid_are_ids_where_they_are_allowed()
    {
        Assert.Equal("""{"id":"0"}""", Body.Of((ref w) => w.Id(0L, true, "Id")).ToJson());
        Assert.Equal("""{"id":"0"}""", Body.Of((ref w) => w.Id(0UL, true, "Id")).ToJson());
        Assert.Equal("""{"id":"00000000-0000-0000-0000-000000000000"}""", Body.Of((ref w) => w.Id(Guid.Empty, true, "Id")).ToJson());
    }

    [Fact]
    public void Of_255_characters_one_is_too_many()
    {
        string longest = Canary + new string('x', 254 - Canary.Length);
        Assert.Equal(longest, Body.Of((ref w) => w.Id(longest, "Id")).UserId);

        Assert.Equal(
            "Shop.Customer.Id: " + ValueProblems.TooLong,
            Body.Refused("Id", (ref w) => w.Id(longest + "x", "Id"), Canary).Message);
        Body.Refused("Id", (ref w) => w.Id(longest + new string('x', 100_000), "Id"), Canary);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_counts_as_one()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", 254));
        Assert.Equal(longest, Body.Of((ref w) => w.Id(longest, "Id")).UserId);
        Body.Refused("Id", (ref w) => w.Id(longest + "x", "Id"), "😀");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("-0")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    [InlineData("(00000000-0000-0000-0000-000000000000)")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("(null)")]
    [InlineData("undefined")]
    [InlineData("Undefined")]
    [InlineData("NaN")]
    [InlineData("None")]
    [InlineData("[object Object]")]
    [InlineData("[object Undefined]")]
    [InlineData("[object Promise]")]
    [InlineData("<null>")]
    [InlineData("<nil>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("+0")]
    [InlineData("0.0")]
    [InlineData("0x0")]
    [InlineData("{0x00000000,0x0000,0x0000,{0x00,0x00,0x00,0x00,0x00,0x00,0x00,0x00}}")]
    public void Text_that_stands_for_no_id_is_refused_unless_it_is_allowed(string id)
    {
        Assert.Equal("Shop.Customer.Id: " + ValueProblems.IdStandsForNone, Body.Refused("Id", (ref w) => w.Id(id, "Id")).Message);
        Assert.Equal(id, Body.Of((ref w) => w.Id("{\"id\":\""u8, id, allowDefault: true, "Id")).UserId);
    }

    // Two ids that look the same, or are written the same, would be two users, or one.
    [Theory]
    [InlineData("\uFEFFc4n4ry", ValueProblems.IdInvisible)]
    [InlineData("c4n4ry\u200B", ValueProblems.IdInvisible)]
    [InlineData("c4\u200Dn4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\u00ADn4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\u202En4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\u3164n4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\uFE0Fn4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\0n4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\tn4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\u2028n4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\U000E0041n4ry", ValueProblems.IdInvisible)]
    [InlineData("c4\U0001D173n4ry", ValueProblems.IdInvisible)]
    [InlineData(" c4n4ry", ValueProblems.IdWhiteSpaceAtEnds)]
    [InlineData("c4n4ry\n", ValueProblems.IdWhiteSpaceAtEnds)]
    [InlineData("\u00A0c4n4ry", ValueProblems.IdWhiteSpaceAtEnds)]
    public void Text_that_only_looks_like_an_id_is_refused_whatever_is_allowed(string id, string problem)
    {
        Assert.Equal("Shop.Customer.Id: " + problem, Body.Refused("Id", (ref w) => w.Id(id, "Id"), Canary).Message);
        Assert.Equal("Shop.Customer.Id: " + problem, Body.Refused("Id", (ref w) => w.Id("{\"id\":\""u8, id, allowDefault: true, "Id"), Canary).Message);
    }

    // Not as data of a theory: attributes hold UTF-8, where these would be U+FFFD.
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        foreach (string id in (string[])["c4n4ry\uD83D", "\uDE00c4n4ry", "c4n4ry\uDE00\uD83D", "a\uDBFFb"])
            Assert.Equal("Shop.Customer.Id: " + ValueProblems.IdLoneSurrogate, Body.Refused("Id", (ref w) => w.Id("{\"id\":\""u8, id, allowDefault: true, "Id")).Message);
    }

    [Fact]
    public void Every_unit_is_part_of_an_id_unless_it_cannot_be_seen()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string id = $"a{(char)unit}b";
            if (Inputs.IsUnseen((char)unit) || char.IsSurrogate((char)unit))
                Assert.Throws<VeroSerializationException>(() => Body.Request((ref w) => w.Id(id, "Id")));
            else
                Assert.Equal(id, Body.Request((ref w) => w.Id(id, "Id")).UserId);
        }
    }

    // Through a variable, so that the compiler cannot convert a constant where it could not convert a member.
    private static T Variable<T>(T value) => value;
}
