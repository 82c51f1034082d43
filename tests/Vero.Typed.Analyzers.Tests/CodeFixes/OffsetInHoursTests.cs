using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO105: the hours of now.</summary>
public sealed class OffsetInHoursTests
{
    [Theory]
    [InlineData("zone.{|VERO105-Warning:BaseUtcOffset|}.Hours", "zone.GetUtcOffset(DateTimeOffset.UtcNow).Hours")]
    [InlineData("(int)zone.{|VERO105-Warning:BaseUtcOffset|} /* west is less */ .TotalHours", "(int)zone.GetUtcOffset(DateTimeOffset.UtcNow) /* west is less */ .TotalHours")]
    [InlineData("TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|}.Hours", "TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UtcNow).Hours")]
    [InlineData("nothing?.{|VERO105-Warning:BaseUtcOffset|}.Hours ?? 0", "nothing?.GetUtcOffset(DateTimeOffset.UtcNow).Hours ?? 0")]
    [InlineData("(int)offset.{|VERO105-Warning:TotalMinutes|}", "(int)Math.Floor(offset.TotalHours)")]
    [InlineData("Convert.ToInt32(offset.{|VERO105-Warning:TotalSeconds|})", "Convert.ToInt32(Math.Floor(offset.TotalHours))")]
    [InlineData("offset.{|VERO105-Warning:Minutes|}", "(int)Math.Floor(offset.TotalHours)")]
    [InlineData("(int)offset.{|VERO105-Warning:Ticks|}", "(int)(long)Math.Floor(offset.TotalHours)")]
    [InlineData("(int)zone.BaseUtcOffset.{|VERO105-Warning:TotalMinutes|}", "(int)Math.Floor(zone.GetUtcOffset(DateTimeOffset.UtcNow).TotalHours)")]
    [InlineData("DateTimeOffset.Now.{|VERO105-Warning:TotalOffsetMinutes|}", "(int)Math.Floor(DateTimeOffset.Now.Offset.TotalHours)")]
    [InlineData("zone.Id == \"\" ? 0 : offset.{|VERO105-Warning:Minutes|}", "zone.Id == \"\" ? 0 : (int)Math.Floor(offset.TotalHours)")]
    public Task The_offset_becomes_the_hours_of_now(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after));

    [Fact]
    public Task The_titles_say_what_is_done() => Verify.CodeFixAsync(
        Source("zone.{|VERO105-Warning:BaseUtcOffset|}.Hours"), Source("zone.GetUtcOffset(DateTimeOffset.UtcNow).Hours"),
        new CodeFixCase { Titles = ["Ask for the offset of now with 'GetUtcOffset'"] });

    [Fact]
    public Task A_member_that_takes_the_offset_itself_gets_that_of_now() => Verify.CodeFixAsync(
        "using Vero.Typed; public record Customer([VeroId] int Id, System.TimeZoneInfo Zone) { [VeroTimezone] public System.TimeSpan Offset => Zone.{|VERO105-Warning:BaseUtcOffset|}; }",
        "using Vero.Typed; public record Customer([VeroId] int Id, System.TimeZoneInfo Zone) { [VeroTimezone] public System.TimeSpan Offset => Zone.GetUtcOffset(System.DateTimeOffset.UtcNow); }");

    [Fact]
    public Task Names_that_mean_something_else_are_written_in_full() => Verify.CodeFixAsync(
        "using Vero.Typed; public class Math { public class Customer { [VeroId] public int Id; [VeroTimezone] public int A; public object? System; void B(global::System.TimeSpan c) => A = c.{|VERO105-Warning:Minutes|}; } }",
        "using Vero.Typed; public class Math { public class Customer { [VeroId] public int Id; [VeroTimezone] public int A; public object? System; void B(global::System.TimeSpan c) => A = (int)global::System.Math.Floor(c.TotalHours); } }");

    [Theory]
    [InlineData("-(int)offset.{|VERO105-Warning:TotalMinutes|}", "-(int)Math.Floor(offset.TotalHours)")]
    public Task A_sign_before_the_conversion_stays(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("-offset.{|VERO105-Warning:Minutes|}")]
    [InlineData("(int)(nullable?.{|VERO105-Warning:TotalMinutes|} ?? 0)")]
    [InlineData("(int){|VERO105-Warning:minutes|}")]
    public Task What_is_not_certain_is_left(string value) => Verify.NoCodeFixAsync(Source(value));

    [Fact]
    public Task A_number_out_of_range_has_no_repair_because_its_unit_is_not_known() => Verify.NoCodeFixAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroTimezone] public int A = {|VERO104-Warning:600|}; }");

    private static string Source(string value) => $$"""
        using System;
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroTimezone] public int Hours;
            public static Customer Of(TimeZoneInfo zone, TimeZoneInfo? nothing, TimeSpan offset, TimeSpan? nullable)
            {
                double minutes = offset.TotalMinutes;
                return new() { Hours = {{value}} };
            }
        }
        """;
}
