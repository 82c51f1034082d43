using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class RetryTests
{
    private static readonly Response Success = Answer(200, Accepted);

    private static readonly Dictionary<string, Response> Passing = new()
    {
        ["408"] = Answer(408, ""),
        ["429"] = Answer(429, ""),
        ["500"] = Answer(500, """{"status":500,"message":"An error occurred with our API"}"""),
        ["502"] = Answer(502, "<html>", "Content-Type: text/html\r\n"),
        ["503"] = Answer(503, ""),
        ["504"] = Answer(504, ""),
        ["200 that says 503"] = Answer(200, """{"status":503}"""),
        ["closed"] = Raw(""),
        ["reset"] = Reset,
        ["half the body"] = Raw("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{\"sta"),
    };

    public static MatrixTheoryData<string, ClientKind> PassingCases => new(Passing.Keys, [ClientKind.Own, ClientKind.Injected]);

    [Theory]
    [MemberData(nameof(PassingCases))]
    public async Task A_failure_that_passes_is_not_noticed(string name, ClientKind kind)
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = InTurn(Passing[name], Passing[name], Success) };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, time, maxRetries: 2);

        await client.SendAsync();

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal(Clients.Request.ToJson(), request.Text));
        Assert.All(server.Requests, static request => Assert.Equal(1, request.Count(Clients.EncodedToken)));
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [MemberData(nameof(PassingCases))]
    public async Task A_failure_that_stays_is_thrown_with_the_number_of_attempts(string name, ClientKind kind)
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Passing[name] };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, time, maxRetries: 2);

        VeroException exception = await Assert.ThrowsAnyAsync<VeroException>(() => client.SendAsync());

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.EndsWith(" There were 3 attempts.", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.IsTransient);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        Secrets.AssertNoneIn(exception);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Fact]
    public async Task A_borrowed_HttpClient_is_used_again_as_well()
    {
        await using var server = new LoopbackServer { Respond = InTurn(Answer(503, ""), Success) };
        using OwnedClient client = Clients.Create(ClientKind.Borrowed, server.BaseAddress, maxRetries: 1);

        await client.SendAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(999)]
    public async Task A_refusal_that_stays_is_thrown_at_once(int status)
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Answer(status, "", "Retry-After: 1\r\n") };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress, time, maxRetries: 2);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Single(server.Requests);
        Assert.Empty(time.Waits);
        Assert.Equal(1, exception.Attempts);
        Assert.DoesNotContain("attempts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_not_secure_is_not_tried_again()
    {
        int connections = 0;
        var time = new JumpingTime();
        using X509Certificate2 certificate = TestCertificates.Create("self-made");
        await using var server = new LoopbackServer(certificate) { Connect = _ => Interlocked.Increment(ref connections) > 0 };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, maxRetries: 2);

        var exception = await Assert.ThrowsAsync<VeroConnectionException>(() => client.SendAsync());

        Assert.Equal(1, connections);
        Assert.Equal(1, exception.Attempts);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_Vero_is_not_asked_for_again()
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Answer(200, "<html>") };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, maxRetries: 2);

        await Assert.ThrowsAsync<VeroProtocolException>(() => client.SendAsync());

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public async Task As_many_retries_as_the_options_say(int maxRetries)
    {
        var time = new JumpingTime(TimeSpan.FromHours(1));
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, TimeSpan.FromHours(1), maxRetries);

        VeroException exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(maxRetries + 1, server.Requests.Count);
        Assert.Equal(maxRetries + 1, exception.Attempts);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(6, 8)]
    [InlineData(10, 8)]
    public void Waits_grow_twofold_up_to_a_limit(int attempts, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), VeroRetries.LongestBackoff(attempts));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    public async Task Waits_are_spread_over_all_of_their_range(int maxRetries, double longest)
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, maxRetries: maxRetries);

        for (int i = 0; i < 60; i++)
            await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        // That none of 60 falls into a certain third of the range has a chance of one in 10^10.
        Assert.All(time.Waits, wait => Assert.InRange(wait.TotalSeconds, 0, longest));
        Assert.Contains(time.Waits, wait => wait.TotalSeconds < longest / 3);
        Assert.Contains(time.Waits, wait => wait.TotalSeconds > longest * 2 / 3);
    }

    [Fact]
    public async Task What_is_left_of_the_deadline_shrinks_with_every_attempt()
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Answer(503, "", "Retry-After: 14\r\n") };
        using OwnedClient client = Clients.Create(ClientKind.Injected, server.BaseAddress, time, maxRetries: 10);

        var exception = await Assert.ThrowsAsync<VeroApiException>(() => client.SendAsync());

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.Contains("Retry-After is 00:00:14, longer than the time left (00:00:02", exception.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(28), time.Elapsed);
    }

    [Fact]
    public async Task The_deadline_is_that_of_all_attempts_together()
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer();
        server.Respond = (stream, cancel) =>
        {
            // The last answer never comes: the clock may still be busy on another thread, and the deadline a moment late.
            time.Advance(TimeSpan.FromSeconds(12));
            Response respond = server.Requests.Count < 3 ? Answer(503, "") : Stall("", new TaskCompletionSource());
            return respond(stream, cancel);
        };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, maxRetries: 10);

        var exception = await Assert.ThrowsAsync<VeroTimeoutException>(() => client.SendAsync());

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.IsType<VeroApiException>(exception.InnerException);
        Assert.Contains("within 00:00:30", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Fact]
    public async Task A_server_that_stays_silent_until_the_deadline_is_not_asked_again()
    {
        var time = new JumpingTime();
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall("", silent) };
        using OwnedClient client = Clients.Create(ClientKind.Own, server.BaseAddress, time, maxRetries: 2);

        Task call = client.SendAsync();
        await silent.Task;
        time.Advance(TimeSpan.FromSeconds(30));
        var exception = await Assert.ThrowsAsync<VeroTimeoutException>(() => call);

        Assert.Single(server.Requests);
        Assert.Equal(1, exception.Attempts);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Fact]
    public async Task Two_retries_are_the_default()
    {
        var time = new JumpingTime();
        await using var server = new LoopbackServer { Respond = Answer(503, "") };
        using var client = new VeroClient(new VeroClientOptions { AuthToken = Clients.Token, BaseAddress = server.BaseAddress }, time);

        await Assert.ThrowsAsync<VeroApiException>(() => client.IdentifyAsync(Clients.Request, TestContext.Current.CancellationToken));

        Assert.Equal(3, server.Requests.Count);
    }
}
