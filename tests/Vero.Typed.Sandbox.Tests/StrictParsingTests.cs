using System.Text;

namespace Vero.Typed.Sandbox.Tests;

public sealed class StrictParsingTests : RunningSandbox
{
    [Theory]
    [InlineData("""{"id":"1","id":"2"}""", "/id")]
    [InlineData("""{"id":"1","email":"a@b.c","\u0065mail":"d@e.f"}""", "/email")]
    [InlineData("""{"id":"1","data":{"plan":"Pro","plan":"Free"}}""", "/data/plan")]
    [InlineData("""{"id":"1","data":{"a":[{"x":1},{"y/z":1,"y/z":2}]}}""", "/data/a/1/y~1z")]
    [InlineData("""{"id":"1","channels":[{"type":"push"},{"type":"push","type":"push"}]}""", "/channels/1/type")]
    public async Task A_repeated_key_is_rejected(string body, string path) => await RejectedAsync(body, path, "Duplicate property");

    [Theory]
    [InlineData("{'id':'1'}", "")]
    [InlineData("""{"id":'1'}""", "/id")]
    [InlineData("{id:\"1\"}", "")]
    [InlineData("""{"id":"1","data":{"plan":'Pro'}}""", "/data/plan")]
    public async Task Single_or_missing_quotes_are_rejected(string body, string path) => await RejectedAsync(body, path, "invalid start");

    [Theory]
    [InlineData("""{"id":"1",}""", "")]
    [InlineData("""{"id":"1","data":{"plan":"Pro",}}""", "/data")]
    [InlineData("""{"id":"1","channels":[{"type":"push"},]}""", "/channels/1")]
    public async Task A_trailing_comma_is_rejected(string body, string path) => await RejectedAsync(body, path, "trailing comma");

    [Theory]
    [InlineData("""/* c */{"id":"1"}""", "")]
    [InlineData("""{"id":/* c */"1"}""", "/id")]
    [InlineData("{\"id\":\"1\"}// c", "")]
    public async Task A_comment_is_rejected(string body, string path) => await RejectedAsync(body, path, "'/' is");

    [Theory]
    [InlineData("""{"id":"1"}{"id":"2"}""")]
    [InlineData("""{"id":"1"} x""")]
    [InlineData("{\"id\":\"1\"}\0")]
    public async Task Text_after_the_object_is_rejected(string body) => await RejectedAsync(body, "", "after a single JSON value");

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("{", "")]
    [InlineData("""{"id":"1""", "/id")]
    [InlineData("""{"id":01}""", "/id")]
    [InlineData("""{"id":"1","data":{"score":NaN}}""", "/data/score")]
    [InlineData("""{"id":"1","data":{"score":.5}}""", "/data/score")]
    [InlineData("{\"id\":\"1\n\"}", "/id")]
    public async Task What_is_no_JSON_is_rejected(string body, string path) => await RejectedAsync(body, path, "");

    [Fact]
    public async Task A_byte_order_mark_is_rejected() =>
        await RejectedAsync([.. Encoding.UTF8.Preamble, .. """{"id":"1"}"""u8], "", "invalid start");

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    public async Task Bytes_that_are_not_UTF8_are_rejected(byte[] bytes) =>
        await RejectedAsync([.. "{\"id\":\""u8, .. bytes, .. "\"}"u8], "", "not UTF-8");

    [Theory]
    [InlineData("""{"id":"\ud83d"}""", "/id")]
    [InlineData("""{"id":"1","data":{"\udc00":1}}""", "/data")]
    public async Task Half_of_a_surrogate_pair_is_rejected(string body, string path) => await RejectedAsync(body, path, "surrogate");

    [Fact]
    public async Task White_space_escapes_and_any_order_are_accepted()
    {
        const string Body = "\r\n\t { \"data\" : { } , \"id\" : \"\\ud83d\\ude00\\u0031\" } \n";

        Assert.Equal(200, await Sandbox.IdentifyAsync(Body).StatusAsync());

        Assert.Equal("😀1", Assert.Single(Sandbox.Profiles).Key);
    }

    private Task RejectedAsync(string body, string path, string reason) => RejectedAsync(Encoding.UTF8.GetBytes(body), path, reason);

    private async Task RejectedAsync(byte[] body, string path, string reason)
    {
        SandboxViolation violation = await RejectedAsync(body);

        Assert.Equal(path, violation.Path);
        Assert.Contains(reason, violation.Message, StringComparison.Ordinal);
    }
}
