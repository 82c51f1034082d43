using NodaTime;
using Quickstart;
using Vero.Typed.Sandbox;

namespace Vero.Typed.Quickstart.Tests;

public sealed class ProfileComparisonTests
{
    private static readonly Dictionary<string, string> Ada = new(StringComparer.Ordinal)
    {
        ["customer_id"] = "1",
        ["email"] = "ada@example.com",
        ["first_name"] = "Ada",
        ["last_name"] = "Łucja \"👩🏽\"\n",
        ["plan"] = "Pro",
        ["signed_up_on"] = "2024-02-29",
        ["lifetime_value"] = "12.50",
        ["score"] = "1e-7",
        ["newsletter"] = "yes",
        ["time_zone"] = "+5:30",
        ["language"] = "en-AU",
        ["user_agent"] = "Browser",
        ["android_token"] = "a",
        ["ios_tokens"] = "b;c",
        ["about"] = "x",
        ["note"] = "seen",
    };

    [Fact]
    public async Task A_row_arrives_as_expected() => Assert.Empty(await DifferencesAsync(Ada, Ada));

    [Fact]
    public async Task A_row_of_empty_cells_arrives_as_expected()
    {
        Dictionary<string, string> nobody = Ada.ToDictionary(cell => cell.Key, cell => "");
        nobody["customer_id"] = "2";

        Assert.Empty(await DifferencesAsync(nobody, nobody));
    }

    [Theory]
    [InlineData("email", "bob@example.com", "email")]
    [InlineData("email", "", "email")]
    [InlineData("first_name", "ada", "data.first_name")]
    [InlineData("first_name", "", "data.first_name")]
    [InlineData("last_name", "Łucja \"👩🏽\"", "data.last_name")]
    [InlineData("plan", "Free", "data.plan")]
    [InlineData("signed_up_on", "2024-03-01", "data.signed_up_on")]
    [InlineData("lifetime_value", "12.51", "data.lifetime_value")]
    [InlineData("score", "1e-8", "data.score")]
    [InlineData("newsletter", "no", "data.newsletter")]
    [InlineData("time_zone", "+4:30", "data.timezone")]
    [InlineData("time_zone", "-5:30", "data.timezone")]
    [InlineData("language", "en-GB", "data.language")]
    [InlineData("user_agent", "", "data.userAgent")]
    [InlineData("android_token", "b", "channels")]
    [InlineData("ios_tokens", "b", "channels")]
    [InlineData("ios_tokens", "c;b", "channels")]
    [InlineData("about", "y", "data.about")]
    public async Task A_cell_that_arrived_differently_is_named(string column, string cell, string difference)
    {
        var expected = new Dictionary<string, string>(Ada) { [column] = cell };

        Assert.Equal([difference], await DifferencesAsync(sent: Ada, expected));
    }

    [Fact]
    public async Task A_value_that_nobody_sent_is_named()
    {
        var expected = new Dictionary<string, string>(Ada) { ["plan"] = "", ["email"] = "" };

        Assert.Equal(["email", "data.plan"], await DifferencesAsync(sent: Ada, expected));
    }

    [Fact]
    public void A_profile_that_is_missing_is_named() =>
        Assert.Equal(["no profile"], ProfileComparison.Differences(ExpectedProfile.Of(new FileRow(2, Ada), Now()), null));

    [Theory]
    [InlineData("Australia/Adelaide", 10, 9)]
    [InlineData("America/St_Johns", -4, -3)]
    [InlineData("America/New_York", -5, -4)]
    [InlineData("Europe/Berlin", 1, 2)]
    [InlineData("Pacific/Chatham", 13, 12)]
    [InlineData("Pacific/Marquesas", -10, -10)]
    [InlineData("Asia/Kolkata", 5, 5)]
    [InlineData("Asia/Kathmandu", 5, 5)]
    [InlineData("Pacific/Kiritimati", 14, 14)]
    [InlineData("+10", 10, 10)]
    [InlineData("-7", -7, -7)]
    [InlineData("0", 0, 0)]
    [InlineData("+5:45", 5, 5)]
    [InlineData("-3:30", -4, -4)]
    public void The_expected_timezone_is_the_whole_hour_below_and_knows_daylight_saving(string zone, int january, int july)
    {
        Assert.Equal(january, ExpectedTimezone(zone, Instant.FromUtc(2026, 1, 15, 0, 0)));
        Assert.Equal(july, ExpectedTimezone(zone, Instant.FromUtc(2026, 7, 15, 0, 0)));
    }

    private static int ExpectedTimezone(string zone, Instant sentAt)
    {
        var cells = new Dictionary<string, string>(Ada) { ["time_zone"] = zone };
        return ExpectedProfile.Of(new FileRow(2, cells), sentAt).Data["timezone"].GetInt32();
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(Dictionary<string, string> sent, Dictionary<string, string> expected)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using VeroSandbox sandbox = await VeroSandbox.StartAsync(cancellationToken: cancellationToken);
        using var vero = new VeroClient(new VeroClientOptions { AuthToken = sandbox.AuthToken, BaseAddress = sandbox.BaseAddress });

        await vero.IdentifyAsync(new FileRow(2, sent).ToCustomer().ToIdentifyRequest(), cancellationToken);

        return ProfileComparison.Differences(
            ExpectedProfile.Of(new FileRow(2, expected), Now()), sandbox.Profiles[sent["customer_id"]]);
    }

    private static Instant Now() => SystemClock.Instance.GetCurrentInstant();
}
