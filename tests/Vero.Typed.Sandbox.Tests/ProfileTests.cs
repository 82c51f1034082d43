using System.Text.Json;

namespace Vero.Typed.Sandbox.Tests;

public sealed class ProfileTests : RunningSandbox
{
    [Fact]
    public async Task A_profile_holds_what_was_sent()
    {
        await AcceptedAsync(
            VeroOperation.Identify,
            """
            {"id":"1","email":"ada@example.com","channels":[{"type":"push","address":"t1","platform":"android"}],
             "data":{"first_name":"Ada","age":36,"vip":true,"timezone":-10,"tags":["a","b"],"address":{"city":"London"},"nothing":null}}
            """);

        SandboxProfile ada = Sandbox.Profiles["1"];
        Assert.Equal("1", ada.Id);
        Assert.Equal("ada@example.com", ada.Email);
        Assert.Equal([new SandboxChannel("push", "t1", "android")], ada.Channels);
        Assert.Equal(7, ada.Data.Count);
        Assert.Equal("Ada", ada.Data["first_name"].GetString());
        Assert.Equal(36, ada.Data["age"].GetInt32());
        Assert.True(ada.Data["vip"].GetBoolean());
        Assert.Equal(-10, ada.Data["timezone"].GetInt32());
        Assert.Equal("""["a","b"]""", ada.Data["tags"].GetRawText());
        Assert.Equal("""{"city":"London"}""", ada.Data["address"].GetRawText());
        Assert.Equal(JsonValueKind.Null, ada.Data["nothing"].ValueKind);
    }

    [Fact]
    public async Task Data_is_merged_per_key_and_the_last_value_wins()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","email":"old@example.com","data":{"plan":"Free","city":"Oslo","Plan":"other case"}}""");
        SandboxProfile before = Sandbox.Profiles["1"];
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro","address":{"street":"A"}}}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","email":"new@example.com","data":{"address":{"city":"B"}}}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1"}""");

        SandboxProfile after = Sandbox.Profiles["1"];
        Assert.Equal("new@example.com", after.Email);
        Assert.Equal("Pro", after.Data["plan"].GetString());
        Assert.Equal("other case", after.Data["Plan"].GetString());
        Assert.Equal("Oslo", after.Data["city"].GetString());
        Assert.Equal("""{"city":"B"}""", after.Data["address"].GetRawText());
        Assert.Equal("Free", before.Data["plan"].GetString());
    }

    [Fact]
    public async Task Devices_add_up_each_once()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","channels":[{"type":"push","address":"a","platform":"android"}]}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","channels":[]}""");
        await AcceptedAsync(
            VeroOperation.Identify,
            """{"id":"1","channels":[{"type":"push","address":"b","platform":"ios"},{"platform":"android","type":"push","address":"a"},{}]}""");

        Assert.Equal(
            [new SandboxChannel("push", "a", "android"), new SandboxChannel("push", "b", "ios"), new SandboxChannel(null, null, null)],
            Sandbox.Profiles["1"].Channels);
    }

    [Fact]
    public async Task Ids_are_compared_by_their_characters()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"a"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"A"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"a a"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"é"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"e\u0301"}""");

        Assert.Equal(5, Sandbox.Profiles.Count);
    }

    [Fact]
    public async Task A_refused_call_leaves_the_profile_alone()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro"}}""");

        Assert.Equal(400, await Sandbox.IdentifyAsync("""{"id":"1","data":{"plan":"Free","timezone":"x"}}""").StatusAsync());

        Assert.Equal("Pro", Sandbox.Profiles["1"].Data["plan"].GetString());
    }

    [Fact]
    public async Task A_request_knows_the_profile_before_and_after()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Free"}}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro"}}""");

        Assert.Null(Sandbox.Requests[0].ProfileBefore);
        Assert.Equal("Free", Sandbox.Requests[1].ProfileBefore!.Data["plan"].GetString());
        Assert.Equal("Pro", Sandbox.Requests[1].ProfileAfter!.Data["plan"].GetString());
    }

    [Fact]
    public async Task Parallel_calls_lose_nothing()
    {
        const int Calls = 200;

        await Parallel.ForAsync(0, Calls, TestContext.Current.CancellationToken, async (i, _) =>
            await AcceptedAsync(VeroOperation.Identify, $$$"""{"id":"{{{i % 4}}}","channels":[{"address":"{{{i}}}"}],"data":{"key_{{{i}}}":{{{i}}}}}"""));

        Assert.Equal(Calls, Sandbox.Requests.Count);
        Assert.Equal(4, Sandbox.Profiles.Count);
        Assert.Equal(Calls, Sandbox.Profiles.Values.Sum(profile => profile.Data.Count));
        Assert.Equal(Calls, Sandbox.Profiles.Values.Sum(profile => profile.Channels.Count));
    }
}
