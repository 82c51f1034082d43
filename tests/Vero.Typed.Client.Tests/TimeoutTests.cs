using Microsoft.Extensions.Time.Testing;
using static Vero.Typed.Client.Tests.LoopbackServer;

namespace Vero.Typed.Client.Tests;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What the server sends before it falls silent.</summary>
    private static readonly Dictionary<string, string> Silences = new()
    {
        ["at once"] = "",
        ["in the status line"] = "HTTP/1.1 2",
        ["in the headers"] = "HTTP/1.1 200 OK\r\nContent-Ty",
        ["before the body"] = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n",
        ["in the body"] = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{\"status\":200",
        ["in the body of a refusal"] = "HTTP/1.1 400 Bad\r\nContent-Length: 40\r\n\r\n{\"status\":400",
    };

    public static MatrixTheoryData<string, ClientKind> SilenceCases => new(Silences.Keys, [ClientKind.Own, ClientKind.Injected]);

    [Theory]
    [MemberData(nameof(SilenceCases))]
    public async Task A_server_that_falls_silent_is_given_up_when_the_time_is_over(string name, ClientKind kind)
    {
        var time = new FakeTimeProvider();
        var silent = new TaskCompletionSource();
        await using var server = new LoopbackServer { Respond = Stall(Silences[name], silent) };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, time);

        Task call = client.SendAsync();
        await silent.Task;
        time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var exception = await Assert.ThrowsAsync<VeroTimeoutException>(() => call);

        Assert.True(exception.IsTransient);
        Assert.Contains("within 00:00:30 (VeroClientOptions.Timeout)", exception.Message, StringComparison.Ordinal);
        Secrets.AssertNoneIn(exception);
        await client.AssertNextCallSucceedsAsync(server);
    }

    [Theory]
    [InlineData(ClientKind.Own)]
    [InlineData(ClientKind.Injected)]
    [InlineData(ClientKind.Borrowed)]
    public async Task A_server_that_drips_is_given_up_in_real_time(ClientKind kind)
    {
        await using var server = new LoopbackServer { Respond = Endless("HTTP/1.1 200 OK\r\nX-Slow: ", "") };
        using OwnedClient client = Clients.Create(kind, server.BaseAddress, timeout: TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<VeroTimeoutException>(() => client.SendAsync());
        await Assert.ThrowsAsync<VeroTimeoutException>(() => client.SendAsync());
    }
}
