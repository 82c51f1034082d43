using System.Text;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class SecrecyTests
{
    [Theory]
    [InlineData("no such token: {0}", "no such token: ***")]
    [InlineData("no such token: {1}", "no such token: ***")]
    [InlineData("no such token: {2}", "no such token: ***")]
    [InlineData("{0}{0}", "******")]
    [InlineData("x{0}x", "x***x")]
    [InlineData("{3} has no account", "*** has no account")]
    [InlineData("CANARY.BIRD@EXAMPLE.TEST has no account", "*** has no account")]
    [InlineData("customer-4711: unknown, customer-47112 and xcustomer-4711 are not", "***: unknown, customer-47112 and xcustomer-4711 are not")]
    [InlineData("you sent {{\"id\":\"customer-4711\"}}", "you sent {\"id\":\"***\"}")]
    public async Task What_Vero_repeats_of_a_request_is_hidden(string said, string shown)
    {
        string message = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, said, Clients.Token, Clients.EncodedToken, Clients.EncodedToken.ToLowerInvariant(), Clients.Email);
        string json = System.Text.Json.JsonSerializer.Serialize(new { status = 400, message });
        await using var server = new LoopbackServer { Respond = Answer(400, json) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(shown, exception.VeroMessage);
    }

    [Theory]
    [InlineData("auth_token=T0k+n/S3cr3t==abc")]
    [InlineData("auth_token=T0k%2Bn/S3cr3t%3D%3dabc")]
    [InlineData("auth_token=%54%30k%2bn%2FS3cr3t==abc")]
    public void A_token_is_found_whoever_encoded_it(string text)
    {
        var secrets = new SecretText();
        secrets.Add("T0k+n/S3cr3t==abc");
        secrets.AddValuesOf("""{"id":"1","email":"zoé🐦.private@privatehost.example"}"""u8);

        Assert.Equal("auth_token=***", secrets.Clean(text, 200));
        Assert.Equal("*** is unknown", secrets.Clean("zo%C3%A9%F0%9F%90%A6.private%40privatehost.example is unknown", 200));
        Assert.Equal("100% of it, %4, %zz", secrets.Clean("100% of it, %4, %zz", 200));
    }

    [Fact]
    public void A_short_value_does_not_uncover_a_long_one_that_holds_it()
    {
        var secrets = new SecretText();
        secrets.AddValuesOf("""{"id":"12","email":"zoe@private.example","data":{"name":"zoe","address":"12 Rue Secrete, Paris"}}"""u8);

        Assert.Equal("*** is no place for ***, nor is ***", secrets.Clean("12 Rue Secrete, Paris is no place for zoe@private.example, nor is 12", 200));
    }

    [Fact]
    public void A_secret_is_found_however_it_is_interrupted_or_cut()
    {
        var secrets = new SecretText();
        secrets.Add("secret");

        Assert.Equal("a *** b", secrets.Clean("a se\u0000cr\u200Det b", 200));
        Assert.Equal("aaaaaaa***...", secrets.Clean("aaaaaaasecretbbb", 10));
        Assert.Equal("ab...", secrets.Clean("ab🐦cd", 3));
        Assert.Null(secrets.Clean(" \r\n\u0007", 200));
        Assert.Null(secrets.Clean(null, 200));
    }

    [Fact]
    public void A_long_text_beside_many_values_is_cleaned_without_comparing_all_with_all()
    {
        var secrets = new SecretText();
        secrets.Add("secret");
        secrets.AddValuesOf(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(1_000_000, 120_000))}]"));
        string text = string.Concat(Enumerable.Repeat("1000007 and 2000007. ", 3_000));

        // All with all would be five minutes.
        Assert.Equal(string.Concat(Enumerable.Repeat("*** and 2000007. ", 12))[..200] + "...", secrets.Clean(text, 200));
    }

    [Fact]
    public void Values_of_the_body_are_hidden_where_they_stand_alone()
    {
        var secrets = new SecretText();
        secrets.AddValuesOf("""{"id":"4","data":{"age":30,"vip":true,"plan":"Pro","note":"a\nb","x":""}}"""u8);

        Assert.Equal("status 400, id ***, age ***, Product, ***, key age, true", secrets.Clean("status 400, id 4, age 30, Product, pro, key age, true", 200));
        Assert.Equal("note '***'", secrets.Clean("note 'a\nb'", 200));
    }

    [Fact]
    public void No_type_that_holds_the_token_prints_it()
    {
        ClientSettings settings = Clients.NewSettings(new Uri("https://vero.invalid")).Current;
        OperationFacts identify = OperationTable.Of(VeroOperation.Identify);
        using var client = new VeroClient(Clients.NewOptions(new Uri("https://vero.invalid")));

        Secrets.AssertNoneIn($"{settings} {client} {settings.NewSecrets()} {settings.UrlOf(identify)} {settings.Server}");
        Assert.Contains(Clients.EncodedToken, settings.UrlWithCredentialOf(identify).OriginalString, StringComparison.Ordinal);
    }
}
