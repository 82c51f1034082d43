using System.Globalization;
using System.Text;

namespace Vero.Typed.Client.Tests;

public sealed class WireTests
{
    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    [FaultRow(75)]
    public async Task The_request_is_these_bytes_and_no_others(ClientKind kind)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);
        using var activity = new System.Diagnostics.Activity("a trace is under way").Start();

        await client.SendAsync();

        WireRequest request = server.Single;
        Assert.Equal("POST /api/v2/users/track?auth_token=c2VjcmV0%2BL3Rva2Vu%2FNDI6OTk%3D HTTP/1.1", request.Line);
        Assert.Equal("""{"id":"customer-4711","email":"canary.bird@example.test"}""", request.Text);
        string[] headers = request.Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        string[] ours =
        [
            "Content-Length: 57",
            "Content-Type: application/json",
            string.Create(CultureInfo.InvariantCulture, $"Host: 127.0.0.1:{server.Port}"),
            "User-Agent: Vero.Typed/1.0.0 (.NET 10.0)",
        ];

        // A trace goes with the request only if the HttpClient is the caller's.
        Assert.Equal(ours, headers.Where(header => kind is not ClientKind.Borrowed || !header.StartsWith("traceparent", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/v2/")]
    [InlineData("/api/v2")]
    [InlineData("/api/v2//")]
    public async Task A_base_address_may_end_with_a_slash_or_not(string path)
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, new Uri(server.BaseAddress, path));

        await client.SendAsync();

        Assert.StartsWith("/api/v2/users/track?auth_token=", server.Single.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_address_may_have_no_path()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, new Uri(server.BaseAddress, "/"));

        await client.SendAsync();

        Assert.StartsWith("/users/track?auth_token=", server.Single.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_character_that_a_token_may_have_arrives()
    {
        string token = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)) + "%2B%0D%0A";
        await using var server = new LoopbackServer();
        using var client = new VeroClient(new VeroClientOptions { AuthToken = token, BaseAddress = server.BaseAddress });

        await client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken);

        string query = server.Single.Target.Split('?')[1];
        Assert.StartsWith("auth_token=", query, StringComparison.Ordinal);
        Assert.DoesNotContain('&', query);
        Assert.Equal(token, Uri.UnescapeDataString(query["auth_token=".Length..]));
    }

    [Fact]
    public async Task Text_of_every_script_arrives_as_it_was_serialized()
    {
        IdentifyRequest request = Clients.NewRequest("zażółć-客户-🐦-\"quoted\"");
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        await client.SendAsync(request);

        Assert.Equal(request.Utf8Json.ToArray(), server.Single.Body);
        Assert.Contains("客户-🐦", Encoding.UTF8.GetString(server.Single.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    public async Task A_cookie_that_the_server_sets_is_not_sent_back(ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = LoopbackServer.Answer(200, LoopbackServer.Accepted, "Set-Cookie: project=1; Path=/\r\n") };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        await client.SendAsync();
        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.HeaderNames));
    }

    [Fact]
    public async Task Many_calls_at_once_each_send_their_own_customer()
    {
        await using var server = new LoopbackServer();
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress);
        string[] ids = [.. Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"customer-{i}"))];

        await Task.WhenAll(ids.Select(id => client.SendAsync(Clients.NewRequest(id))));

        Assert.Equal(
            ids.Select(id => Clients.NewRequest(id).ToJson()).Order(StringComparer.Ordinal),
            server.Requests.Select(request => request.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Connections_are_used_again()
    {
        int connections = 0;
        await using var server = new LoopbackServer { Connect = _ => Interlocked.Increment(ref connections) > 0 };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress);

        for (int i = 0; i < 20; i++)
            await client.SendAsync();

        Assert.Equal(20, server.Requests.Count);
        Assert.Equal(1, connections);
    }
}
