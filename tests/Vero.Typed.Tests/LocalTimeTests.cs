using System.Text.Json;
using CsCheck;

namespace Vero.Typed.Tests;

// The zone of the machine belongs to the whole process: nothing else may run meanwhile.
[CollectionDefinition(nameof(LocalTimeTests), DisableParallelization = true)]
public sealed class LocalTimeTestsRunAlone;

/// <summary>Times of kind Local carry the offset of the machine, with System.Text.Json as the oracle.</summary>
[Collection(nameof(LocalTimeTests))]
public sealed class LocalTimeTests : IDisposable
{
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public void Dispose() => SetZone(_zone);

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/St_Johns")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("UTC")]
    public void A_local_time_carries_the_offset_of_the_machine(string zone)
    {
        SetZone(zone);
        var noon = new DateTime(2024, 1, 2, 12, 0, 0, DateTimeKind.Local);
        Assert.Equal(JsonSerializer.Serialize(noon), Body.Value((ref w) => w.Member(",\"v\":\""u8, noon)));
        foreach (DateTime extreme in (DateTime[])[DateTime.MinValue, DateTime.MaxValue])
        {
            DateTime local = DateTime.SpecifyKind(extreme, DateTimeKind.Local);
            Assert.Equal(JsonSerializer.Serialize(local), Body.Value((ref w) => w.Member(",\"v\":\""u8, local)));
        }

        Inputs.Moment.Sample(
            time => Assert.Equal(JsonSerializer.Serialize(time), Body.Value((ref w) => w.Member(",\"v\":\""u8, time))),
            iter: 500);
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("UTC")]
    public void A_date_that_was_never_set_is_none_in_any_zone(string zone)
    {
        SetZone(zone);
        foreach (DateTime date in (DateTime[])[default, default(DateTime).ToLocalTime(), default(DateTime).ToUniversalTime(), DateTime.SpecifyKind(default, DateTimeKind.Utc).ToLocalTime()])
        {
            Assert.Equal("", Body.Data((ref w) => w.Date(",\"v\":\""u8, date)));
            Assert.Equal("", Body.Data((ref w) => w.RunTimeValue(",\"v\":"u8, date, "More")));
            Assert.EndsWith(ValueProblems.DateNotSet, Body.RefusedTrait("At", (ref w) => w.CreatedAt(",\"v\":\""u8, date, UnspecifiedDateTime.Utc, "At")).Message, StringComparison.Ordinal);
        }
    }

    // The variable is read on Unix only; elsewhere the theory above runs in the machine's own zone.
    [Fact]
    public void The_zone_of_the_machine_was_really_another_one()
    {
        SetZone("Asia/Kolkata");
        string expected = OperatingSystem.IsWindows() ? JsonSerializer.Serialize(Noon) : "\"2024-01-02T12:00:00+05:30\"";
        Assert.Equal(expected, Body.Value((ref w) => w.Member(",\"v\":\""u8, Noon)));
    }

    private static DateTime Noon => new(2024, 1, 2, 12, 0, 0, DateTimeKind.Local);

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
