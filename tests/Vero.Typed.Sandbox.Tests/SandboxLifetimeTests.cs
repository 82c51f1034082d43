using System.Net;

namespace Vero.Typed.Sandbox.Tests;

public sealed class SandboxLifetimeTests
{
    private const string Ada = """{"id":"1"}""";

    [Fact]
    public async Task It_listens_on_loopback_at_a_free_port()
    {
        await using VeroSandbox sandbox = await StartAsync();

        Assert.Equal("127.0.0.1", sandbox.BaseAddress.Host);
        Assert.NotEqual(0, sandbox.BaseAddress.Port);
        Assert.Equal($"http://127.0.0.1:{sandbox.BaseAddress.Port}/api/v2/", sandbox.BaseAddress.ToString());
    }

    [Fact]
    public async Task Two_at_once_know_nothing_of_each_other()
    {
        await using VeroSandbox first = await StartAsync();
        await using VeroSandbox second = await StartAsync(new VeroSandboxOptions { FreeformValues = SandboxFreeformValues.Strings });

        Assert.Equal(200, await first.IdentifyAsync("""{"id":"1","data":{"age":36}}""").StatusAsync());
        Assert.Equal(400, await second.IdentifyAsync("""{"id":"1","data":{"age":36}}""").StatusAsync());
        Assert.Equal(401, await second.IdentifyAsync(Ada, $"?auth_token={Uri.EscapeDataString(first.AuthToken)}").StatusAsync());

        Assert.Single(first.Profiles);
        Assert.Empty(second.Profiles);
    }

    [Fact]
    public async Task What_was_stored_can_be_read_after_it_has_stopped()
    {
        VeroSandbox sandbox = await StartAsync();
        await sandbox.IdentifyAsync(Ada).StatusAsync();
        await sandbox.DisposeAsync();

        Assert.Single(sandbox.Profiles);
        Assert.Single(sandbox.Requests);
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.IdentifyAsync(Ada));
    }

    [Fact]
    public async Task A_restart_at_the_same_port_begins_empty()
    {
        VeroSandbox first = await StartAsync(new VeroSandboxOptions { AuthToken = "token" });
        await first.IdentifyAsync(Ada).StatusAsync();
        await first.DisposeAsync();

        await using VeroSandbox second = await StartAsync(new VeroSandboxOptions { AuthToken = "token", Port = first.BaseAddress.Port });

        Assert.Equal(first.BaseAddress, second.BaseAddress);
        Assert.Empty(second.Profiles);
        Assert.Equal(200, await second.IdentifyAsync(Ada).StatusAsync());
    }

    [Fact]
    public async Task It_can_be_disposed_twice()
    {
        VeroSandbox sandbox = await StartAsync();

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_taken_port_is_an_IOException()
    {
        await using VeroSandbox first = await StartAsync();

        await Assert.ThrowsAsync<IOException>(() => StartAsync(new VeroSandboxOptions { Port = first.BaseAddress.Port }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_blank_token_is_rejected(string token) =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new VeroSandboxOptions { AuthToken = token }));

    [Fact]
    public async Task Settings_of_the_program_around_it_do_not_count()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:1");
        try
        {
            await using VeroSandbox sandbox = await StartAsync();

            Assert.Equal(IPAddress.Loopback, IPAddress.Parse(sandbox.BaseAddress.Host));
            Assert.Equal(200, await sandbox.IdentifyAsync(Ada).StatusAsync());
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    private static Task<VeroSandbox> StartAsync(VeroSandboxOptions? options = null) =>
        VeroSandbox.StartAsync(options, TestContext.Current.CancellationToken);
}
