namespace Vero.Typed.Tests;

public class IdTests
{
    private const string Canary = "c4n4ry";

    [Theory]
    [InlineData("42")]
    [InlineData(" 42 ")]
    [InlineData("0")]
    [InlineData("ada@example.com")]
    [InlineData("\u200B")]
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
            "Shop.Customer.Key: the id is missing, and without it there is no profile to update (it is null, empty or blank)",
            Body.Refused("Key", (ref w) => w.Id(id, "Key")).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Null_is_refused_whatever_is_allowed(bool allowDefault)
    {
        const string Expected = "Shop.Customer.Id: the id is missing, and without it there is no profile to update (it is null)";
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
            "Shop.Customer.Id: Vero takes fewer than 255 characters here",
            Body.Refused("Id", (ref w) => w.Id(longest + "x", "Id"), Canary).Message);
        Body.Refused("Id", (ref w) => w.Id(longest + new string('x', 100_000), "Id"), Canary);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_counts_as_one()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", 254));
        Assert.Equal(longest, Body.Of((ref w) => w.Id(longest, "Id")).UserId);
        Body.Refused("Id", (ref w) => w.Id(longest + "x", "Id"), "😀");

        // A half without its other half is a character of its own, because that is how it is sent.
        string halves = new('\uD83D', 254);
        Assert.Equal(new string('\uFFFD', 254), Body.Of((ref w) => w.Id(halves, "Id")).UserId);
        Body.Refused("Id", (ref w) => w.Id(halves + '\uD83D', "Id"));
        Body.Refused("Id", (ref w) => w.Id(new string('\uDE00', 255), "Id"));
    }

    // Through a variable, so that the compiler cannot convert a constant where it could not convert a member.
    private static T Variable<T>(T value) => value;
}
