using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Vero.Typed.Sandbox.Tests;

/// <summary>The JSON API for the page and for tests in any language.</summary>
public sealed class AdminTests : RunningSandbox
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Requests_can_be_listed_searched_and_read()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1","data":{"plan":"Pro"}}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"2"},"event_name":"Placed order"}""");
        await Sandbox.IdentifyAsync("""{"id":"3","data":{"timezone":"x"}}""").StatusAsync();

        JsonNode list = await GetAsync("requests");
        Assert.Equal(["1", "2", "3"], list.AsArray().Select(request => request!["userId"]!.GetValue<string>()));
        Assert.Equal(("track", "Placed order", 200), (list[1]!["operation"]!.GetValue<string>(), list[1]!["eventName"]!.GetValue<string>(), list[1]!["status"]!.GetValue<int>()));
        Assert.Equal(["1"], (await GetAsync("requests?search=pRo")).AsArray().Select(request => request!["userId"]!.GetValue<string>()));

        JsonNode detail = await GetAsync("requests/3");
        Assert.Equal("""{"id":"3","data":{"timezone":"x"}}""", detail["body"]!.GetValue<string>());
        Assert.Equal(
            """[{"path":"/data/timezone","message":"must be an integer, not a string","rule":"VERO104"}]""",
            detail["violations"]!.ToJsonString());
        Assert.Equal("?auth_token=***", detail["query"]!.GetValue<string>());
    }

    [Fact]
    public async Task Users_and_events_can_be_read()
    {
        await AcceptedAsync(VeroOperation.Identify, """{"id":"a/b?c","email":"ada@example.com"}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"a/b?c"},"event_name":"Placed order"}""");
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"a/b?c"},"event_name":"Placed order"}""");

        Assert.Equal("ada@example.com", (await GetAsync("users"))[0]!["email"]!.GetValue<string>());
        JsonNode user = await GetAsync("users/" + Uri.EscapeDataString("a/b?c"));
        Assert.Equal("a/b?c", user["profile"]!["id"]!.GetValue<string>());
        Assert.Equal([false, true], user["events"]!.AsArray().Select(recorded => recorded!["isDropped"]!.GetValue<bool>()));
        Assert.Single((await GetAsync("events")).AsArray());
    }

    [Fact]
    public async Task Credentials_are_never_shown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Sandbox.BaseAddress, "users/track?a=1&Auth_Token=live%2Btoken&tracking_api_key=other&auth%5Ftoken=third"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "bearer-secret");
        request.Headers.Add("Cookie", "session=cookie-secret");
        request.Content = new StringContent("""{"id":"1"}""", new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        string detail = await _http.GetStringAsync(new Uri(Sandbox.PageAddress, "/admin/requests/1"), TestContext.Current.CancellationToken);

        Assert.All((string[])["live", "other", "third", "bearer-secret", "cookie-secret"], secret => Assert.DoesNotContain(secret, detail, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        // The control: they are in what arrived.
        Assert.Contains("live", Sandbox.Requests[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_can_be_set_and_ended()
    {
        using (HttpResponseMessage set = await _http.PostAsJsonAsync(
            new Uri(Sandbox.PageAddress, "/admin/faults"), new { operation = "identify", status = 503, times = 1, retryAfterSeconds = 2 }, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);

        Assert.Equal(503, (await GetAsync("faults"))[0]!["status"]!.GetValue<int>());
        Assert.Equal(503, await Sandbox.IdentifyAsync("""{"id":"1"}""").StatusAsync());
        Assert.Equal(200, await Sandbox.IdentifyAsync("""{"id":"1"}""").StatusAsync());
        Assert.Empty((await GetAsync("faults")).AsArray());

        Sandbox.Inject(new SandboxFault { Status = 500 });
        using (await _http.DeleteAsync(new Uri(Sandbox.PageAddress, "/admin/faults"), TestContext.Current.CancellationToken))
            Assert.Equal(200, await Sandbox.IdentifyAsync("""{"id":"1"}""").StatusAsync());
    }

    [Theory]
    [InlineData("""{"status":99}""", "application/json", 400)]
    [InlineData("""{"operation":"fly"}""", "application/json", 400)]
    [InlineData("""{"misspelt":1}""", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("{", "application/json", 400)]
    [InlineData("""{"status":500}""", "text/plain", 415)]
    public async Task A_fault_that_is_none_is_rejected(string json, string contentType, int status)
    {
        using var content = new StringContent(json, new MediaTypeHeaderValue(contentType));
        using HttpResponseMessage response = await _http.PostAsync(new Uri(Sandbox.PageAddress, "/admin/faults"), content, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"]!.GetValue<int>());
        Assert.Equal(200, await Sandbox.IdentifyAsync("""{"id":"1"}""").StatusAsync());
    }

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("GET", "requests/1")]
    [InlineData("GET", "requests/-1")]
    [InlineData("GET", "users/42")]
    [InlineData("GET", "plan")]
    [InlineData("POST", "requests")]
    public async Task What_is_not_there_is_404(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Sandbox.PageAddress, "/admin/" + path));
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(Sandbox.Requests);
    }

    [Fact]
    public async Task Everything_can_be_removed()
    {
        await AcceptedAsync(VeroOperation.Track, """{"identity":{"id":"1"},"event_name":"Placed order"}""");

        using HttpResponseMessage response = await _http.DeleteAsync(new Uri(Sandbox.PageAddress, "/admin"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(Sandbox.Requests);
        Assert.Empty(Sandbox.Profiles);
        Assert.Empty(Sandbox.Events);
        await AcceptedAsync(VeroOperation.Identify, """{"id":"1"}""");
        Assert.Equal(1, Assert.Single(Sandbox.Requests).Number);
    }

    [Fact]
    public async Task The_stream_goes_on_where_a_reader_was()
    {
        for (int i = 1; i <= 3; i++)
            await AcceptedAsync(VeroOperation.Identify, $$"""{"id":"{{i}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Sandbox.PageAddress, "/admin/stream"));
        request.Headers.Add("Last-Event-ID", "2");
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("id: 3", await NextAsync("id:"));
        await AcceptedAsync(VeroOperation.Identify, """{"id":"4"}""");
        Assert.Equal("id: 4", await NextAsync("id:"));
        Sandbox.Clear();
        Assert.Equal("event: clear", await NextAsync("event: clear"));

        async Task<string> NextAsync(string start)
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith(start, StringComparison.Ordinal))
                    return line;
            }

            throw new InvalidOperationException("The stream has ended.");
        }
    }

    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_end()
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(Sandbox.PageAddress, "/admin/stream"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        long start = TimeProvider.System.GetTimestamp();

        await Sandbox.DisposeAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    private async Task<JsonNode> GetAsync(string path) =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(Sandbox.PageAddress, "/admin/" + path), TestContext.Current.CancellationToken))!;
}
