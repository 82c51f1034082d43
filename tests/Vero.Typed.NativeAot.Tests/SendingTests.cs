using System.Text;
using Vero.Typed.Sandbox;

namespace Vero.Typed.NativeAot.Tests;

public sealed class SendingTests(PublishedSample sample)
{
    private const string Subscriber = """{"id":"1906","email":"grace@example.com","data":{"subscribedOn":"2026-12-09","issuesRead":"7"}}""";

    [Fact]
    public async Task The_client_alone_sends_every_kind_of_value()
    {
        await using VeroSandbox vero = await StartAsync();

        ProgramRun run = await sample.RunAsync([vero.BaseAddress.ToString()], ("Vero__AuthToken", vero.AuthToken));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal([Customer(campaign: "", tags: ""), Subscriber], Bodies(vero));
        Assert.Equal(Bodies(vero), run.Output.Trim().ReplaceLineEndings("\n").Split('\n'));
        Assert.Empty(vero.Violations);
        Assert.DoesNotContain(vero.AuthToken, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_binds_its_options_and_sends_what_is_in_the_queue_before_it_ends()
    {
        await using VeroSandbox vero = await StartAsync();

        ProgramRun run = await sample.RunAsync(
            ["hosted", $"--Vero:BaseAddress={vero.BaseAddress}", "--Campaign:Tags:1=open day"],
            ("Vero__AuthToken", vero.AuthToken), ("Campaign__Name", "autumn"));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal(
            [Customer(campaign: "\"campaign\":\"autumn\",", tags: "\"garden\",\"open day\""), Subscriber], Bodies(vero).Order(StringComparer.Ordinal));
        Assert.Empty(vero.Violations);
    }

    [Theory]
    [InlineData("direct", "Set VeroClientOptions.AuthToken")]
    [InlineData("hosted", "the environment variable Vero__AuthToken")]
    public async Task Without_a_token_it_says_how_to_set_one(string way, string advice)
    {
        ProgramRun run = await sample.RunAsync(way == "hosted" ? [way] : []);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("AuthToken is missing.", run.Errors, StringComparison.Ordinal);
        Assert.Contains(advice, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_the_application_are_checked_by_generated_code()
    {
        ProgramRun run = await sample.RunAsync(["hosted", "--Campaign:Name="], ("Vero__AuthToken", "any"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Campaign:Name is missing.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("hosted")]
    public async Task A_refused_token_is_told_and_not_shown(string way)
    {
        await using VeroSandbox vero = await StartAsync();
        string address = vero.BaseAddress.ToString();

        ProgramRun run = await sample.RunAsync(
            way == "hosted" ? [way, $"--Vero:BaseAddress={address}"] : [address], ("Vero__AuthToken", "wrong-token"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("401", run.Errors, StringComparison.Ordinal);
        Assert.Empty(vero.Profiles);
        Assert.DoesNotContain("wrong-token", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_the_bodies_and_sends_nothing()
    {
        ProgramRun run = await sample.RunAsync([], ("Vero__DryRun", "true"));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal([Customer(campaign: "", tags: ""), Subscriber], run.Output.Trim().ReplaceLineEndings("\n").Split('\n'));
    }

    // One line on the wire.
    private static string Customer(string campaign, string tags) =>
        $$$$"""
        {"id":"0198f2a4-6d1c-7c3e-9a55-0f2b7c4d8e10","email":"ada@example.com",
        "channels":[{"type":"push","platform":"android","address":"fcm-7c1e"},{"type":"push","platform":"ios","address":"apns-b2e9"}],
        "data":{"nickname":"Countess","first_name":"Ada \"the first\" 👩🏽‍💻","company":null,"is_vip":true,"visits":42,
        "lifetime_value":1249.50,"score":0.87,"plan":"pro-2026","interests":"Garden, Kitchen","signed_up_at":"2026-03-01T09:30:00+10:00",
        "birthday":"1995-12-10","longest_visit":"01:15:00","referred_by":"0198f2a4-0000-7000-8000-000000000001",
        "homepage":"https://example.com/ada",{{{{campaign}}}}"tags":[{{{{tags}}}}],"home":{"city":"Brisbane","country":"AU"},
        "orders":[{"placed_on":"2026-03-02","total":19.90},
        {"placed_on":"2026-04-09","total":1229.60,"delivered_to":{"city":"Zürich","country":"CH"}}],
        "points_by_shop":{"Brisbane":120,"Zürich":7},"timezone":10,"language":"en-AU","userAgent":"ExampleBrowser/1.0",
        "found_us_by":"a friend","would_recommend":9,"may_be_called":false}}
        """.ReplaceLineEndings("");

    private static string[] Bodies(VeroSandbox vero) => [.. vero.Requests.Select(static request => Encoding.UTF8.GetString(request.Body.Span))];

    private static Task<VeroSandbox> StartAsync() => VeroSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
