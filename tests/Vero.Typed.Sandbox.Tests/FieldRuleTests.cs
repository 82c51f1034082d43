using System.Text;

namespace Vero.Typed.Sandbox.Tests;

public sealed class FieldRuleTests : RunningSandbox
{
    [Theory]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("1", "")]
    [InlineData("true", "")]
    [InlineData("\"id\"", "")]
    public async Task A_body_that_is_no_object_is_rejected(string body, string path)
    {
        Assert.Equal(400, await Sandbox.IdentifyAsync(body).StatusAsync());

        Assert.Contains(Sandbox.Violations, violation => violation.Path == path);
        Assert.Empty(Sandbox.Profiles);
    }

    [Theory]
    [InlineData("{}", "is required")]
    [InlineData("""{"ID":"1"}""", "is required")]
    [InlineData("""{"data":{"id":"1"}}""", "is required")]
    [InlineData("""{"id":1}""", "must be a string, not an integer")]
    [InlineData("""{"id":1.5}""", "must be a string, not a number with a fraction")]
    [InlineData("""{"id":null}""", "must be a string, not null")]
    [InlineData("""{"id":true}""", "must be a string, not a boolean")]
    [InlineData("""{"id":{}}""", "must be a string, not an object")]
    [InlineData("""{"id":["1"]}""", "must be a string, not an array")]
    [InlineData("""{"id":" "}""", "must not be blank")]
    [InlineData("""{"id":"\t\r\n\u00a0\u2003"}""", "must not be blank")]
    public async Task An_id_that_is_missing_blank_or_no_text_is_rejected(string body, string message)
    {
        SandboxViolation violation = await RejectedAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(new SandboxViolation("/id", message), violation);
    }

    [Fact]
    public async Task An_empty_id_is_rejected()
    {
        Assert.Equal(400, await Sandbox.IdentifyAsync("""{"id":""}""").StatusAsync());

        Assert.All(Sandbox.Violations, violation => Assert.Equal("/id", violation.Path));
        Assert.NotEmpty(Sandbox.Violations);
    }

    [Theory]
    [InlineData("""{"id":"1","email":1}""", "/email")]
    [InlineData("""{"id":"1","email":null}""", "/email")]
    [InlineData("""{"id":"1","email":["a@b.c"]}""", "/email")]
    [InlineData("""{"id":"1","channels":{"type":"push","address":"a","platform":"android"}}""", "/channels")]
    [InlineData("""{"id":"1","channels":"push"}""", "/channels")]
    [InlineData("""{"id":"1","channels":null}""", "/channels")]
    [InlineData("""{"id":"1","channels":["push"]}""", "/channels/0")]
    [InlineData("""{"id":"1","channels":[{"address":"a"},[]]}""", "/channels/1")]
    [InlineData("""{"id":"1","channels":[{"address":"a"},null]}""", "/channels/1")]
    [InlineData("""{"id":"1","channels":[{"address":1}]}""", "/channels/0/address")]
    [InlineData("""{"id":"1","channels":[{"address":"a","type":true}]}""", "/channels/0/type")]
    [InlineData("""{"id":"1","channels":[{"address":"a"},{"platform":null}]}""", "/channels/1/platform")]
    [InlineData("""{"id":"1","data":[]}""", "/data")]
    [InlineData("""{"id":"1","data":"plan=Pro"}""", "/data")]
    [InlineData("""{"id":"1","data":null}""", "/data")]
    [InlineData("""{"id":"1","data":{"timezone":"10"}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":"Australia/Sydney"}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":5.5}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":10.0}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":1e1}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":99999999999999999999999}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":null}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"timezone":true}}""", "/data/timezone")]
    [InlineData("""{"id":"1","data":{"language":1}}""", "/data/language")]
    [InlineData("""{"id":"1","data":{"language":["en"]}}""", "/data/language")]
    [InlineData("""{"id":"1","data":{"language":null}}""", "/data/language")]
    [InlineData("""{"id":"1","data":{"userAgent":true}}""", "/data/userAgent")]
    [InlineData("""{"id":"1","data":{"userAgent":{}}}""", "/data/userAgent")]
    public async Task A_value_of_the_wrong_type_is_rejected_with_its_place(string body, string path)
    {
        SandboxViolation violation = await RejectedAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(path, violation.Path);
        Assert.Matches("^must be an? [a-z]+, not (an? )?[a-z ]+$", violation.Message);
    }

    [Theory]
    [InlineData(-13, "must be at least -12")]
    [InlineData(15, "must be at most 14")]
    public async Task A_time_zone_that_does_not_exist_is_rejected(int hours, string message) => Assert.Equal(
        new SandboxViolation("/data/timezone", message),
        await RejectedAsync(Encoding.UTF8.GetBytes($$$"""{"id":"1","data":{"timezone":{{{hours}}}}}""")));

    [Theory]
    [InlineData("0400000000")]
    [InlineData("+61 400 000 000")]
    [InlineData("+1234567890123456")]
    [InlineData("")]
    public async Task A_phone_number_that_Vero_never_delivers_to_is_rejected(string number)
    {
        SandboxViolation violation = await RejectedAsync(Encoding.UTF8.GetBytes($$$"""{"id":"1","data":{"phone_number":"{{{number}}}"}}"""));

        Assert.Equal(new SandboxViolation("/data/phone_number", "must be a phone number in E.164 format, such as +61400000000"), violation);
    }

    // The same functions as in the library and the analyzers.
    [Theory]
    [InlineData("""{"id":" 1"}""", "/id", "must not begin or end with white space")]
    [InlineData("""{"id":"1\u200b"}""", "/id", "must not contain an invisible character")]
    [InlineData("""{"id":"1","email":""}""", "/email", "must be an email address")]
    [InlineData("""{"id":"1","email":"ada at example.com"}""", "/email", "must be an email address")]
    [InlineData("""{"id":"1","email":"ada\u202e@example.com"}""", "/email", "must not contain an invisible character")]
    [InlineData("""{"id":"1","data":{"language":"english"}}""", "/data/language", "must be a language tag such as en-AU")]
    [InlineData("""{"id":"1","data":{"language":"en_AU"}}""", "/data/language", "must be a language tag such as en-AU")]
    public async Task A_value_that_the_library_would_not_send_is_rejected(string body, string path, string message) =>
        Assert.Equal(new SandboxViolation(path, message), await RejectedAsync(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task An_id_of_255_characters_is_rejected()
    {
        Assert.Equal(200, await Sandbox.IdentifyAsync($$"""{"id":"{{new string('a', 254)}}"}""").StatusAsync());
        Assert.Equal(200, await Sandbox.IdentifyAsync($$"""{"id":"{{string.Concat(Enumerable.Repeat("😀", 254))}}"}""").StatusAsync());
        Assert.Equal(400, await Sandbox.IdentifyAsync($$"""{"id":"{{new string('a', 255)}}"}""").StatusAsync());

        Assert.Equal([new SandboxViolation("/id", "must have at most 254 characters")], Sandbox.Violations);
    }

    [Fact]
    public async Task Every_violation_of_a_body_is_told()
    {
        const string Body = """{"email":1,"channels":[{"address":2},3],"data":{"timezone":"x","language":4,"a/b~c":5}}""";

        Assert.Equal(400, await Sandbox.IdentifyAsync(Body).StatusAsync());

        Assert.Equal(
            ["/channels/0/address", "/channels/1", "/data/language", "/data/timezone", "/email", "/id"],
            Sandbox.Violations.Select(violation => violation.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_violation_repeats_the_value()
    {
        Assert.Equal(400, await Sandbox.IdentifyAsync("""{"id":424242,"data":{"timezone":"secret"}}""").StatusAsync());

        Assert.Equal(2, Sandbox.Violations.Count);
        Assert.DoesNotContain(Sandbox.Violations, violation => violation.Message.Contains("424242", StringComparison.Ordinal));
        Assert.DoesNotContain(Sandbox.Violations, violation => violation.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"0"}""")]
    [InlineData("""{"id":"1","channels":[]}""")]
    [InlineData("""{"id":"1","channels":[{}]}""")]
    [InlineData("""{"id":"1","channels":[{"type":"push","address":"a","platform":"android","device":1}]}""")]
    [InlineData("""{"id":"1","data":{}}""")]
    [InlineData("""{"id":"1","data":{"timezone":-10,"language":"en-AU","userAgent":""}}""")]
    [InlineData("""{"id":"1","data":{"timezone":-12,"language":"zh-Hant-TW"}}""")]
    [InlineData("""{"id":"1","data":{"Timezone":"free","time_zone":5.5,"useragent":1}}""")]
    [InlineData("""{"id":"1","phone_number":"any text"}""")]
    [InlineData("""{"id":"1","data":{"phone_number":"+61400000000"}}""")]
    [InlineData("""{"id":"1","data":{"phone_number":null}}""")]
    public async Task What_the_contract_allows_is_accepted(string body)
    {
        Assert.Equal(200, await Sandbox.IdentifyAsync(body).StatusAsync());

        Assert.Empty(Sandbox.Violations);
        Assert.Single(Sandbox.Profiles);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json; charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 400)]
    [InlineData("application/x-www-form-urlencoded", 400)]
    [InlineData("text/plain", 400)]
    public async Task Only_JSON_in_UTF8_is_read(string contentType, int status)
    {
        byte[] body = """{"id":"1"}"""u8.ToArray();

        Assert.Equal(status, await Sandbox.SendAsync(HttpMethod.Post, "users/track", body, contentType: contentType).StatusAsync());
    }
}
