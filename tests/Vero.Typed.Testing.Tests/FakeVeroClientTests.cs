using System.Net;

namespace Vero.Typed.Testing.Tests;

public sealed class FakeVeroClientTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private readonly FakeVeroClient _vero = new();

    [Fact]
    public async Task It_records_every_request_in_order()
    {
        await _vero.IdentifyAsync(Identify("""{"id":"1"}"""), None);
        await _vero.AddTagsAsync(new VeroIdentity("2"), ["vip"], None);
        await _vero.AliasAsync(new VeroIdentity("1"), new VeroIdentity("3"), None);

        Assert.Equal([VeroOperation.Identify, VeroOperation.EditTags, VeroOperation.Alias], _vero.Requests.Select(request => request.Operation));
        Assert.Equal(_vero.Requests, _vero.Accepted);
        Assert.Single(_vero.Sent<EditTagsRequest>("2"));
        Assert.Empty(_vero.Sent<EditTagsRequest>("1"));
        Assert.Equal("3", Assert.Single(_vero.Sent<AliasRequest>()).NewUserId);
    }

    [Fact]
    public async Task A_profile_is_what_all_identifies_of_a_user_say_together()
    {
        await _vero.IdentifyAsync(Identify("""{"id":"1","email":"ada@example.com","channels":[{"type":"push","address":"a","platform":"ios"}],"data":{"plan":"Free","city":"Oslo"}}"""), None);
        await _vero.IdentifyAsync(Identify("""{"id":"1","channels":[{"type":"push","address":"a","platform":"ios"}],"data":{"plan":"Pro"}}"""), None);

        FakeProfile profile = _vero.Identified("1");
        Assert.Equal(("1", "ada@example.com", "Pro", "Oslo"), (profile.Id, profile.Email, profile.Data["plan"].GetString(), profile.Data["city"].GetString()));
        Assert.Equal([new VeroChannel("push", "ios", "a")], profile.Channels);
        Assert.Equal(2, profile.Requests.Count);
    }

    [Fact]
    public async Task Events_can_be_read_with_their_types()
    {
        await SendAsync("""{"identity":{"id":"1","email":"ada@example.com"},"event_name":"Placed order","data":{"total":12.5},"extras":{"source":"shop","created_at":"2030-05-30T04:46:31+00:00"}}""");
        await SendAsync("""{"identity":{"id":"1"},"event_name":"Viewed"}""");

        FakeEvent order = _vero.Tracked("1", "Placed order");
        Assert.Equal(("1", "ada@example.com", "shop"), (order.UserId, order.Email, order.Source));
        Assert.Equal(new DateTimeOffset(2030, 5, 30, 4, 46, 31, TimeSpan.Zero), order.CreatedAt);
        Assert.Equal(12.5m, order.Data["total"].GetDecimal());
        Assert.Equal(["Placed order", "Viewed"], _vero.Tracked("1").Select(sent => sent.Name));
        Assert.Empty(_vero.Tracked("2"));
        _vero.AssertTracked("1", "Viewed", "{}");
        _vero.AssertTracked("1", "Placed order", """{"total":12.5}""");
    }

    [Fact]
    public async Task Responses_are_scripted_by_operation_user_and_number()
    {
        _vero.Respond(FakeResponse.Status(HttpStatusCode.ServiceUnavailable, "busy", TimeSpan.FromSeconds(3)), userId: "2", times: 1)
            .Respond(FakeResponse.Throws(new VeroTimeoutException("too slow")), VeroOperation.Unsubscribe);

        await _vero.IdentifyAsync(Identify("""{"id":"1"}"""), None);
        VeroApiException busy = await Assert.ThrowsAsync<VeroApiException>(() => _vero.IdentifyAsync(Identify("""{"id":"2"}"""), None));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "busy", TimeSpan.FromSeconds(3), true), (busy.StatusCode, busy.VeroMessage, busy.RetryAfter, busy.IsTransient));
        await _vero.IdentifyAsync(Identify("""{"id":"2"}"""), None);
        await Assert.ThrowsAsync<VeroTimeoutException>(() => _vero.UnsubscribeAsync(new VeroIdentity("1"), None));

        Assert.Equal(4, _vero.Requests.Count);
        Assert.Equal(["1", "2"], _vero.Accepted.Select(request => request.UserId));
        _vero.Reset();
        Assert.Empty(_vero.Requests);
        await _vero.UnsubscribeAsync(new VeroIdentity("1"), None);
    }

    [Fact]
    public async Task A_delayed_response_can_be_cancelled()
    {
        _vero.Respond(FakeResponse.Success.After(TimeSpan.FromMinutes(5)));
        using var cancellation = new CancellationTokenSource();

        Task call = _vero.IdentifyAsync(Identify("""{"id":"1"}"""), cancellation.Token);
        Assert.False(call.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_vero.Accepted);
    }

    [Fact]
    public async Task Many_requests_at_a_time_get_their_results()
    {
        _vero.Respond(FakeResponse.Status(HttpStatusCode.BadRequest), userId: "7");

        DeliveryCounts counts = await _vero.IdentifyAllAsync(Enumerable.Range(0, 100).Select(i => Identify($$"""{"id":"{{i}}"}""")), cancellationToken: None);

        Assert.Equal((99, 1), (counts.Delivered, counts.Rejected));
        Assert.Equal(100, _vero.Requests.Count);
    }

    [Fact]
    public async Task A_failed_assertion_shows_what_differs()
    {
        await _vero.IdentifyAsync(Identify("""{"id":"1","data":{"plan":"Free","age":36,"tags":["a","b"],"home":{"a/b~":1}}}"""), None);

        VeroAssertionException exception = Assert.Throws<VeroAssertionException>(() =>
            _vero.AssertIdentified("1", """{"id":"1","email":"ada@example.com","data":{"plan":"Pro","tags":["a","c","d"],"home":{"a/b~":1.5}}}"""));

        Assert.Equal(
            """
            The Identify request of user '1' differs from what was expected:
              /email: missing, expected "ada@example.com"
              /data/plan: expected "Pro", was "Free"
              /data/tags/1: expected "c", was "b"
              /data/tags/2: missing, expected "d"
              /data/home/a~1b~0: expected 1.5, was 1
              /data/age: not expected, was 36
            It was: {"id":"1","data":{"plan":"Free","age":36,"tags":["a","b"],"home":{"a/b~":1}}}
            """.ReplaceLineEndings("\n"),
            exception.Message);
    }

    [Fact]
    public async Task The_nearest_request_is_compared_and_an_equal_one_is_enough()
    {
        await _vero.IdentifyAsync(Identify("""{"id":"1","data":{"a":1,"b":2,"c":3}}"""), None);
        await _vero.IdentifyAsync(Identify("""{"id":"1","data":{"b":2.0,"a":1}}"""), None);

        _vero.AssertSent(Identify("""{"id":"1","data":{"a":1,"b":2}}"""));
        string message = Assert.Throws<VeroAssertionException>(() => _vero.AssertIdentified("1", """{"id":"1","data":{"a":9,"b":2,"c":3}}""")).Message;
        Assert.Contains("\n  /data/a: expected 9, was 1\nIt was", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_sent_is_said_with_what_was()
    {
        Assert.Equal("No identify of user '1' was accepted. No request was received.", Assert.Throws<VeroAssertionException>(() => _vero.Identified("1")).Message);
        await _vero.UnsubscribeAsync(new VeroIdentity("2"), None);

        Assert.Equal("No identify of user '1' was accepted. Received: Unsubscribe of '2'.", Assert.Throws<VeroAssertionException>(() => _vero.Identified("1")).Message);
        Assert.Equal("Expected no request. Received: Unsubscribe of '2'.", Assert.Throws<VeroAssertionException>(_vero.AssertNothingSent).Message);
        Assert.Equal(
            "Expected one event 'a' of user '2', but 0 were accepted. Received: Unsubscribe of '2'.",
            Assert.Throws<VeroAssertionException>(() => _vero.Tracked("2", "a")).Message);
        Assert.Throws<ArgumentException>(() => _vero.AssertIdentified("1", "{"));
        _vero.Reset();
        _vero.AssertNothingSent();
    }

    [Fact]
    public void A_response_that_makes_no_sense_is_an_exception()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeResponse.Status(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => FakeResponse.Success.After(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _vero.Respond(FakeResponse.Success, times: 0));
    }

    private static IdentifyRequest Identify(string json) => IdentifyRequest.Parse(json);

    private Task SendAsync(string json) => _vero.SendAsync(TrackRequest.Parse(json), None);
}
