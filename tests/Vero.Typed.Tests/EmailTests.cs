namespace Vero.Typed.Tests;

public class EmailTests
{
    private const string Canary = "c4n4ry";

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("o'brien+news@example.co.uk")]
    [InlineData("a@b")]
    [InlineData("\"a\"@b")]
    [InlineData("用户@例子.公司")]
    [InlineData("😀@example.com")]
    [InlineData("not..valid..at.all@-")]
    public void Whatever_can_be_an_address_is_sent_as_it_is(string email)
    {
        Assert.Equal($$"""{"id":"7","email":{{RfcEscaping.Quoted(email)}}}""", Of(email).ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Null_and_empty_mean_no_email(string? email)
    {
        Assert.Equal("""{"id":"7"}""", Of(email).ToJson());
    }

    [Theory]
    [InlineData("c4n4ry")]
    [InlineData("@c4n4ry")]
    [InlineData("c4n4ry@")]
    [InlineData("@")]
    [InlineData("c4n4ry@@b")]
    [InlineData("c4n4ry@b@c")]
    [InlineData(" ")]
    [InlineData(" c4n4ry@b")]
    [InlineData("c4n4ry@b ")]
    [InlineData("c4n4ry @b")]
    [InlineData("c4n4ry@b\n")]
    [InlineData("c4n4ry@b\r\nBcc: x")]
    [InlineData("c4n4ry\t@b")]
    [InlineData("c4n4ry\0@b")]
    [InlineData("c4n4ry\u007F@b")]
    [InlineData("c4n4ry\u0085@b")]
    [InlineData("c4n4ry\u009F@b")]
    [InlineData("c4n4ry\u00A0@b")]
    [InlineData("c4n4ry\u1680@b")]
    [InlineData("c4n4ry\u2003@b")]
    [InlineData("c4n4ry\u2028@b")]
    [InlineData("c4n4ry\u3000@b")]
    public void What_cannot_be_an_address_is_refused(string email)
    {
        Assert.Equal("Shop.Customer.Mail: " + ValueProblems.EmailMalformed, Refused(email).Message);
    }

    [Fact]
    public void White_space_and_what_cannot_be_seen_are_refused_wherever_they_are_and_nothing_else_is()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char c = (char)unit;
            if (c == '@' || char.IsWhiteSpace(c) || char.IsSurrogate(c) || Inputs.IsUnseen(c))
                Assert.Throws<VeroSerializationException>(() => Request($"a{c}a@b"));
            else
                Request($"a{c}a@b");
        }
    }

    [Theory]
    [InlineData("c4n4ry\u200B@b", ValueProblems.EmailInvisible)]
    [InlineData("\uFEFFc4n4ry@b", ValueProblems.EmailInvisible)]
    [InlineData("\u202Ec4n4ry@b", ValueProblems.EmailInvisible)]
    [InlineData("c4n4ry@b\u00AD", ValueProblems.EmailInvisible)]
    [InlineData("c4n4ry@b\U000E0041", ValueProblems.EmailInvisible)]
    public void An_address_that_looks_like_another_is_refused(string email, string problem) =>
        Assert.Equal("Shop.Customer.Mail: " + problem, Refused(email).Message);

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        foreach (string email in (string[])["c4n4ry\uD83D@b", "c4n4ry\uDE00\uD83D@b", "a@b\uD83D"])
            Assert.Equal("Shop.Customer.Mail: " + ValueProblems.EmailLoneSurrogate, Refused(email).Message);
    }

    [Fact]
    public void Of_255_characters_one_is_too_many()
    {
        string longest = Canary + new string('x', 252 - Canary.Length) + "@b";
        Assert.Equal(254, longest.Length);
        Assert.Equal(longest, Of(longest).Email);
        Assert.Equal("Shop.Customer.Mail: " + ValueProblems.TooLong, Refused(longest + "b").Message);
    }

    [Fact]
    public void A_character_outside_the_basic_plane_counts_as_one()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", 252)) + "@b";
        Assert.Equal(longest, Of(longest).Email);
        Refused(longest + "b");
    }

    private static IdentifyRequest Of(string? email) => Body.Of((ref w) =>
    {
        w.Id("7", "Id");
        w.Email(email, "Mail");
    });

    private static IdentifyRequest Request(string? email) => Body.Request((ref w) =>
    {
        w.Id("7", "Id");
        w.Email(email, "Mail");
    });

    private static VeroSerializationException Refused(string email) => Body.Refused(
        "Mail",
        (ref w) =>
        {
            w.Id("7", "Id");
            w.Email(email, "Mail");
        },
        email.Contains(Canary, StringComparison.Ordinal) ? Canary : null);
}
