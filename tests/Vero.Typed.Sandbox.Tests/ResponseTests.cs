namespace Vero.Typed.Sandbox.Tests;

public sealed class ResponseTests : RunningSandbox
{
    private const string Ada = """{"id":"1"}""";

    [Theory]
    [InlineData(Ada, null, 200, """{"status":200,"message":"Success."}""")]
    [InlineData("{}", null, 400, """{"status":400,"message":"Bad Request"}""")]
    [InlineData(Ada, "?auth_token=wrong", 401, Unauthorized)]
    public async Task The_response_is_that_of_the_contract(string body, string? query, int status, string text)
    {
        using HttpResponseMessage response = await Sandbox.IdentifyAsync(body, query);

        await AssertResponseAsync(response, status, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?auth_token")]
    [InlineData("?auth_token=")]
    [InlineData("?auth_token=wrong&auth_token=wrong")]
    [InlineData("?tracking_api_key=wrong")]
    public async Task Without_the_token_the_response_is_401(string query)
    {
        Assert.Equal(401, await Sandbox.IdentifyAsync(Ada, query).StatusAsync());

        Assert.Empty(Sandbox.Profiles);
        Assert.Equal("", Assert.Single(Sandbox.Violations).Path);
        Assert.DoesNotContain("wrong", Assert.Single(Sandbox.Violations).Message, StringComparison.Ordinal);
        Assert.Equal(401, Assert.Single(Sandbox.Requests).Status);
    }

    [Fact]
    public async Task The_token_can_have_the_name_of_the_official_clients() =>
        Assert.Equal(200, await Sandbox.IdentifyAsync(Ada, $"?tracking_api_key={Uri.EscapeDataString(Sandbox.AuthToken)}").StatusAsync());

    [Fact]
    public async Task The_token_given_twice_is_rejected()
    {
        string token = Uri.EscapeDataString(Sandbox.AuthToken);

        Assert.Equal(401, await Sandbox.IdentifyAsync(Ada, $"?auth_token={token}&auth_token={token}").StatusAsync());
    }

    [Fact]
    public async Task The_token_needs_percent_encoding_and_differs_between_sandboxes()
    {
        await using VeroSandbox other = await VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(Sandbox.AuthToken, other.AuthToken);
        Assert.NotEqual(Sandbox.AuthToken, Uri.EscapeDataString(Sandbox.AuthToken));
    }

    [Fact]
    public async Task The_body_is_looked_at_before_the_token() =>
        Assert.Equal(400, await Sandbox.IdentifyAsync("{}", "?auth_token=wrong").StatusAsync());

    [Theory]
    [InlineData("POST", "users/track/")]
    [InlineData("POST", "users/Track")]
    [InlineData("PUT", "users/edit")]
    [InlineData("GET", "heartbeat")]
    [InlineData("POST", "../v1/users/track")]
    [InlineData("POST", "")]
    public async Task A_path_of_no_operation_is_404(string method, string path)
    {
        using HttpResponseMessage response = await Sandbox.SendAsync(new HttpMethod(method), path, "{\"id\":\"1\"}"u8.ToArray());

        await AssertResponseAsync(response, 404, """{"status":404,"message":"The resource doesn\u0027t exist"}""");
        Assert.Empty(Sandbox.Profiles);
        Assert.Equal([new SandboxViolation("", "The path is not one of the Track API.")], Sandbox.Violations);
    }

    [Theory]
    [InlineData("GET", "users/track", "POST")]
    [InlineData("PUT", "users/track", "POST")]
    [InlineData("DELETE", "users/track", "POST")]
    [InlineData("POST", "users/reidentify", "PUT")]
    [InlineData("POST", "users/tags/edit", "PUT")]
    public async Task Another_method_is_405_and_says_which_one_is_right(string method, string path, string right)
    {
        using HttpResponseMessage response = await Sandbox.SendAsync(new HttpMethod(method), path, "{\"id\":\"1\"}"u8.ToArray());

        await AssertResponseAsync(response, 405, """{"status":405,"message":"Method Not Allowed"}""");
        Assert.Equal([right], response.Content.Headers.Allow);
        Assert.Empty(Sandbox.Profiles);
        Assert.Equal([new SandboxViolation("", $"The method must be {right}.")], Sandbox.Violations);
    }

    [Fact]
    public async Task HEAD_has_no_body()
    {
        using HttpResponseMessage response = await Sandbox.SendAsync(HttpMethod.Head, "users/track", []);

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_fails_as_often_as_asked_to()
    {
        Sandbox.FailNext(2);

        using HttpResponseMessage first = await Sandbox.IdentifyAsync(Ada);
        await AssertResponseAsync(first, 500, """{"status":500,"message":"An error occurred with our API"}""");
        Assert.Equal(404, await Sandbox.SendAsync(HttpMethod.Get, "other", []).StatusAsync());
        Assert.Equal(500, await Sandbox.IdentifyAsync(Ada).StatusAsync());
        Assert.Empty(Sandbox.Profiles);

        Assert.Equal(200, await Sandbox.IdentifyAsync(Ada).StatusAsync());
        Assert.Equal([500, 404, 500, 200], Sandbox.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_request_can_be_read_as_it_arrived()
    {
        await Sandbox.IdentifyAsync(Ada, "?auth_token=a%2Bb&x=%20").StatusAsync();

        SandboxRequest request = Assert.Single(Sandbox.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/api/v2/users/track", request.Path);
        Assert.Equal("?auth_token=a%2Bb&x=%20", request.Query);
        Assert.Equal("application/json", request.Headers["content-type"]);
        Assert.Equal(Ada, System.Text.Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal((1, VeroOperation.Identify, "1", 401), (request.Number, request.Operation, request.UserId, request.Status));
    }

    private const string Unauthorized =
        """{"status":401,"message":"Invalid authentication: You must provide a valid auth_token to access this resource."}""";

    private static async Task AssertResponseAsync(HttpResponseMessage response, int status, string text)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
