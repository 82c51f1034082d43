using System.Diagnostics;

namespace Vero.Typed.Sandbox.Tests;

public sealed class SandboxFaultTests : RunningSandbox
{
    private const string Ada = """{"id":"1"}""";

    [Fact]
    public async Task A_status_is_returned_instead_of_storing()
    {
        Sandbox.Inject(new SandboxFault { Status = 429, RetryAfter = TimeSpan.FromSeconds(1.5), Times = 1 });

        using HttpResponseMessage response = await Sandbox.IdentifyAsync(Ada);
        Assert.Equal((429, TimeSpan.FromSeconds(2)), ((int)response.StatusCode, response.Headers.RetryAfter!.Delta));
        Assert.Equal("""{"status":429,"message":"HTTP 429"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Sandbox.Profiles);

        Assert.Equal(200, await Sandbox.IdentifyAsync(Ada).StatusAsync());
        Assert.Equal([429, 200], Sandbox.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_connection_is_closed_without_a_response()
    {
        Sandbox.Inject(new SandboxFault { Reset = true, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Sandbox.IdentifyAsync(Ada));

        Assert.Equal(0, Assert.Single(Sandbox.Requests).Status);
        Assert.Empty(Sandbox.Profiles);
    }

    [Fact]
    public async Task A_response_is_delayed_and_the_request_is_stored()
    {
        Sandbox.Inject(new SandboxFault { Delay = TimeSpan.FromMilliseconds(300) });
        long start = Stopwatch.GetTimestamp();

        Assert.Equal(200, await Sandbox.IdentifyAsync(Ada).StatusAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(250), TimeSpan.FromMinutes(1));
        Assert.Single(Sandbox.Profiles);
    }

    [Fact]
    public async Task Only_the_operation_and_the_user_fail_that_were_named()
    {
        Sandbox.Inject(new SandboxFault { Operation = VeroOperation.Unsubscribe, UserId = "1", Status = 503 });

        Assert.Equal(200, await Sandbox.IdentifyAsync(Ada).StatusAsync());
        Assert.Equal(200, await Sandbox.SendAsync(VeroOperation.Unsubscribe, """{"id":"2"}""").StatusAsync());
        Assert.Equal(503, await Sandbox.SendAsync(VeroOperation.Unsubscribe, Ada).StatusAsync());

        Sandbox.ClearFaults();
        Assert.Equal(200, await Sandbox.SendAsync(VeroOperation.Unsubscribe, Ada).StatusAsync());
    }

    [Fact]
    public async Task A_rate_of_zero_never_fails()
    {
        Sandbox.Inject(new SandboxFault { Rate = 0, Status = 500 });

        for (int i = 0; i < 20; i++)
            Assert.Equal(200, await Sandbox.IdentifyAsync(Ada).StatusAsync());
    }

    public static TheoryData<SandboxFault> Impossible { get; } =
    [
        new SandboxFault { Status = 199 },
        new SandboxFault { Status = 600 },
        new SandboxFault { Rate = 1.1 },
        new SandboxFault { Rate = double.NaN },
        new SandboxFault { Times = -1 },
        new SandboxFault { Delay = TimeSpan.FromSeconds(-1) },
        new SandboxFault { Status = 429, RetryAfter = TimeSpan.FromSeconds(-1) },
    ];

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void A_value_out_of_range_is_an_exception(SandboxFault fault) => Assert.Throws<ArgumentException>(() => Sandbox.Inject(fault));
}
