using System.Globalization;
using System.Runtime.Versioning;
using CsCheck;
using Vero.Typed.Tests.NetStandardDomain;
using static Vero.Typed.Tests.LibraryBuild;

namespace Vero.Typed.Tests;

/// <summary>
/// The domain assembly is compiled for netstandard2.0. It must run against the net10.0 build of the library (that is the binary
/// contract), and get the same bytes and messages from it as from the builds for older frameworks.
/// </summary>
public class OtherBuildsTests
{
    private const int Iterations = 3_000;

    private static readonly LibraryBuild NetStandard = new("netstandard2.0");
    private static readonly LibraryBuild Net8 = new("net8.0");

    // The control: three different builds, and a domain assembly that is bound to each.
    [Fact]
    public void The_builds_are_really_different_ones()
    {
        Assert.Equal(".NETStandard,Version=v2.0", Framework(typeof(Bodies).Assembly));
        Assert.Equal(".NETStandard,Version=v2.0", Framework(NetStandard.Domain));
        Assert.Equal(".NETCoreApp,Version=v10.0", Framework(typeof(VeroJsonWriter).Assembly));
        Assert.Equal(".NETStandard,Version=v2.0", Framework(NetStandard.Library));
        Assert.Equal(".NETCoreApp,Version=v8.0", Framework(Net8.Library));
        Assert.NotSame(typeof(Bodies).Assembly, NetStandard.Domain);
        foreach (LibraryBuild build in (LibraryBuild[])[NetStandard, Net8])
        {
            build.Call(nameof(Bodies.UndefinedEnum));
            Assert.Same(build.Library, build.Assemblies.Single(a => a.GetName().Name == "Vero.Typed"));
        }
    }

    [Fact]
    public void A_netstandard_domain_assembly_runs_against_the_net10_build()
    {
        Assert.Equal(
            """{"id":"7","email":"a@b","channels":[{"type":"push","platform":"android","address":"t"},{"type":"push","platform":"ios","address":"u"},{"type":"push","platform":"é","address":"t"},{"type":"push","platform":"web","address":"u"}],"data":{"text":"é","character":"c","maybe_character":"c"}}""",
            System.Text.Encoding.UTF8.GetString(Bodies.Text("7", "a@b", "é", 'c', "t", ["u"])));
        Assert.Equal(
            """{"id":"7"}{"id":"7","data":{"timezone":14}}{"id":"7","data":{"timezone":-4}}{"id":"7","data":{"timezone":0}}""",
            System.Text.Encoding.UTF8.GetString(Bodies.Timezone(7, null, 14, new TimeSpan(-3, -30, 0), TimeZoneInfo.Utc)));
    }

    [Fact]
    public void Every_UTF_16_unit_is_written_the_same()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char c = (char)unit;
            string text = $"a{c}z";
            Same(Outcome.Of(() => Bodies.Text("i" + c, null, text, c, null, null)), nameof(Bodies.Text), "i" + c, null, text, c, null, null);
        }
    }

    [Theory]
    [MemberData(nameof(EscapingTests.NearlyPlain), MemberType = typeof(EscapingTests))]
    public void A_nearly_plain_character_at_every_position_is_judged_the_same(char unit)
    {
        for (int length = 1; length <= 140; length += length < 40 ? 1 : 13)
        {
            for (int position = 0; position < length; position++)
            {
                string text = new string('a', position) + unit + new string('a', length - position - 1);
                Same(Outcome.Of(() => Bodies.Text("7", "a@b", text, unit, null, null)), nameof(Bodies.Text), "7", "a@b", text, unit, null, null);
                Same(Outcome.Of(() => Bodies.Text(text, "a@b", null, 'x', null, null)), nameof(Bodies.Text), text, "a@b", null, 'x', null, null);
                Same(Outcome.Of(() => Bodies.Text("7", text + "@b", null, 'x', null, null)), nameof(Bodies.Text), "7", text + "@b", null, 'x', null, null);
            }
        }
    }

    [Fact]
    public void Text_is_written_the_same()
    {
        Gen.Select(Inputs.Text, Inputs.Text, Inputs.Text, Gen.Bool).Sample(
            (id, text, token, isNull) =>
            {
                string? email = isNull ? null : text + "@b";
                string? address = isNull ? null : token;
                string[]? addresses = isNull ? null : [token, text];
                Same(Outcome.Of(() => Bodies.Text(id, email, text, 'x', address, addresses)), nameof(Bodies.Text), id, email, text, 'x', address, addresses);
            },
            iter: Iterations);
    }

    [Fact]
    public void Numbers_are_written_the_same()
    {
        Gen.Select(Inputs.Long, Inputs.ULong, Inputs.Decimal, Inputs.Double, Inputs.Float, Gen.Bool).Sample(
            (number, natural, price, ratio, share, vip) =>
                Same(Outcome.Of(() => Bodies.Numbers(number, natural, price, ratio, share, vip)), nameof(Bodies.Numbers), number, natural, price, ratio, share, vip),
            iter: Iterations);
    }

    [Fact]
    public void Numbers_that_are_missing_or_impossible_are_treated_the_same()
    {
        foreach (double ratio in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            Same(Outcome.Of(() => Bodies.Numbers(1, null, null, ratio, null, false)), nameof(Bodies.Numbers), 1L, null, null, ratio, null, false);
            Same(Outcome.Of(() => Bodies.Numbers(1, null, null, null, (float)ratio, false)), nameof(Bodies.Numbers), 1L, null, null, null, (float)ratio, false);
        }

        Same(Outcome.Of(() => Bodies.Numbers(null, null, null, null, null, true)), nameof(Bodies.Numbers), null, null, null, null, null, true);
        Same(Outcome.Of(() => Bodies.Numbers(1, null, null, null, null, true)), nameof(Bodies.Numbers), 1L, null, null, null, null, true);
        Same(Outcome.Of(Bodies.UndefinedEnum), nameof(Bodies.UndefinedEnum));
    }

    [Fact]
    public void Dates_durations_and_Guids_are_written_the_same()
    {
        Gen.Select(Gen.Guid, Inputs.Moment, Inputs.Instant, Inputs.Duration).Sample(
            (id, time, instant, duration) =>
            {
                var address = new Uri("https://bücher.example/" + id);
                Same(Outcome.Of(() => Bodies.Times(id, time, instant, duration, address, "en-AU")), nameof(Bodies.Times), id, time, instant, duration, address, "en-AU");
            },
            iter: Iterations);
        Same(Outcome.Of(() => Bodies.Times(Guid.Empty, null, null, null, null, "")), nameof(Bodies.Times), Guid.Empty, null, null, null, null, "");
        Same(Outcome.Of(() => Bodies.Times(null, null, null, null, null, null)), nameof(Bodies.Times), null, null, null, null, null, null);
    }

    [Theory]
    [InlineData("k2", 3UL, "[1.0, {\"a\": null, \"b\": \"\\u00e9\"}, \"x\"]")]
    [InlineData("q\"é", 1UL, "{}")]
    [InlineData("timezone", 0UL, "null")]
    [InlineData("language", 2UL, "true")]
    [InlineData("array", 2UL, "[]")]
    [InlineData(" ", 2UL, "[]")]
    [InlineData(null, 2UL, "[]")]
    [InlineData("k2", 4UL, "[]")]
    [InlineData("k2", 1UL, "{\"a\":1,\"a\":2}")]
    [InlineData("k2", 1UL, "\"\\ud800\"")]
    public void Values_with_parts_are_written_the_same(string? key, ulong flags, string json)
    {
        byte[] bytes = [0, 255, 7];
        foreach (object? value in (object?[])[null, "x", 7, 15, 1.5, double.NaN, DayOfWeek.Friday, (DayOfWeek)9, bytes, new[] { 1, 2 }, new Dictionary<string, object?> { ["a"] = null }, new object()])
        {
            foreach (bool asStrings in (bool[])[false, true])
                Same(Outcome.Of(() => Bodies.Parts(key, "t\"é", 0.5, flags, bytes, value, json, asStrings)), nameof(Bodies.Parts), key, "t\"é", 0.5, flags, bytes, value, json, asStrings);
        }

        Same(Outcome.Of(() => Bodies.Parts(key, null, double.NaN, flags, null, null, json, false)), nameof(Bodies.Parts), key, null, double.NaN, flags, null, null, json, false);
    }

    [Fact]
    public void Timezones_are_written_the_same()
    {
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("Test/Half", new TimeSpan(-3, -30, 0), "Half", "Half");
        for (int minutes = -15 * 60; minutes <= 15 * 60; minutes += 15)
        {
            TimeSpan offset = TimeSpan.FromMinutes(minutes);
            long hours = minutes / 15;
            ulong natural = (ulong)Math.Abs(hours);
            Same(Outcome.Of(() => Bodies.Timezone(7, null, null, offset, zone)), nameof(Bodies.Timezone), 7UL, null, null, offset, zone);
            Same(Outcome.Of(() => Bodies.Timezone(7, hours, null, null, null)), nameof(Bodies.Timezone), 7UL, hours, null, null, null);
            Same(Outcome.Of(() => Bodies.Timezone(7, null, natural, null, null)), nameof(Bodies.Timezone), 7UL, null, natural, null, null);
        }
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    public void The_current_culture_does_not_change_a_byte_of_any_build(string name)
    {
        var time = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Outcome numbers = Outcome.Of(() => Bodies.Numbers(-5, 5, -1.50m, -1.5e-9, -1.5f, true));
        Outcome times = Outcome.Of(() => Bodies.Times(Guid.Empty, time, time, TimeSpan.FromTicks(-1), null, null));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            Same(numbers, nameof(Bodies.Numbers), -5L, 5UL, -1.50m, -1.5e-9, -1.5f, true);
            Same(times, nameof(Bodies.Times), Guid.Empty, time, (DateTimeOffset)time, TimeSpan.FromTicks(-1), null, null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Same(Outcome expected, string method, params object?[] arguments)
    {
        Assert.Equal(expected, NetStandard.Call(method, arguments));
        Assert.Equal(expected, Net8.Call(method, arguments));
    }

    internal static string Framework(System.Reflection.Assembly assembly) =>
        assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), false).Cast<TargetFrameworkAttribute>().Single().FrameworkName;
}
