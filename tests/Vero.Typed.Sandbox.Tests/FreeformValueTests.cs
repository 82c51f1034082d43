namespace Vero.Typed.Sandbox.Tests;

public sealed class FreeformValueTests
{
    public static TheoryData<string> AnythingButText { get; } =
        ["1", "-1.5", "99999999999999999999999", "1e300", "true", "false", "null", "[]", "[1,\"a\",{\"b\":null}]", "{}", "{\"a\":{\"b\":[1]}}"];

    [Theory]
    [MemberData(nameof(AnythingButText))]
    public async Task Any_JSON_value_is_accepted_by_default(string value)
    {
        await using VeroSandbox sandbox = await StartAsync(SandboxFreeformValues.Native);

        Assert.Equal(200, await sandbox.IdentifyAsync($$$"""{"id":"1","data":{"key":{{{value}}}}}""").StatusAsync());

        Assert.Equal(value, sandbox.Profiles["1"].Data["key"].GetRawText());
    }

    [Theory]
    [MemberData(nameof(AnythingButText))]
    public async Task Only_text_is_accepted_on_request(string value)
    {
        await using VeroSandbox sandbox = await StartAsync(SandboxFreeformValues.Strings);

        Assert.Equal(400, await sandbox.IdentifyAsync($$$"""{"id":"1","data":{"a b/c":{{{value}}}}}""").StatusAsync());

        Assert.Equal("/data/a b~1c", Assert.Single(sandbox.Violations).Path);
        Assert.Empty(sandbox.Profiles);
    }

    [Fact]
    public async Task Reserved_keys_keep_their_types_when_only_text_is_accepted()
    {
        await using VeroSandbox sandbox = await StartAsync(SandboxFreeformValues.Strings);

        Assert.Equal(200, await sandbox.IdentifyAsync("""{"id":"1","data":{"timezone":10,"language":"en","userAgent":"x","age":"36"}}""").StatusAsync());
        Assert.Equal(400, await sandbox.IdentifyAsync("""{"id":"1","data":{"timezone":"10"}}""").StatusAsync());

        Assert.Equal("/data/timezone", Assert.Single(sandbox.Violations).Path);
        Assert.Equal(10, sandbox.Profiles["1"].Data["timezone"].GetInt32());
        Assert.Equal("36", sandbox.Profiles["1"].Data["age"].GetString());
    }

    [Fact]
    public async Task All_other_rules_hold_when_only_text_is_accepted()
    {
        await using VeroSandbox sandbox = await StartAsync(SandboxFreeformValues.Strings);

        const string Body = """{"email":1,"channels":[{"address":2}],"data":{"language":3,"userAgent":4}}""";
        Assert.Equal(400, await sandbox.IdentifyAsync(Body).StatusAsync());

        Assert.Equal(
            ["/channels/0/address", "/data/language", "/data/userAgent", "/email", "/id"],
            sandbox.Violations.Select(violation => violation.Path).Order(StringComparer.Ordinal));
    }

    private static Task<VeroSandbox> StartAsync(SandboxFreeformValues values) =>
        VeroSandbox.StartAsync(new VeroSandboxOptions { FreeformValues = values }, TestContext.Current.CancellationToken);
}
