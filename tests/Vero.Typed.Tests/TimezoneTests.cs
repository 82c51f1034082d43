using System.Globalization;

namespace Vero.Typed.Tests;

public class TimezoneTests
{
    private static readonly string Expected = "Shop.Customer.Zone: " + ValueProblems.TimezoneRange;

    [Fact]
    public void Every_hour_from_minus_12_to_14_is_sent_from_every_form()
    {
        for (int hours = -12; hours <= 14; hours++)
        {
            string json = "\"timezone\":" + hours.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(json, Body.Data((ref w) => w.Timezone(hours, "Zone")));
            Assert.Equal(json, Body.Data((ref w) => w.Timezone((sbyte)hours, "Zone")));
            Assert.Equal(json, Body.Data((ref w) => w.Timezone(TimeSpan.FromHours(hours), "Zone")));
            Assert.Equal(json, Body.Data((ref w) => w.Timezone(Fixed(TimeSpan.FromHours(hours)), "Zone")));
            if (hours >= 0)
            {
                Assert.Equal(json, Body.Data((ref w) => w.Timezone((ulong)hours, "Zone")));
                Assert.Equal(json, Body.Data((ref w) => w.Timezone((uint)hours, "Zone")));
                Assert.Equal(json, Body.Data((ref w) => w.Timezone((byte?)hours, "Zone")));
            }
        }
    }

    [Theory]
    [InlineData(-13)]
    [InlineData(15)]
    [InlineData(-271828)]
    [InlineData(271828)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Hours_beyond_the_world_are_refused(long hours)
    {
        Assert.Equal(Expected, Body.RefusedTrait("Zone", (ref w) => w.Timezone(hours, "Zone"), "271828").Message);
    }

    [Theory]
    [InlineData(15UL)]
    [InlineData(271828UL)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue + 1UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 11)]
    public void Natural_hours_beyond_the_world_are_refused(ulong hours)
    {
        Assert.Equal(Expected, Body.RefusedTrait("Zone", (ref w) => w.Timezone(hours, "Zone"), "271828").Message);
    }

    public static TheoryData<TimeSpan> OffsetsBeyond =>
    [
        TimeSpan.FromHours(14) + new TimeSpan(1), TimeSpan.FromHours(-12) - new TimeSpan(1), TimeSpan.FromHours(15), TimeSpan.FromHours(-13),
        TimeSpan.FromMinutes(15 * 60 + 1), TimeSpan.FromDays(10), TimeSpan.MinValue, TimeSpan.MaxValue,
    ];

    [Theory]
    [MemberData(nameof(OffsetsBeyond))]
    public void Offsets_beyond_the_world_are_refused(TimeSpan offset)
    {
        Assert.Equal(Expected, Body.RefusedTrait("Zone", (ref w) => w.Timezone(offset, "Zone")).Message);
    }

    [Theory]
    [InlineData("-03:30", -4)]
    [InlineData("-09:30", -10)]
    [InlineData("-00:30", -1)]
    [InlineData("00:30", 0)]
    [InlineData("03:30", 3)]
    [InlineData("05:30", 5)]
    [InlineData("05:45", 5)]
    [InlineData("08:45", 8)]
    [InlineData("12:45", 12)]
    [InlineData("13:59", 13)]
    [InlineData("-11:59", -12)]
    public void A_part_of_an_hour_is_rounded_down(string text, int hours)
    {
        TimeSpan offset = TimeSpan.Parse(text, CultureInfo.InvariantCulture);
        string json = "\"timezone\":" + hours.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(json, Body.Data((ref w) => w.Timezone(offset, "Zone")));
        Assert.Equal(json, Body.Data((ref w) => w.Timezone((TimeSpan?)offset, "Zone")));
        Assert.Equal(json, Body.Data((ref w) => w.Timezone(Fixed(offset), "Zone")));
    }

    [Theory]
    [InlineData(-13.0)]
    [InlineData(-12.5)]
    [InlineData(-14.0)]
    public void A_zone_beyond_the_world_is_refused(double hours)
    {
        Assert.Equal(Expected, Body.RefusedTrait("Zone", (ref w) => w.Timezone(Fixed(TimeSpan.FromHours(hours)), "Zone")).Message);
    }

    [Theory]
    [InlineData(-3.5, 1.0, -3)]
    [InlineData(-3.5, 0.5, -3)]
    [InlineData(10.5, 0.5, 11)]
    [InlineData(5.75, 1.0, 6)]
    [InlineData(0.0, 1.0, 1)]
    [InlineData(-12.0, 1.0, -11)]
    [InlineData(0.0, -1.0, -1)]
    public void Daylight_saving_that_is_on_now_counts(double baseHours, double savingHours, int expected)
    {
        TimeZoneInfo zone = WithDaylightSaving(baseHours, savingHours, DateTime.UtcNow.AddDays(-20), DateTime.UtcNow.AddDays(20));
        Assert.Equal("\"timezone\":" + expected.ToString(CultureInfo.InvariantCulture), Body.Data((ref w) => w.Timezone(zone, "Zone")));
    }

    [Theory]
    [InlineData(-3.5, 1.0, -4)]
    [InlineData(-3.5, 0.5, -4)]
    [InlineData(10.5, 0.5, 10)]
    [InlineData(0.0, 1.0, 0)]
    [InlineData(0.0, -1.0, 0)]
    public void Daylight_saving_that_is_not_on_now_does_not_count(double baseHours, double savingHours, int expected)
    {
        TimeZoneInfo zone = WithDaylightSaving(baseHours, savingHours, DateTime.UtcNow.AddDays(20), DateTime.UtcNow.AddDays(60));
        Assert.Equal("\"timezone\":" + expected.ToString(CultureInfo.InvariantCulture), Body.Data((ref w) => w.Timezone(zone, "Zone")));
    }

    // The instants at which the clocks of these zones change, from the tz database.
    [Theory]
    [InlineData("Europe/Zurich", "2026-03-29T01:00:00Z", 1, 2)]
    [InlineData("Europe/Zurich", "2026-10-25T01:00:00Z", 2, 1)]
    [InlineData("Europe/London", "2026-03-29T01:00:00Z", 0, 1)]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", -5, -4)]
    [InlineData("America/New_York", "2026-11-01T06:00:00Z", -4, -5)]
    [InlineData("America/St_Johns", "2026-03-08T05:30:00Z", -4, -3)]
    [InlineData("Australia/Sydney", "2026-04-04T16:00:00Z", 11, 10)]
    [InlineData("Australia/Sydney", "2026-10-03T16:00:00Z", 10, 11)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 11, 10)]
    [InlineData("Pacific/Auckland", "2026-04-04T14:00:00Z", 13, 12)]
    [InlineData("Pacific/Chatham", "2026-09-26T14:00:00Z", 12, 13)]
    [InlineData("America/Santiago", "2026-09-06T04:00:00Z", -4, -3)]
    [InlineData("Asia/Kolkata", "2026-03-29T01:00:00Z", 5, 5)]
    [InlineData("America/Phoenix", "2026-03-08T09:00:00Z", -7, -7)]
    public void A_zone_is_sent_as_its_clock_says_on_either_side_of_a_change(string id, string change, int before, int after)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        DateTime instant = DateTime.Parse(change, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

        Assert.Equal(before, HoursAt(instant - new TimeSpan(1)));
        Assert.Equal(after, HoursAt(instant));

        int HoursAt(DateTime utc) => int.Parse(
            Body.Data((ref w) => w.TimezoneAt(",\"timezone\":"u8, utc, zone, "Zone"))["\"timezone\":".Length..], CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Every_zone_of_the_system_is_sent_as_the_difference_of_its_clock_now()
    {
        int zones = 0;
        foreach (TimeZoneInfo zone in TimeZoneInfo.GetSystemTimeZones())
        {
            // Twice, because a clock may be put forward between the two.
            string before = HoursNow(zone);
            string sent = Body.Data((ref w) => w.Timezone(zone, "Zone"));
            string after = HoursNow(zone);
            Assert.True(sent == before || sent == after, $"{zone.Id}: {sent}, but its clock says {after}");
            zones++;
        }

        Assert.True(zones > 100, "The system has no time zones to test with.");
    }

    private static string HoursNow(TimeZoneInfo zone)
    {
        DateTime now = DateTime.UtcNow;
        double hours = (TimeZoneInfo.ConvertTimeFromUtc(now, zone) - now).TotalHours;
        return "\"timezone\":" + Math.Floor(hours).ToString(CultureInfo.InvariantCulture);
    }

    private static TimeZoneInfo Fixed(TimeSpan offset) => TimeZoneInfo.CreateCustomTimeZone("Test/Fixed", offset, "Fixed", "Fixed");

    private static TimeZoneInfo WithDaylightSaving(double baseHours, double savingHours, DateTime from, DateTime to)
    {
        var midnight = new DateTime(1, 1, 1);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(savingHours),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(midnight, from.Month, from.Day),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(midnight, to.Month, to.Day));
        return TimeZoneInfo.CreateCustomTimeZone("Test/Saving", TimeSpan.FromHours(baseHours), "Saving", "Standard", "Daylight", [rule]);
    }
}
