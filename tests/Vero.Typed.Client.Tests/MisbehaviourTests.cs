using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class MisbehaviourTests
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string ChunkedHead = $"HTTP/1.1 200 OK\r\n{Json}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    private const string Html = "<html><body>Please log in</body></html>";

    /// <summary>Answers that are as good as Vero's own.</summary>
    private static readonly Dictionary<string, Response> Successes = new()
    {
        ["empty body"] = Answer(200, ""),
        ["white space"] = Answer(200, " \r\n\t"),
        ["204"] = Raw("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        ["202"] = Answer(202, Accepted),
        ["HTTP/1.0 until the connection closes"] = Raw($"HTTP/1.0 200 OK\r\n{Json}\r\n{Accepted}"),
        ["chunked"] = Raw($"{ChunkedHead}5\r\n{Accepted[..5]}\r\n{Accepted.Length - 5:x}\r\n{Accepted[5..]}\r\n0\r\n\r\n"),
        ["byte order mark"] = Answer(200, "\uFEFF" + Accepted),
        ["no content type"] = Answer(200, Accepted, ""),
        ["labelled text/html"] = Answer(200, Accepted, "Content-Type: text/html\r\n"),
        ["charset=bogus"] = Answer(200, Accepted, "Content-Type: application/json; charset=bogus\r\n"),
        ["charset=utf-7"] = Answer(200, Accepted, "Content-Type: application/json; charset=utf-7\r\n"),
        ["malformed content type"] = Answer(200, Accepted, "Content-Type: ;;;/\r\n"),
        ["gzip that is none"] = Answer(200, Accepted, $"{Json}Content-Encoding: gzip\r\n"),
        ["invalid UTF-8 in the message"] = Answer(200, [.. """{"status":200,"message":"a"""u8, 0xFF, 0xC3, .. "\"}"u8]),
        ["no status"] = Answer(200, "{}"),
        ["status as text"] = Answer(200, """{"status":"200"}"""),
        ["no status yet"] = Answer(200, """{"status":null}"""),
        ["status, then nonsense"] = Answer(200, """{"status":200,oops"""),
        ["half a surrogate pair"] = Answer(200, """{"message":"\ud800","status":200}"""),
        ["half a surrogate pair in a key"] = Answer(200, """{"\ud800":1,"status":200}"""),
        ["half a surrogate pair in a key like ours"] = Answer(200, """{"s\ud800tatus":1,"messag\udc00e":2,"status":200}"""),
        ["invalid UTF-8 in a key"] = Answer(200, [.. "{\"\\u0061"u8, 0xFF, .. "\":1,\"status\":200}"u8]),
        ["line breaks in the message"] = Answer(200, """{"status":200,"message":"a\nb"}"""),
        ["nested objects"] = Answer(200, """{"meta":{"status":500},"status":200}"""),
        ["more than the limit"] = Answer(200, $$"""{"status":200,"message":"{{new string('x', 200_000)}}"}"""),
        ["endless body"] = Endless($"HTTP/1.1 200 OK\r\n{Json}\r\n{{\"status\":200,\"message\":\"", "all is well "),
        ["an early hint first"] = Raw($"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{{}}"),
    };

    private static readonly Dictionary<string, (Response Respond, Type Exception, bool IsTransient, string Message)> Failures = new()
    {
        ["closed"] = (Raw(""), typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["reset"] = (Reset, typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["half a status line"] = (Raw("HTTP/1.1 20"), typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["half the headers"] = (Raw("HTTP/1.1 200 OK\r\nContent-Le"), typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["half the body"] = (Raw($"HTTP/1.1 200 OK\r\n{Json}Content-Length: 40\r\n\r\n{{\"sta"), typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["half a chunk"] = (Raw($"{ChunkedHead}ff\r\n{{"), typeof(VeroConnectionException), true, ErrorMessages.ConnectionClosed),
        ["bad chunk size"] = (Raw($"{ChunkedHead}zz\r\n{Accepted}\r\n0\r\n\r\n"), typeof(VeroProtocolException), false, ErrorMessages.NotHttp),
        ["garbage status line"] = (Raw($"SSH-2.0-{Clients.Token} {Clients.Email}\r\n\r\n"), typeof(VeroProtocolException), false, ErrorMessages.NotHttp),
        ["two-digit status"] = (Raw("HTTP/1.1 20 OK\r\n\r\n"), typeof(VeroProtocolException), false, ErrorMessages.NotHttp),
        ["endless headers"] = (Endless("HTTP/1.1 200 OK\r\n", "X-More: of the same\r\n"), typeof(VeroProtocolException), false, ErrorMessages.TooLarge),
        ["html"] = (Answer(200, Html, "Content-Type: text/html; charset=utf-8\r\n"), typeof(VeroProtocolException), false, $"but with text/html {ErrorMessages.NotVero}. Check for a proxy or a captive portal."),
        ["html without a label"] = (Answer(200, Html, ""), typeof(VeroProtocolException), false, "content of unknown type"),
        ["endless html"] = (Endless("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", Html), typeof(VeroProtocolException), false, "text/html"),
        ["endless blanks"] = (Endless("HTTP/1.1 200 OK\r\n\r\n", "    "), typeof(VeroProtocolException), false, ErrorMessages.NotVero),
        ["a JSON array"] = (Answer(200, "[]"), typeof(VeroProtocolException), false, "application/json"),
        ["status that is no number"] = (Answer(200, """{"status":"ok"}"""), typeof(VeroProtocolException), false, "application/json"),
        ["status beyond all numbers"] = (Answer(200, """{"status":99999999999}"""), typeof(VeroProtocolException), false, "application/json"),
        ["status in pieces"] = (Answer(200, """{"status":{"code":400}}"""), typeof(VeroProtocolException), false, "application/json"),
        ["cut JSON"] = (Answer(200, "{\"message\":\"Suc"), typeof(VeroProtocolException), false, "application/json"),
        ["real gzip"] = (Answer(200, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], $"{Json}Content-Encoding: gzip\r\n"), typeof(VeroProtocolException), false, "application/json"),
    };

    private static readonly Dictionary<string, (Response Respond, int Status, bool IsTransient, string? Said, string Message)> Refusals = new()
    {
        ["200 that says 400"] = (Answer(200, """{"status": 400, "message": "Bad Request"}"""), 400, false, "Bad Request", "status 400: \"Bad Request\""),
        ["200 that says 500"] = (Answer(200, """{"status": 500}"""), 500, true, null, "status 500. " + ErrorMessages.MaySucceedLater),
        ["200 that says 400 as text"] = (Answer(200, """{"status":"400","message":"Bad Request"}"""), 400, false, "Bad Request", "status 400"),
        ["200 that says 400, then 200"] = (Answer(200, """{"status":400,"status":200}"""), 400, false, null, "status 400"),
        ["200 that says 200, then 400"] = (Answer(200, """{"status":200,"status":400}"""), 400, false, null, "status 400"),
        ["101"] = (Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), 101, false, null, "status 101"),
        ["400"] = (Answer(400, """{"status":400,"message":"Bad Request"}"""), 400, false, "Bad Request", "status 400: \"Bad Request\". Vero rejected the data"),
        ["401"] = (Answer(401, """{"status":401,"message":"Invalid authentication"}"""), 401, false, "Invalid authentication", ErrorMessages.TokenRejected + " Vero:AuthToken"),
        ["403"] = (Answer(403, ""), 403, false, null, "https://app.getvero.com/settings/project"),
        ["404"] = (Answer(404, """{"status":404,"message":"The resource doesn't exist"}"""), 404, false, "The resource doesn't exist", ErrorMessages.CheckBaseAddress),
        ["405"] = (Answer(405, ""), 405, false, null, "status 405"),
        ["408"] = (Answer(408, ""), 408, true, null, ErrorMessages.MaySucceedLater),
        ["409"] = (Answer(409, ""), 409, false, null, "status 409"),
        ["413"] = (Answer(413, ""), 413, false, null, "too large"),
        ["429"] = (Answer(429, ""), 429, true, null, ErrorMessages.MaySucceedLater),
        ["500"] = (Answer(500, """{"status":500,"message":"An error occurred with our API"}"""), 500, true, "An error occurred with our API", ErrorMessages.MaySucceedLater),
        ["501"] = (Answer(501, ""), 501, false, null, "status 501"),
        ["502 of a proxy"] = (Answer(502, Html, "Content-Type: text/html\r\n"), 502, true, null, $"The response was text/html {ErrorMessages.NotVero}, so it may be that of a proxy"),
        ["503"] = (Answer(503, ""), 503, true, null, ErrorMessages.MaySucceedLater),
        ["504"] = (Answer(504, ""), 504, true, null, ErrorMessages.MaySucceedLater),
        ["304"] = (Raw("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"), 304, false, null, "status 304"),
        ["999"] = (Answer(999, ""), 999, false, null, "status 999"),
        ["endless 500"] = (Endless($"HTTP/1.1 500 Oops\r\n{Json}\r\n{{\"message\":\"first\",\"more\":\"", "and more "), 500, true, "first", "\"first\""),
        ["invalid UTF-8"] = (Answer(400, [.. "{\"message\":\"a"u8, 0xFF, .. "b\"}"u8]), 400, false, "(3 characters, not shown)", "status 400"),
        ["control characters"] = (Answer(400, """{"message":"a\u0000b\r\nc\u001b[31m\u202ed"}"""), 400, false, "(13 characters, not shown)", "status 400"),
        ["a long message"] = (Answer(400, $$"""{"message":"{{new string('x', 5000)}}"}"""), 400, false, new string('x', 200) + "...", "xxx..."),
    };

    public static MatrixTheoryData<string, ClientKind> SuccessCases => new(Successes.Keys, Enum.GetValues<ClientKind>());

    public static MatrixTheoryData<string, ClientKind> FailureCases => new(Failures.Keys, Enum.GetValues<ClientKind>());

    public static MatrixTheoryData<string, ClientKind> RefusalCases => new(Refusals.Keys, Enum.GetValues<ClientKind>());

    public static MatrixTheoryData<int, ClientKind> RedirectCases => new([301, 302, 303, 307, 308], Enum.GetValues<ClientKind>());

    [Theory]
    [MemberData(nameof(SuccessCases))]
    public async Task An_answer_that_says_success_is_one(string name, ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = Successes[name] };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        await client.SendAsync();

        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [MemberData(nameof(FailureCases))]
    public async Task A_broken_answer_is_an_exception_with_advice(string name, ClientKind kind)
    {
        (Response respond, Type type, bool isTransient, string message) = Failures[name];
        await using var server = new LoopbackServer { Respond = respond };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        VeroException exception = await Assert.ThrowsAnyAsync<VeroException>(() => client.SendAsync());

        Assert.IsType(type, exception);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}"), exception.Message, StringComparison.Ordinal);
        Assert.Equal(isTransient, exception.IsTransient);
        Secrets.AssertNoneIn(exception);
        Assert.Single(server.Requests);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [MemberData(nameof(RefusalCases))]
    public async Task A_refusal_is_an_exception_with_status_and_advice(string name, ClientKind kind)
    {
        (Response respond, int status, bool isTransient, string? said, string message) = Refusals[name];
        await using var server = new LoopbackServer { Respond = respond };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(status, (int)exception.StatusCode);
        Assert.Equal(said, exception.VeroMessage);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(isTransient, exception.IsTransient);
        Secrets.AssertNoneIn(exception);
        Assert.Single(server.Requests);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [MemberData(nameof(RedirectCases))]
    public async Task A_redirect_is_not_followed(int status, ClientKind kind)
    {
        await using var elsewhere = new LoopbackServer();
        string location = new Uri(elsewhere.BaseAddress, $"users/track?auth_token={Clients.EncodedToken}").AbsoluteUri;
        await using var server = new LoopbackServer { Respond = Answer(status, "", $"Location: {location}\r\n") };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(status, (int)exception.StatusCode);
        Assert.False(exception.IsTransient);
        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
        Assert.Contains("to 127.0.0.1. ", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
        Assert.Empty(elsewhere.Requests);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [InlineData("", "an unknown location")]
    [InlineData("Location: /login?next=secret-path\r\n", "another path of 127.0.0.1")]
    [InlineData("Location: https://user:password@portal.example.test/login?next=secret-path\r\n", "portal.example.test")]
    [InlineData("Location: file:///etc/secret-path\r\n", "a location without a host")]
    [InlineData("Location: http://[broken\r\n", "an unknown location")]
    public async Task Of_a_redirect_only_the_host_is_named(string location, string named)
    {
        await using var server = new LoopbackServer { Respond = Answer(302, "", location) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Contains($"to {named}. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_a_borrowed_HttpClient_follows_without_the_body_is_not_taken_for_success()
    {
        await using var elsewhere = new LoopbackServer();
        await using var server = new LoopbackServer { Respond = Answer(302, "", $"Location: {elsewhere.BaseAddress}\r\n") };
        using var http = new HttpClient();
        using var client = new VeroClient(Clients.NewOptions(server.BaseAddress), http);

        var exception = await Assert.ThrowsAsync<VeroProtocolException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.StartsWith("GET", elsewhere.Single.Line, StringComparison.Ordinal);
        Assert.Contains("AllowAutoRedirect", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 7 ", 7)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999", null)]
    [InlineData("Mon, 23 Nov 2026 10:01:30 GMT", 90)]
    [InlineData("Monday, 23-Nov-26 10:01:30 GMT", 90)]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT", null)]
    public async Task RetryAfter_is_surfaced_and_a_date_is_measured_by_the_clock_of_the_server(string header, int? seconds)
    {
        await using var server = new LoopbackServer
        {
            Respond = Answer(429, "", $"Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nRetry-After: {header}\r\n"),
        };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), exception.RetryAfter);
    }

    [Fact]
    public async Task A_date_to_retry_after_is_measured_by_our_clock_if_the_server_does_not_show_its_own()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        await using var server = new LoopbackServer { Respond = Answer(503, "", "Retry-After: Mon, 23 Nov 2026 10:00:42 GMT\r\n") };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress, time);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(TimeSpan.FromSeconds(42), exception.RetryAfter);
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task Nobody_listening_is_a_connection_exception_that_names_host_and_port(ClientKind kind)
    {
        int port = FreePort();
        using OwnedClient client = Clients.Create(kind, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")));

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.True(exception.IsTransient);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port} (ConnectionRefused)"), exception.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        using OwnedClient client = Clients.Create(ClientKind.Own, new Uri("https://vero.invalid/api/v2/"));

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.True(exception.IsTransient);
        Assert.Contains(ErrorMessages.HostNotFound("vero.invalid"), exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
    }

    [Fact]
    public async Task A_connection_that_is_reset_before_the_request_is_read_is_a_connection_exception()
    {
        await using var server = new LoopbackServer
        {
            Connect = static socket =>
            {
                socket.LingerState = new LingerOption(true, 0);
                return false;
            },
        };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.True(exception.IsTransient);
        server.Connect = static _ => true;
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_named_without_its_address()
    {
        await using var proxy = new LoopbackServer { Respond = Answer(407, "") };
        using var http = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(new Uri($"http://boss:hunter2@127.0.0.1:{proxy.Port}")),
        });
        using var client = new VeroClient(Clients.NewOptions(new Uri("https://vero.invalid/")), http);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Contains(ErrorMessages.Proxy("vero.invalid:443"), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("CONNECT vero.invalid:443", proxy.Requests.First().Line, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
