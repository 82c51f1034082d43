using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO105.</summary>
public sealed class TimezoneHoursTests
{
    private const string Customer = """
        using System; using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTimezone] public int Zone { get; set; }
            public int Other { get; set; }
        }
        public class Nullable { [VeroId] public int Id; [VeroTimezone] public long? Zone { get; set; } }
        public class Span { [VeroId] public int Id; [VeroTimezone] public TimeSpan? Zone { get; set; } }
        public class Info { [VeroId] public int Id; [VeroTimezone] public TimeZoneInfo? Zone { get; set; } }

        """;

    [Theory]
    [InlineData("c.Zone = zone.{|VERO105-Warning:BaseUtcOffset|}.Hours;")]
    [InlineData("c.Zone = (int)zone.{|VERO105-Warning:BaseUtcOffset|}.TotalHours;")]
    [InlineData("c.Zone = (int)Math.Floor(zone.{|VERO105-Warning:BaseUtcOffset|}.TotalHours);")]
    [InlineData("c.Zone = -zone.{|VERO105-Warning:BaseUtcOffset|}.Hours;")]
    [InlineData("c.Zone = (int)zone.BaseUtcOffset.{|VERO105-Warning:TotalMinutes|};")]
    [InlineData("c.Zone = (int)(zone.{|VERO105-Warning:BaseUtcOffset|}.TotalMinutes / 60);")]
    [InlineData("c.Zone = (int)(zone.{|VERO105-Warning:BaseUtcOffset|} / TimeSpan.FromHours(1));")]
    [InlineData("c.Zone = maybe?.{|VERO105-Warning:BaseUtcOffset|}.Hours ?? 0;")]
    [InlineData("c.Zone = flag ? zone.{|VERO105-Warning:BaseUtcOffset|}.Hours : 1;")]
    [InlineData("c.Zone = TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|}.Hours;")]
    [InlineData("TimeSpan offset = zone.BaseUtcOffset; c.Zone = {|VERO105-Warning:offset|}.Hours;")]
    [InlineData("var offset = zone.BaseUtcOffset; int hours = offset.Hours; c.Zone = {|VERO105-Warning:hours|};")]
    [InlineData("double minutes = span.TotalMinutes; c.Zone = (int){|VERO105-Warning:minutes|};")]
    [InlineData("double minutes; minutes = span.TotalMinutes; c.Zone = (int)Math.Round({|VERO105-Warning:minutes|});")]
    [InlineData("c.Zone = span.{|VERO105-Warning:Minutes|};")]
    [InlineData("c.Zone = span.{|VERO105-Warning:Seconds|};")]
    [InlineData("c.Zone = span.{|VERO105-Warning:Milliseconds|};")]
    [InlineData("c.Zone = span.{|VERO105-Warning:Days|};")]
    [InlineData("c.Zone = (int)span.{|VERO105-Warning:Ticks|};")]
    [InlineData("c.Zone = (int)span.{|VERO105-Warning:TotalMinutes|};")]
    [InlineData("c.Zone = (int)span.{|VERO105-Warning:TotalSeconds|};")]
    [InlineData("c.Zone = (int)span.{|VERO105-Warning:TotalMilliseconds|};")]
    [InlineData("c.Zone = Convert.ToInt32(span.{|VERO105-Warning:TotalMinutes|});")]
    [InlineData("c.Zone = (int)Math.Round(span.{|VERO105-Warning:TotalMinutes|}, MidpointRounding.AwayFromZero);")]
    [InlineData("c.Zone = (int)Math.Truncate(span.{|VERO105-Warning:TotalMinutes|});")]
    [InlineData("c.Zone = (int)Math.Ceiling(zone.GetUtcOffset(DateTime.UtcNow).{|VERO105-Warning:TotalMinutes|});")]
    [InlineData("c.Zone = checked((int)DateTimeOffset.Now.Offset.{|VERO105-Warning:TotalMinutes|});")]
    [InlineData("c.Zone = DateTimeOffset.Now.{|VERO105-Warning:TotalOffsetMinutes|};")]
    [InlineData("TimeSpan? s = span; c.Zone = s.Value.{|VERO105-Warning:Minutes|}; c.Zone = s?.{|VERO105-Warning:Minutes|} ?? 0; c.Zone = (s?.{|VERO105-Warning:Minutes|}).GetValueOrDefault();")]
    [InlineData("_ = new Customer { Zone = zone.{|VERO105-Warning:BaseUtcOffset|}.Hours, Other = zone.BaseUtcOffset.Hours };")]
    [InlineData("_ = new Nullable { Zone = (long?)span.{|VERO105-Warning:TotalMinutes|} };")]
    [InlineData("_ = new Span { Zone = zone.{|VERO105-Warning:BaseUtcOffset|} }; _ = new Span { Zone = maybe?.{|VERO105-Warning:BaseUtcOffset|} };")]
    [InlineData("_ = new Record(1, zone.{|VERO105-Warning:BaseUtcOffset|}.Hours); (c.Zone, c.Other) = (span.{|VERO105-Warning:Minutes|}, span.Minutes);")]
    [InlineData("c.Zone = flag ? 99 < span.Minutes ? span.{|VERO105-Warning:Minutes|} : 1 : 2;")]
    public Task A_value_that_is_not_in_hours_is_reported(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public record Record([VeroId] int Id, [VeroTimezone] int Zone); public class Calls {{ public void Call(Customer c, TimeZoneInfo zone, TimeZoneInfo? maybe, TimeSpan span, bool flag) {{ {statements} }} }}");

    [Theory]
    [InlineData("c.Zone = zone.GetUtcOffset(DateTime.UtcNow).Hours; c.Zone = (int)zone.GetUtcOffset(DateTime.UtcNow).TotalHours;")]
    [InlineData("c.Zone = (int)Math.Floor(zone.GetUtcOffset(DateTimeOffset.Now).TotalHours); c.Zone = DateTimeOffset.Now.Offset.Hours;")]
    [InlineData("c.Zone = span.Hours; c.Zone = (int)span.TotalHours; c.Zone = -span.Hours; c.Zone = Convert.ToInt32(span.TotalHours);")]
    [InlineData("c.Zone = (int)(span.TotalMinutes / 60); c.Zone = (int)(span.Ticks / TimeSpan.TicksPerHour); c.Zone = (int)Math.Floor(span.TotalSeconds / 3600);")]
    [InlineData("c.Zone = (int)(span / TimeSpan.FromHours(1)); c.Zone = span.Days * 24; c.Zone = span.Hours + (span.Minutes > 0 ? 1 : 0);")]
    [InlineData("c.Zone = zone.BaseUtcOffset.Hours + (zone.IsDaylightSavingTime(DateTime.UtcNow) ? 1 : 0);")]
    [InlineData("c.Zone = zone.SupportsDaylightSavingTime ? zone.GetUtcOffset(DateTime.UtcNow).Hours : zone.BaseUtcOffset.Hours;")]
    [InlineData("if (!zone.SupportsDaylightSavingTime) c.Zone = zone.BaseUtcOffset.Hours;")]
    [InlineData("if (zone.SupportsDaylightSavingTime) return; c.Zone = zone.BaseUtcOffset.Hours;")]
    [InlineData("var rules = zone.GetAdjustmentRules(); if (rules.Length == 0) c.Zone = zone.BaseUtcOffset.Hours;")]
    [InlineData("c.Zone = TimeZoneInfo.Utc.BaseUtcOffset.Hours;")]
    [InlineData("var utc = TimeZoneInfo.Utc; c.Zone = utc.BaseUtcOffset.Hours;")]
    [InlineData("c.Zone = zone.IsDaylightSavingTime(DateTime.UtcNow) ? Standard.Hours + 1 : Standard.Hours;")]
    [InlineData("c.Other = zone.BaseUtcOffset.Hours; c.Id = (int)span.TotalMinutes;")]
    [InlineData("TimeSpan offset = zone.BaseUtcOffset; offset += TimeSpan.FromHours(1); c.Zone = offset.Hours;")]
    [InlineData("TimeSpan offset = flag ? zone.BaseUtcOffset : span; c.Zone = offset.Hours;")]
    [InlineData("double minutes = span.TotalMinutes; minutes /= 60; c.Zone = (int)minutes;")]
    [InlineData("double minutes = span.TotalMinutes; c.Zone = (int)(minutes / 60);")]
    [InlineData("c.Zone = Hours(span.TotalMinutes); c.Zone = new Offset().Minutes; c.Zone = new Offset().BaseUtcOffset;")]
    [InlineData("c.Zone = DateTime.UtcNow.Minute; c.Zone = (int)Math.Pow(span.Minutes, 0); c.Zone = span.Minutes > 30 ? 1 : 0; c.Zone = Math.Min(span.Minutes, 14);")]
    [InlineData("_ = new Span { Zone = zone.GetUtcOffset(DateTime.UtcNow) }; _ = new Info { Zone = zone }; _ = new Info { Zone = TimeZoneInfo.Local };")]
    public Task What_may_be_in_hours_is_silent(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Offset {{ public int Minutes, BaseUtcOffset; }} public class Calls {{ static TimeSpan Standard => TimeZoneInfo.Local.BaseUtcOffset; static int Hours(double minutes) => (int)minutes / 60; public void Call(Customer c, TimeZoneInfo zone, TimeSpan span, bool flag) {{ {statements} }} }}");

    [Theory]
    [InlineData("private TimeZoneInfo _zone = TimeZoneInfo.Local; [VeroTimezone] public int Zone => _zone.{|VERO105-Warning:BaseUtcOffset|}.Hours;")]
    [InlineData("public DateTimeOffset SignedUp { get; set; } [VeroTimezone] public int Zone { get { return SignedUp.Offset.{|VERO105-Warning:Minutes|}; } }")]
    [InlineData("[VeroTimezone] public TimeSpan Zone { get; } = TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|};")]
    [InlineData("public Customer(TimeZoneInfo zone) => Zone = (int)zone.{|VERO105-Warning:BaseUtcOffset|}.TotalHours; [VeroTimezone] public int Zone { get; }")]
    [InlineData("private static TimeSpan Standard => TimeZoneInfo.Local.BaseUtcOffset; [VeroTimezone] public int Zone => {|VERO105-Warning:Standard|}.Hours;")]
    public Task Initializers_getters_and_constructors_are_looked_at(string members) => Verify.AnalyzerAsync(
        $"using System; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("zone.BaseUtcOffset.Hours", "'BaseUtcOffset' ignores daylight saving time; GetUtcOffset does not")]
    [InlineData("(int)zone.BaseUtcOffset.TotalMinutes", "'TotalMinutes' is a number of minutes")]
    [InlineData("zone.BaseUtcOffset.Minutes", "'Minutes' is the minutes within an hour")]
    public async Task It_says_what_the_value_is(string value, string reason)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"using System; using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTimezone] public int Zone; public void Move(TimeZoneInfo zone) => Zone = {value}; }}"));
        Assert.Equal(ReservedKeyRules.TimezoneNotInHours.MessageWith("Zone", reason), found.Message());
    }

    [Fact]
    public Task Generated_files_are_left_alone() => Verify.AnalyzerAsync(
        "// <auto-generated/>\nusing System; using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTimezone] public int Zone = TimeZoneInfo.Local.BaseUtcOffset.Hours; }");

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("suggestion", "{|VERO105-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using System; using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTimezone] public int Zone = TimeZoneInfo.Local.{open}BaseUtcOffset{close}.Hours; }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO105.severity = {severity}\n" });

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync("""
        using System;
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO105
            [VeroTimezone] public int Zone = TimeZoneInfo.Local.BaseUtcOffset.Hours;
        #pragma warning restore VERO105
            public void Move() => Zone = TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|}.Hours;
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.ReservedKeys", "VERO105")]
            public void MoveAgain() => Zone = TimeZoneInfo.Local.BaseUtcOffset.Hours;
        }
        """);
}
