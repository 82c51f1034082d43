namespace Vero.Typed.Sandbox.Tests;

public sealed class SandboxEventTests : RunningSandbox
{
    [Fact]
    public async Task An_event_can_be_read_back()
    {
        await AcceptedAsync(
            VeroOperation.Track,
            """
            {"identity":{"id":"1","email":"ada@example.com"},"event_name":"Placed order","data":{"number":"A-17","total":12.5},
             "extras":{"source":"shop","created_at":"2030-05-30T04:46:31+0000","other":1}}
            """);

        SandboxEvent recorded = Assert.Single(Sandbox.EventsOf("1"));
        Assert.Equal(("1", "ada@example.com", "Placed order"), (recorded.UserId, recorded.Email, recorded.Name));
        Assert.Equal(("shop", "2030-05-30T04:46:31+0000"), (recorded.Source, recorded.CreatedAt));
        Assert.Equal(("A-17", "12.5"), (recorded.Data["number"].GetString(), recorded.Data["total"].GetRawText()));
        Assert.Equal("ada@example.com", Sandbox.Profiles["1"].Email);
        Assert.Empty(Sandbox.Profiles["1"].Data);
    }

    [Theory]
    [InlineData("""{"event_name":"Placed order"}""", "/identity", "is required")]
    [InlineData("""{"identity":{},"event_name":"Placed order"}""", "/identity/id", "is required")]
    [InlineData("""{"identity":{"email":"a@b.c"},"event_name":"Placed order"}""", "/identity/id", "is required")]
    [InlineData("""{"identity":{"id":"\t"},"event_name":"Placed order"}""", "/identity/id", "must not be blank")]
    [InlineData("""{"identity":{"id":"1","email":"ada"},"event_name":"Placed order"}""", "/identity/email", "must be an email address")]
    [InlineData("""{"identity":{"id":"1"}}""", "/event_name", "is required")]
    [InlineData("""{"identity":{"id":"1"},"event_name":" _ "}""", "/event_name", "must not be blank")]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Identified"}""", "/event_name", Reserved)]
    [InlineData("""{"identity":{"id":"1"},"event_name":"visited_SITE"}""", "/event_name", Reserved)]
    [InlineData("""{"identity":{"id":"1"},"event_name":"viewed page"}""", "/event_name", Reserved)]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","data":[]}""", "/data", "must be an object, not an array")]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","data":{"timezone":"10"}}""", "/data/timezone", "must be an integer, not a string")]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","extras":{"source":1}}""", "/extras/source", "must be a string, not an integer")]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","extras":{"created_at":"yesterday"}}""", "/extras/created_at", CreatedAt)]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","extras":{"created_at":"2030-05-30T04:46:31"}}""", "/extras/created_at", CreatedAt)]
    [InlineData("""{"identity":{"id":"1"},"event_name":"Placed order","extras":{"created_at":1388534400}}""", "/extras/created_at", "must be a string, not an integer")]
    public async Task What_breaks_the_contract_is_rejected_at_its_location(string body, string path, string message) =>
        Assert.Equal(new SandboxViolation(path, message), await RejectedAsync(VeroOperation.Track, System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task A_name_of_255_characters_is_rejected()
    {
        await AcceptedAsync(VeroOperation.Track, Event(new string('a', 254)));

        Assert.Equal(400, await Sandbox.SendAsync(VeroOperation.Track, Event(new string('a', 255))).StatusAsync());
        Assert.Equal([new SandboxViolation("/event_name", "must have at most 254 characters")], Sandbox.Violations);
    }

    [Theory]
    [InlineData("2023-05-30T04:46:31+0000")]
    [InlineData("2023-05-30T04:46:31.123Z")]
    [InlineData("2023-05-30T04:46:31.1234567-05:30")]
    public async Task A_date_with_an_offset_is_accepted(string date) =>
        await AcceptedAsync(VeroOperation.Track, $$$"""{"identity":{"id":"1"},"event_name":"Placed order","extras":{"created_at":"{{{date}}}"}}""");

    [Fact]
    public async Task The_same_event_within_three_minutes_is_dropped()
    {
        var clock = new SettableTime();
        await using VeroSandbox sandbox = await VeroSandbox.StartAsync(new VeroSandboxOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);

        Assert.Equal(200, await SendAsync("""{"identity":{"id":"1"},"event_name":"Placed order","data":{"total":1,"number":"A"}}"""));
        clock.Advance(TimeSpan.FromSeconds(179));
        Assert.Equal(200, await SendAsync(
            """{"identity":{"id":"1"},"event_name":"placed_Order","data":{"number":"A","total":1.0},"extras":{"created_at":"2030-01-01T00:00:00Z"}}"""));
        Assert.Single(sandbox.Events);
        Assert.Equal("placed_Order", Assert.Single(sandbox.DroppedEvents).Name);
        Assert.Equal([false, true], sandbox.Requests.Select(request => request.IsDuplicate));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await SendAsync("""{"identity":{"id":"1"},"event_name":"Placed order","data":{"total":1,"number":"A"}}"""));
        Assert.Equal(2, sandbox.Events.Count);

        Task<int> SendAsync(string body) => sandbox.SendAsync(VeroOperation.Track, body).StatusAsync();
    }

    [Fact]
    public async Task An_event_that_differs_in_user_name_or_data_is_no_duplicate()
    {
        await AcceptedAsync(VeroOperation.Track, Event("Placed order"));
        await AcceptedAsync(VeroOperation.Track, Event("Placed orders"));
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"2"},"event_name":"Placed order"}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order","data":{"number":"A"}}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order","data":{"number":"B"}}""");

        Assert.Equal(5, Sandbox.Events.Count);
        Assert.Empty(Sandbox.DroppedEvents);
    }

    [Fact]
    public async Task Freeform_values_of_events_can_be_limited_to_strings()
    {
        await using VeroSandbox sandbox = await VeroSandbox.StartAsync(
            new VeroSandboxOptions { FreeformValues = SandboxFreeformValues.Strings }, TestContext.Current.CancellationToken);

        Assert.Equal(400, await sandbox.SendAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"a","data":{"total":1}}""").StatusAsync());
        Assert.Equal([new SandboxViolation("/data/total", "must be a string, not an integer")], sandbox.Violations);
        Assert.Equal(200, await sandbox.SendAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"a","data":{"total":"1"}}""").StatusAsync());
    }

    private const string Reserved = "is the name of an event that Vero records itself";

    private const string CreatedAt = "must be a date and time in ISO 8601 with an offset, such as 2030-05-30T04:46:31+00:00";

    private static string Event(string name) => $$$"""{"identity":{"id":"1"},"event_name":"{{{name}}}"}""";
}
