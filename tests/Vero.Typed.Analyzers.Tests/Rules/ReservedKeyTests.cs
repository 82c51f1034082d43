using System.Globalization;
using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO101, VERO102 and VERO103.</summary>
public sealed class ReservedKeyTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Globalization; using Vero.Typed; ";

    [Theory]
    [InlineData("{|VERO101:VeroTimezone|}", "string")]
    [InlineData("{|VERO101:VeroTimezone|}", "double")]
    [InlineData("{|VERO101:VeroTimezone|}", "decimal?")]
    [InlineData("{|VERO101:VeroTimezone|}", "bool")]
    [InlineData("{|VERO101:VeroTimezone|}", "DateTimeOffset")]
    [InlineData("{|VERO101:VeroTimezone|}", "DateTime")]
    [InlineData("{|VERO101:VeroTimezone|}", "TimeOnly")]
    [InlineData("{|VERO101:VeroTimezone|}", "Int128")]
    [InlineData("{|VERO101:VeroTimezone|}", "int[]")]
    [InlineData("{|VERO101:VeroTimezone|}", "DayOfWeek")]
    [InlineData("VeroTrait({|VERO101:\"timezone\"|})", "string")]
    [InlineData("VeroTrait({|VERO101:\"timezone\"|})", "double")]
    [InlineData("VeroTrait(key: {|VERO101:\"time\" + \"zone\"|})", "string")]
    [InlineData("VeroTrait({|VERO101:VeroReservedKeys.Timezone|})", "DateTimeOffset")]
    [InlineData("{|VERO101:VeroLanguage|}", "int")]
    [InlineData("{|VERO101:VeroLanguage|}", "DayOfWeek")]
    [InlineData("{|VERO101:VeroLanguage|}", "RegionInfo")]
    [InlineData("{|VERO101:VeroLanguage|}", "List<string>")]
    [InlineData("VeroTrait({|VERO101:\"language\"|})", "int")]
    [InlineData("{|VERO101:VeroUserAgent|}", "int")]
    [InlineData("{|VERO101:VeroUserAgent|}", "Uri")]
    [InlineData("{|VERO101:VeroUserAgent|}", "CultureInfo")]
    [InlineData("VeroTrait({|VERO101:\"userAgent\"|})", "bool")]
    public Task A_reserved_key_of_a_wrong_type_is_reported(string attribute, string type) => Verify.AnalyzerAsync(
        $"{Usings}public class Customer {{ [VeroId] public int Id; [{attribute}] public {type} A {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO101:VeroTrait|}] public string? Timezone; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO101:VeroTrait|}] public int Language; }")]
    [InlineData("[VeroSerialization(Naming = Naming.CamelCase)] public class Customer { [VeroId] public int Id; [{|VERO101:VeroTrait|}] public int UserAgent; }")]
    [InlineData("public record Customer([VeroId] int Id, [{|VERO101:VeroTrait|}] string Timezone);")]
    [InlineData("public record Customer([VeroId] int Id, [property: VeroTrait({|VERO101:nameof(Customer.timezone)|})] string timezone);")]
    [InlineData("public partial class Customer { [VeroId] public int Id; } public partial class Customer { [{|VERO101:Trait|}] public string? Timezone; }")]
    public Task The_key_may_come_from_the_naming_policy_or_a_constant(string source) =>
        Verify.AnalyzerAsync("using Vero.Typed; using Trait = Vero.Typed.VeroTraitAttribute; " + source);

    [Theory]
    [InlineData("time_zone", "timezone")]
    [InlineData("Timezone", "timezone")]
    [InlineData("TimeZone", "timezone")]
    [InlineData("TIMEZONE", "timezone")]
    [InlineData("time zone", "timezone")]
    [InlineData(" timezone ", "timezone")]
    [InlineData("time-zone", "timezone")]
    [InlineData("time.zone", "timezone")]
    [InlineData("tiemzone", "timezone")]
    [InlineData("timezoen", "timezone")]
    [InlineData("timzone", "timezone")]
    [InlineData("imezone", "timezone")]
    [InlineData("timezon", "timezone")]
    [InlineData("timezzone", "timezone")]
    [InlineData("timezonee", "timezone")]
    [InlineData("tumezone", "timezone")]
    [InlineData("time_zine", "timezone")]
    [InlineData("Language", "language")]
    [InlineData("langauge", "language")]
    [InlineData("languge", "language")]
    [InlineData("lamguage", "language")]
    [InlineData("languagee", "language")]
    [InlineData("user_agent", "userAgent")]
    [InlineData("UserAgent", "userAgent")]
    [InlineData("useragent", "userAgent")]
    [InlineData("user agent", "userAgent")]
    [InlineData("usre_agent", "userAgent")]
    [InlineData("user_agnet", "userAgent")]
    public async Task A_misspelt_reserved_key_is_reported(string key, string meant)
    {
        string type = meant == "timezone" ? "int" : "string?";
        string source = $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTrait({{|VERO102-Warning:\"{key}\"|}})] public {type} A {{ get; set; }} }}";
        await Verify.AnalyzerAsync(source);

        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(source.Replace("{|VERO102-Warning:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)));
        Assert.Contains($"the key \"{meant}\"", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO102-Warning:VeroTrait|}] public int TimeZone; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO102-Warning:VeroTrait|}] public string? UserAgent; }")]
    [InlineData("public record Customer([VeroId] int Id, [{|VERO102-Warning:VeroTrait|}] string UserAgent);")]
    [InlineData("public record Customer([VeroId] int Id, [property: VeroTrait({|VERO102-Warning:Keys.Agent|})] string A); public static class Keys { public const string Agent = \"User-Agent\"; }")]
    [InlineData("[VeroSerialization(Naming = Naming.AsDeclared)] public class Customer { [VeroId] public int Id; [{|VERO102-Warning:VeroTrait|}] public string? Language; }")]
    public Task The_misspelling_may_come_from_the_naming_policy_or_a_constant(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("languages")]
    [InlineData("timezones")]
    [InlineData("timezone_name")]
    [InlineData("timezone_offset")]
    [InlineData("iana_timezone")]
    [InlineData("ianaTimezone")]
    [InlineData("language_level")]
    [InlineData("native_language")]
    [InlineData("locale")]
    [InlineData("tz")]
    [InlineData("zone")]
    [InlineData("time")]
    [InlineData("lang")]
    [InlineData("ua")]
    [InlineData("agent")]
    [InlineData("agent_user")]
    [InlineData("user")]
    [InlineData("user_agents")]
    [InlineData("baggage")]
    [InlineData("timezome_x")]
    [InlineData("time2zone")]
    [InlineData("tımezone")]
    public Task A_word_of_its_own_is_silent(string key) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTrait(\"{key}\")] public string? A {{ get; set; }} }}");

    [Theory]
    [InlineData("VeroTrait({|VERO103-Info:\"timezone\"|})", "int")]
    [InlineData("VeroTrait({|VERO103-Info:VeroReservedKeys.Timezone|})", "TimeZoneInfo?")]
    [InlineData("VeroTrait({|VERO103-Info:\"language\"|})", "string?")]
    [InlineData("VeroTrait({|VERO103-Info:\"userAgent\"|})", "string?")]
    public Task A_reserved_key_through_a_trait_is_noted(string attribute, string type) => Verify.AnalyzerAsync(
        $"{Usings}public class Customer {{ [VeroId] public int Id; [{attribute}] public {type} A {{ get; set; }} }}");

    [Fact]
    public Task The_noted_key_may_come_from_the_naming_policy() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [{|VERO103-Info:VeroTrait|}] public string? Language; }");

    [Theory]
    [InlineData("[VeroTimezone] public int Zone; [VeroLanguage] public string? Language; [VeroUserAgent] public string? Agent;")]
    [InlineData("public string? Timezone; public int TimeZone; public object? Language; public int UserAgent;")]
    [InlineData("[VeroChannel(\"timezone\", \"language\")] public string? Token;")]
    [InlineData("public System.Collections.Generic.Dictionary<string, object> Data = new() { [\"timezone\"] = \"Australia/Sydney\" };")]
    public Task What_is_right_or_not_sent_is_silent(string members) =>
        Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}");

    [Fact]
    public async Task A_base_is_told_itself_unless_it_is_in_another_assembly()
    {
        const string Person = "using Vero.Typed; namespace Domain { public abstract class Person { [VeroTrait(KEY)] public string? A; } }";
        const string Customer = "using Vero.Typed; public class NAME : Domain.Person { [VeroId] public int Id; }";
        await Verify.AnalyzerAsync(
            [Person.Replace("KEY", "{|VERO102-Warning:\"user_agent\"|}", StringComparison.Ordinal), Customer.Replace("NAME", "Customer", StringComparison.Ordinal)]);

        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            Person.Replace("KEY", "\"user_agent\"", StringComparison.Ordinal), new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            Customer.Replace("NAME", "{|VERO102-Warning:Customer|}", StringComparison.Ordinal), new HarnessOptions { References = [domain] });
    }

    [Fact]
    public Task A_closed_type_argument_is_judged_on_the_derived_type() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public abstract class Entity<T> { [VeroId] public int Id; [VeroTimezone] public T? Zone; }
        public class {|VERO101:Customer|} : Entity<string> { [VeroTrait] public int A; }
        public class Other : Entity<int> { [VeroTrait] public int A; }
        """);

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("silent", "{|VERO102-Hidden:", "|}")]
    [InlineData("suggestion", "{|VERO102-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity_of_the_warning(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTrait({open}\"time_zone\"{close})] public int A; }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO102.severity = {severity}\n" });

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_the_warning() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO102
            [VeroTrait("time_zone")] public int A;
        #pragma warning restore VERO102
            [VeroTrait({|VERO102-Warning:"timezon"|})] public int B;
        }
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.ReservedKeys", "VERO102")]
        public class Other { [VeroId] public int Id; [VeroTrait("time_zone")] public int A; }
        """);

    [Theory]
    [InlineData("[VeroTrait(\"timezone\", Value = 10)]")]
    [InlineData("[VeroTrait(\"language\", Value = \"en-AU\")]")]
    [InlineData("[VeroTrait(\"userAgent\", Value = \"x\")]")]
    [InlineData("[VeroTrait(\"timezone\", Value = {|VERO104-Warning:600|})]")]
    [InlineData("[VeroTrait(\"language\", Value = {|VERO106-Warning:\"en_AU\"|})]")]
    [InlineData("[VeroTrait(\"language\", Value = {|VERO106-Warning:\"English\"|})]")]
    [InlineData("[VeroTrait(\"timezone\", Value = {|VERO101:\"Australia/Sydney\"|})]")]
    [InlineData("[VeroTrait(\"timezone\", Value = {|VERO101:9.5|})]")]
    [InlineData("[VeroTrait(\"timezone\", Value = {|VERO101:System.DayOfWeek.Monday|})]")]
    [InlineData("[VeroTrait(\"language\", Value = {|VERO101:1033|})]")]
    [InlineData("[VeroTrait(\"userAgent\", Value = {|VERO101:true|})]")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|}, Value = 10)]")]
    public async Task A_constant_is_judged_by_its_value(string attribute)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; {attribute} public class Customer {{ [VeroId] public int Id; }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; [VeroEvent] {attribute} public class Paid {{ [VeroId] public int Id; }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; [VeroMap(typeof(System.Version)), VeroId(From = \"Major\")] {attribute} public static partial class VersionMap {{ }}");
    }

    [Theory]
    [InlineData("[VeroTrait(\"phone_number\", Value = \"+61 491 570 006\")]")]
    [InlineData("[VeroTrait(\"phone_number\", Value = {|VERO108-Warning:\"0491 570 006\"|})]")]
    [InlineData("[VeroTrait(\"phone_number\", Value = {|VERO101:61491570006|})]")]
    public async Task A_constant_phone_number_is_judged_on_users(string attribute)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; {attribute} public class Customer {{ [VeroId] public int Id; }}");
        await Verify.AnalyzerAsync("using Vero.Typed; [VeroEvent, VeroTrait(\"phone_number\", Value = \"0491\")] public class Paid { }");
    }

    [Theory]
    [InlineData("\"timezone\", Value = \"x\"", "'Value' has the type 'string', but \"timezone\" must be a time zone offset: an integer of hours")]
    [InlineData("\"time_zone\", Value = 10", "use the key \"timezone\"")]
    [InlineData("\"timezone\", Value = 600", "The time zone offset of 'Customer' must be between -12 and +14 hours, not 600; 600 minutes are 10 hours")]
    public async Task What_is_said_of_a_constant(string arguments, string expected)
    {
        string said = (await AnalyzerHarness.RunAsync($"using Vero.Typed; [VeroTrait({arguments})] public class Customer {{ [VeroId] public int Id; }}"))[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("[VeroTimezone]", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_constant_is_fixed_where_it_is_written()
    {
        await Verify.CodeFixAsync(
            """
            using Vero.Typed;
            [VeroTrait({|VERO102-Warning:"time_zone"|}, Value = 10)]
            public class Customer { [VeroId] public int Id { get; set; } }
            """,
            """
            using Vero.Typed;
            [VeroTrait("timezone", Value = 10)]
            public class Customer { [VeroId] public int Id { get; set; } }
            """);
        await Verify.CodeFixAsync(
            """
            using Vero.Typed;
            [VeroTrait("language", Value = {|VERO106-Warning:"en_AU"|})]
            public class Customer { [VeroId] public int Id { get; set; } }
            """,
            """
            using Vero.Typed;
            [VeroTrait("language", Value = "en-AU")]
            public class Customer { [VeroId] public int Id { get; set; } }
            """);
    }

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTimezone] public string? A; }", true)]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(\"timezone\")] public string? A; }", true)]
    [InlineData("[VeroTimezone(From = \"Name\")] public class Customer { [VeroId] public int Id; public string? Name; }", true)]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTimezone] public double A; }", false)]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroLanguage] public int A; }", false)]
    [InlineData("[VeroTrait(\"timezone\", Value = \"x\")] public class Customer { [VeroId] public int Id; }", false)]
    [InlineData("[VeroEvent] public class Paid { [VeroTrait(\"timezone\")] public string? A; }", false)]
    public async Task The_id_of_a_time_zone_is_said_to_have_an_option(string type, bool isSaid)
    {
        string said = Assert.Single(await AnalyzerHarness.RunAsync("using Vero.Typed; " + type)).GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(isSaid, said.EndsWith("; use [VeroTimezone(Id = true)] for the id of a time zone", StringComparison.Ordinal));
    }
}
