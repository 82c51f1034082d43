using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO107 and VERO121: keys and values of dictionaries.</summary>
public sealed class DataEntryFixTests
{
    [Theory]
    [InlineData("[{|VERO121-Warning:\"time_zone\"|}] = 10", "[\"timezone\"] = 10")]
    [InlineData("[{|VERO121-Warning:@\"langauge\"|}] = \"en\"", "[@\"language\"] = \"en\"")]
    [InlineData("[{|VERO121-Warning:\"user_agent\"|}] = null", "[\"userAgent\"] = null")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:\"10\"|}", "[\"timezone\"] = 10")]
    [InlineData("[\"timezone\"] = isNew ? {|VERO107-Warning:\"-3\"|} : 0", "[\"timezone\"] = isNew ? -3 : 0")]
    [InlineData("[\"timezone\"] = zone.{|VERO107-Warning:BaseUtcOffset|}.Hours", "[\"timezone\"] = zone.GetUtcOffset(DateTimeOffset.UtcNow).Hours")]
    [InlineData("[\"timezone\"] = (int)zone.BaseUtcOffset.{|VERO107-Warning:TotalMinutes|}", "[\"timezone\"] = (int)Math.Floor(zone.GetUtcOffset(DateTimeOffset.UtcNow).TotalHours)")]
    [InlineData("[\"language\"] = {|VERO107-Warning:\"en_AU\"|}", "[\"language\"] = \"en-AU\"")]
    [InlineData("[\"language\"] = culture.{|VERO107-Warning:DisplayName|}", "[\"language\"] = culture.Name")]
    public Task The_entry_becomes_one_that_Vero_understands(string before, string after) => Verify.CodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("[{|VERO121-Warning:\"time_zone\"|}] = 10", "[\"timezone\"] = 10", "Write \"timezone\"")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:\"10\"|}", "[\"timezone\"] = 10", "Write 10")]
    public Task The_title_says_what_is_written(string before, string after, string title) =>
        Verify.CodeFixAsync(Source(before), Source(after), new CodeFixCase { Titles = [title] });

    [Theory]
    [InlineData("[{|VERO121-Warning:Key|}] = 10")]
    [InlineData("[{|VERO121-Warning:Key|}] = \"Australia/Sydney\"")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:\"Australia/Sydney\"|}")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:\"600\"|}")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:600|}")]
    [InlineData("[\"timezone\"] = {|VERO107-Warning:zone|}")]
    [InlineData("[\"language\"] = {|VERO107-Warning:10|}")]
    [InlineData("[\"language\"] = {|VERO107-Warning:\"English\"|}")]
    [InlineData("[\"timezone\"] = 10, [{|VERO121-Warning:\"time_zone\"|}] = 11")]
    public Task Where_it_would_still_be_wrong_nothing_is_offered(string entry) => Verify.NoCodeFixAsync(Source(entry));

    [Theory]
    [InlineData("[{|VERO121-Warning:\"time_zone\"|}] = \"Australia/Sydney\"", "[\"timezone\"] = {|VERO107-Warning:\"Australia/Sydney\"|}", 1)]
    [InlineData("[{|VERO121-Warning:\"time_zone\"|}] = \"10\"", "[\"timezone\"] = 10", 2)]
    [InlineData("[{|VERO121-Warning:\"lang_uage\"|}] = \"en_AU\"", "[\"language\"] = \"en-AU\"", 2)]
    [InlineData("[{|VERO121-Warning:\"user_agent\"|}] = 7", "[\"userAgent\"] = {|VERO107-Warning:7|}", 1)]
    public Task A_misspelt_key_is_corrected_before_its_value(string before, string after, int steps) => Verify.CodeFixAsync(
        Source(before), Source(after), new CodeFixCase { Iterations = steps, FixAllIterations = steps });

    [Fact]
    public Task A_dictionary_of_texts_cannot_have_a_number() => Verify.NoCodeFixAsync(
        "using Vero.Typed; using System.Collections.Generic; public class Customer { [VeroId] public int Id; [VeroData] public Dictionary<string, string> A = new() { [\"timezone\"] = {|VERO107-Warning:\"10\"|} }; }");

    [Fact]
    public Task A_key_that_another_member_sends_is_not_given() => Verify.NoCodeFixAsync(
        "using Vero.Typed; using System.Collections.Generic; public class Customer { [VeroId] public int Id; [VeroTimezone] public int Z; [VeroData] public Dictionary<string, object> A = new() { { {|VERO121-Warning:\"time_zone\"|}, 10 } }; }");

    [Fact]
    public Task Each_dictionary_gets_the_key_once() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        using System.Collections.Generic;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroData] public Dictionary<string, object> Data { get; } = new();
            public void Fill(Customer a, Customer b)
            {
                a.Data.Add({|VERO121-Warning:"time_zone"|}, 1);
                a.Data[{|VERO121-Warning:"TimeZone"|}] = 2;
                b.Data[{|VERO121-Warning:"timezoen"|}] = 3; // the other one
            }
        }
        """,
        """
        using Vero.Typed;
        using System.Collections.Generic;
        public class Customer
        {
            [VeroId] public int Id;
            [VeroData] public Dictionary<string, object> Data { get; } = new();
            public void Fill(Customer a, Customer b)
            {
                a.Data.Add("timezone", 1);
                a.Data[{|VERO121-Warning:"TimeZone"|}] = 2;
                b.Data["timezone"] = 3; // the other one
            }
        }
        """,
        new CodeFixCase { Iterations = 2 });

    private static string Source(string entry) => $$"""
        using System;
        using System.Collections.Generic;
        using Vero.Typed;
        public class Customer
        {
            private const string Key = "time_zone";
            [VeroId] public int Id;
            [VeroData] public Dictionary<string, object?> Data { get; set; } = new();
            public static Customer Of(TimeZoneInfo zone, System.Globalization.CultureInfo culture, bool isNew)
            {
                return new() { Data = new() { {{entry}} } };
            }
        }
        """;
}
