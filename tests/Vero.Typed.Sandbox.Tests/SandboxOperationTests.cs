namespace Vero.Typed.Sandbox.Tests;

/// <summary>What the operations other than identify and track do.</summary>
public sealed class SandboxOperationTests : RunningSandbox
{
    [Fact]
    public async Task Tags_are_added_and_removed()
    {
        await AcceptedAsync(VeroOperation.EditTags, """{"id":"1","add":["vip","new"],"remove":[]}""");
        await AcceptedAsync(VeroOperation.EditTags, """{"id":"1","add":["beta","vip"]}""");
        await AcceptedAsync(VeroOperation.EditTags, """{"id":"1","remove":["new","never there"]}""");

        Assert.Equal(["beta", "vip"], Sandbox.Profiles["1"].Tags);
    }

    [Fact]
    public async Task An_unsubscribe_lasts_until_a_resubscribe()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1"}""");
        Assert.True(Sandbox.Profiles["1"].IsSubscribed);

        await AcceptedAsync(VeroOperation.Unsubscribe, """{"id":"1"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro"}}""");
        Assert.False(Sandbox.Profiles["1"].IsSubscribed);

        await AcceptedAsync(VeroOperation.Resubscribe, """{"id":"1"}""");
        Assert.True(Sandbox.Profiles["1"].IsSubscribed);
        Assert.Equal("Pro", Sandbox.Profiles["1"].Data["plan"].GetString());
    }

    [Fact]
    public async Task A_deleted_user_leaves_nothing_and_can_come_back()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro"}}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order"}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"2"},"event_name":"Placed order"}""");

        await AcceptedAsync(VeroOperation.DeleteUser, """{"id":"1"}""");
        Assert.Equal(["2"], Sandbox.Profiles.Keys);
        Assert.Equal(["2"], Sandbox.Events.Select(recorded => recorded.UserId));

        await AcceptedAsync(VeroOperation.DeleteUser, """{"id":"1"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1"}""");
        Assert.Empty(Sandbox.Profiles["1"].Data);
    }

    [Fact]
    public async Task An_alias_changes_the_id()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"old","email":"ada@example.com","data":{"plan":"Pro"}}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"old"},"event_name":"Placed order"}""");

        await AcceptedAsync(VeroOperation.Alias, """{"id":"old","new_id":"new"}""");

        SandboxProfile profile = Assert.Single(Sandbox.Profiles).Value;
        Assert.Equal(("new", "ada@example.com", "Pro"), (profile.Id, profile.Email, profile.Data["plan"].GetString()));
        Assert.Equal(["old"], profile.FormerIds);
        Assert.Equal("Placed order", Assert.Single(Sandbox.EventsOf("new")).Name);
        Assert.Empty(Sandbox.EventsOf("old"));
    }

    [Fact]
    public async Task An_alias_merges_two_users_and_the_one_that_stays_keeps_its_values()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"old","email":"old@example.com","channels":[{"address":"a"}],"data":{"plan":"Free","city":"Oslo"}}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"new","email":"new@example.com","channels":[{"address":"b"}],"data":{"plan":"Pro"}}""");
        await AcceptedAsync(VeroOperation.EditTags, """{"id":"old","add":["a","both"]}""");
        await AcceptedAsync(VeroOperation.EditTags, """{"id":"new","add":["both","b"]}""");
        await AcceptedAsync(VeroOperation.Unsubscribe, """{"id":"old"}""");

        await AcceptedAsync(VeroOperation.Alias, """{"id":"old","new_id":"new"}""");

        SandboxProfile profile = Assert.Single(Sandbox.Profiles).Value;
        Assert.Equal("new@example.com", profile.Email);
        Assert.Equal(("Pro", "Oslo"), (profile.Data["plan"].GetString(), profile.Data["city"].GetString()));
        Assert.Equal(["b", "a"], profile.Channels.Select(channel => channel.Address));
        Assert.Equal(["a", "b", "both"], profile.Tags);
        Assert.False(profile.IsSubscribed);
    }

    [Fact]
    public async Task An_identify_after_the_alias_recreates_the_old_profile()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"old"}""");
        await AcceptedAsync(VeroOperation.Alias, """{"id":"old","new_id":"new"}""");
        await AcceptedAsync(VeroOperation.Identify, """{"id":"old"}""");

        Assert.Equal(["new", "old"], Sandbox.Profiles.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(VeroOperation.Unsubscribe, """{"id":"1"}""")]
    [InlineData(VeroOperation.Resubscribe, """{"id":"1"}""")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":["a"]}""")]
    [InlineData(VeroOperation.Alias, """{"id":"0","new_id":"1"}""")]
    [InlineData(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order"}""")]
    public async Task An_operation_on_an_unknown_user_creates_the_profile(VeroOperation operation, string body)
    {
        await AcceptedAsync(operation, body);

        Assert.Equal(["1"], Sandbox.Profiles.Keys);
        Assert.Equal((operation, operation == VeroOperation.Alias ? "0" : "1"), (Sandbox.Requests[0].Operation, Sandbox.Requests[0].UserId));
    }

    [Theory]
    [InlineData(VeroOperation.Alias, """{"id":"1"}""", "/new_id", "is required")]
    [InlineData(VeroOperation.Alias, """{"new_id":"1"}""", "/id", "is required")]
    [InlineData(VeroOperation.Alias, """{"id":"1","new_id":" "}""", "/new_id", "must not be blank")]
    [InlineData(VeroOperation.Alias, """{"id":"1","new_id":2}""", "/new_id", "must be a string, not an integer")]
    [InlineData(VeroOperation.Alias, """{"id":"1","new_id":"1"}""", "/new_id", "must differ from id")]
    [InlineData(VeroOperation.Unsubscribe, """{"email":"ada@example.com"}""", "/id", "is required")]
    [InlineData(VeroOperation.Resubscribe, """{"id":""}""", "/id", "must not be blank")]
    [InlineData(VeroOperation.DeleteUser, """{"id":1}""", "/id", "must be a string, not an integer")]
    [InlineData(VeroOperation.EditTags, """{"id":"1"}""", "", "add or remove must contain at least one tag")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":[],"remove":[]}""", "", "add or remove must contain at least one tag")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":["a","a"]}""", "/add", "must not contain an item twice")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":["a"],"remove":["b","a"]}""", "/remove/1", "is also in add")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":["a"," "]}""", "/add/1", "must not be blank")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","remove":["a","b "]}""", "/remove/1", "must not begin or end with white space")]
    [InlineData(VeroOperation.Alias, """{"id":"1","new_id":"2 "}""", "/new_id", "must not begin or end with white space")]
    [InlineData(VeroOperation.EditTags, """{"id":"1","add":"a"}""", "/add", "must be an array, not a string")]
    public async Task A_body_that_breaks_the_contract_is_rejected_at_its_location(VeroOperation operation, string body, string path, string message) =>
        Assert.Equal(new SandboxViolation(path, message), await RejectedAsync(operation, System.Text.Encoding.UTF8.GetBytes(body)));
}
