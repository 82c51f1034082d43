using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.ReservedKeys;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO107.</summary>
public sealed class DataEntryTests
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Globalization; using System.Text.Json;
        using System.Text.Json.Nodes; using Vero.Typed;

        """;

    private const string Customer = Usings + """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroData] public Dictionary<string, object?> Extra { get; set; } = new();
            public Dictionary<string, object?> Other { get; set; } = new();
            public Customer? Friend { get; set; }
        }
        public class Texts { [VeroId] public int Id; [VeroData] public Dictionary<string, string>? Extra; }
        public class Numbers { [VeroId] public int Id; [VeroData] public IDictionary<string, int> Extra { get; } = new Dictionary<string, int>(); }
        public class Json { [VeroId] public int Id; [VeroData] public JsonObject Extra { get; set; } = new(); }
        public class Sorted { [VeroId] public int Id; [VeroData] public ImmutableSortedDictionary<string, object> Extra { get; set; } = ImmutableSortedDictionary<string, object>.Empty; }
        public record Record([VeroId] int Id, [VeroData] IReadOnlyDictionary<string, object?>? Extra);
        public static class Keys { public const string Bad = "time_zone"; public const string Zone = "timezone"; }

        """;

    [Theory]
    [InlineData("c.Extra[{|VERO121-Warning:\"time_zone\"|}] = 10;")]
    [InlineData("c.Extra[{|VERO121-Warning:\"Timezone\"|}] = \"anything\";")]
    [InlineData("c.Extra[{|VERO121-Warning:\"langauge\"|}] = \"en\"; c.Extra[{|VERO121-Warning:\"user_agent\"|}] = \"x\"; c.Extra[{|VERO121-Warning:Keys.Bad|}] = 1;")]
    [InlineData("c.Extra[\"timezone\"] = {|VERO107-Warning:\"Australia/Sydney\"|}; c.Extra[Keys.Zone] = {|VERO107-Warning:\"10\"|}; c.Extra[VeroReservedKeys.Timezone] = {|VERO107-Warning:text|};")]
    [InlineData("c.Extra[\"timezone\"] = {|VERO107-Warning:true|}; c.Extra[\"timezone\"] = {|VERO107-Warning:DateTimeOffset.Now|}; c.Extra[\"timezone\"] = {|VERO107-Warning:TimeSpan.FromHours(10)|};")]
    [InlineData("c.Extra[\"timezone\"] = {|VERO107-Warning:TimeZoneInfo.Local|}; c.Extra[\"timezone\"] = {|VERO107-Warning:DayOfWeek.Monday|}; c.Extra[\"timezone\"] = {|VERO107-Warning:new[] { 1 }|};")]
    [InlineData("c.Extra[\"timezone\"] = {|VERO107-Warning:99|}; c.Extra[\"timezone\"] = {|VERO107-Warning:5.5|}; c.Extra[\"timezone\"] = {|VERO107-Warning:36000|}; c.Extra[\"timezone\"] = {|VERO107-Warning:5.75m|};")]
    [InlineData("c.Extra[\"timezone\"] = TimeZoneInfo.Local.{|VERO107-Warning:BaseUtcOffset|}.Hours; c.Extra[\"timezone\"] = span.{|VERO107-Warning:TotalMinutes|};")]
    [InlineData("c.Extra[\"timezone\"] = flag ? 10 : {|VERO107-Warning:\"Sydney\"|}; c.Extra[\"timezone\"] = flag ? {|VERO107-Warning:99|} : 10;")]
    [InlineData("c.Extra[\"language\"] = {|VERO107-Warning:\"English\"|}; c.Extra[\"language\"] = CultureInfo.CurrentCulture.{|VERO107-Warning:EnglishName|}; c.Extra[\"language\"] = \"\";")]
    [InlineData("c.Extra[\"language\"] = {|VERO107-Warning:1033|}; c.Extra[\"language\"] = {|VERO107-Warning:true|}; c.Extra[\"language\"] = {|VERO107-Warning:new List<string>()|};")]
    [InlineData("c.Extra[\"userAgent\"] = {|VERO107-Warning:1|}; c.Extra[\"userAgent\"] = {|VERO107-Warning:1.5|}; c.Extra[\"userAgent\"] = {|VERO107-Warning:new[] { \"x\" }|};")]
    [InlineData("c.Extra[\"language\"] = {|VERO107-Warning:(int)DayOfWeek.Monday|};")]
    [InlineData("c.Extra[\"timezone\"] ??= {|VERO107-Warning:\"Sydney\"|};")]
    [InlineData("c.Extra.Add(\"timezone\", {|VERO107-Warning:\"Sydney\"|}); c.Extra.Add({|VERO121-Warning:\"time_zone\"|}, 10); c.Extra.Add(value: {|VERO107-Warning:\"Sydney\"|}, key: \"timezone\");")]
    [InlineData("c.Extra.TryAdd(\"timezone\", {|VERO107-Warning:\"Sydney\"|}); c.Friend!.Extra.Add(\"timezone\", {|VERO107-Warning:\"Sydney\"|}); c.Friend?.Extra.Add(\"timezone\", {|VERO107-Warning:\"Sydney\"|}); c.Extra?.TryAdd({|VERO121-Warning:\"time_\" + \"zone\"|}, 1);")]
    [InlineData("new Numbers().Extra.TryAdd(\"language\", {|VERO107-Warning:1|}); new Numbers().Extra[\"timezone\"] = {|VERO107-Warning:99|};")]
    [InlineData("((ICollection<KeyValuePair<string, object?>>)c.Extra).Add(new KeyValuePair<string, object?>(\"timezone\", {|VERO107-Warning:\"Sydney\"|})); ((ICollection<KeyValuePair<string, object?>>)c.Extra).Add(KeyValuePair.Create<string, object?>({|VERO121-Warning:\"time_zone\"|}, 1));")]
    [InlineData("_ = new Customer { Extra = { [\"timezone\"] = {|VERO107-Warning:\"x\"|}, [\"a\"] = \"b\" } }; _ = new Customer { Extra = { { \"timezone\", {|VERO107-Warning:\"x\"|} } } };")]
    [InlineData("_ = new Customer { Extra = new() { { \"timezone\", {|VERO107-Warning:\"+10\"|} }, { {|VERO121-Warning:\"langauge\"|}, \"en\" } } };")]
    [InlineData("_ = new Customer { Extra = new Dictionary<string, object?>(StringComparer.Ordinal) { [\"timezone\"] = {|VERO107-Warning:\"+10\"|} } };")]
    [InlineData("c.Extra = flag ? new() : new() { [\"timezone\"] = {|VERO107-Warning:\"+10\"|} };")]
    [InlineData("_ = new Record(1, new Dictionary<string, object?> { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }); _ = new Record(1, null) with { Extra = new Dictionary<string, object?> { [{|VERO121-Warning:\"time_zone\"|}] = 10 } };")]
    [InlineData("var extra = new Dictionary<string, object?> { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; extra[{|VERO121-Warning:\"time_zone\"|}] = 10; extra.Add(\"language\", {|VERO107-Warning:\"English\"|}); if (extra.Count > 0) _ = new Record(1, extra);")]
    [InlineData("Dictionary<string, object?> extra; extra = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; c.Extra = extra; extra.TryAdd(\"language\", {|VERO107-Warning:1|});")]
    [InlineData("var extra = c.Extra; extra[\"timezone\"] = {|VERO107-Warning:\"x\"|}; c.Other = extra;")]
    [InlineData("string zone = \"Sydney\"; c.Extra[\"timezone\"] = {|VERO107-Warning:zone|}; object any = 5.5; c.Extra[\"timezone\"] = {|VERO107-Warning:any|};")]
    [InlineData("_ = new Texts { Extra = new() { [\"timezone\"] = {|VERO107-Warning:\"10\"|}, [\"language\"] = \"en\" } };")]
    [InlineData("var j = new Json(); j.Extra[\"timezone\"] = {|VERO107-Warning:\"x\"|}; j.Extra.Add(\"language\", {|VERO107-Warning:5|}); j.Extra[\"timezone\"] = JsonValue.Create({|VERO107-Warning:\"x\"|}); j.Extra[\"timezone\"] = (JsonNode?){|VERO107-Warning:99|};")]
    [InlineData("_ = new Json { Extra = new JsonObject { [\"timezone\"] = {|VERO107-Warning:\"x\"|}, [\"language\"] = {|VERO107-Warning:\"English\"|}, [\"userAgent\"] = {|VERO107-Warning:new JsonArray()|} } };")]
    public Task An_entry_that_Vero_would_misread_is_reported(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ public void Call(Customer c, bool flag, TimeSpan span, string text) {{ {statements} }} }}");

    [Theory]
    [InlineData("c.Extra[\"timezone\"] = 10; c.Extra[\"timezone\"] = -12; c.Extra[\"timezone\"] = 10L; c.Extra[\"timezone\"] = 10.0; c.Extra[\"timezone\"] = 10m; c.Extra[\"timezone\"] = null;")]
    [InlineData("c.Extra[\"timezone\"] = number; c.Extra[\"timezone\"] = any; c.Extra[\"timezone\"] = element; c.Extra[\"timezone\"] = fraction; c.Extra[\"timezone\"] = (int)DayOfWeek.Monday; c.Extra[\"timezone\"] = maybe;")]
    [InlineData("c.Extra[\"timezone\"] = TimeZoneInfo.Local.GetUtcOffset(DateTime.UtcNow).Hours; c.Extra[\"timezone\"] = span.TotalMinutes / 60;")]
    [InlineData("c.Extra[\"language\"] = \"en-AU\"; c.Extra[\"language\"] = text; c.Extra[\"language\"] = CultureInfo.CurrentCulture; c.Extra[\"language\"] = CultureInfo.CurrentCulture.Name; c.Extra[\"language\"] = null;")]
    [InlineData("c.Extra[\"userAgent\"] = \"x\"; c.Extra[\"userAgent\"] = text; c.Extra[\"userAgent\"] = any;")]
    [InlineData("c.Extra[\"languages\"] = 5; c.Extra[\"timezone_name\"] = \"Sydney\"; c.Extra[\"locale\"] = \"en_AU\"; c.Extra[\"tz\"] = \"x\"; c.Extra[text] = \"x\"; c.Extra[\"\"] = 1;")]
    [InlineData("c.Other[\"timezone\"] = \"Sydney\"; c.Other[\"time_zone\"] = 1; c.Other.Add(\"timezone\", \"x\"); c.Other = new() { [\"timezone\"] = \"x\" };")]
    [InlineData("var plain = new Dictionary<string, object?> { [\"timezone\"] = \"x\" }; plain[\"time_zone\"] = 1; Use(plain); var list = new List<int> { 1 }; list[0] = 2;")]
    [InlineData("var extra = new Dictionary<string, object?> { [\"timezone\"] = \"x\" }; Use(extra); c.Extra = extra;")]
    [InlineData("var extra = new Dictionary<string, object?> { [\"time_zone\"] = 1 }; extra.Remove(\"time_zone\"); c.Extra = extra;")]
    [InlineData("var extra = new Dictionary<string, object?> { [\"timezone\"] = \"x\" }; if (flag) extra = new(); c.Extra = extra;")]
    [InlineData("var extra = c.Extra; extra = new(); extra[\"timezone\"] = \"x\"; object o = c.Extra[\"timezone\"] ?? \"time_zone\"; bool b = c.Extra.ContainsKey(\"time_zone\");")]
    [InlineData("var s = new Sorted(); s.Extra.Add(\"timezone\", \"x\"); s.Extra = s.Extra.SetItem(\"timezone\", \"x\");")]
    [InlineData("var j = new Json(); j.Extra[\"timezone\"] = 10; j.Extra[\"timezone\"] = JsonValue.Create(10); j.Extra[\"timezone\"] = node; j.Extra[\"profile\"] = new JsonObject { [\"time_zone\"] = \"x\" }; j.Extra[\"profile\"]![\"timezone\"] = \"x\";")]
    [InlineData("c.Extra[\"profile\"] = new Dictionary<string, object?> { [\"timezone\"] = \"x\" }; c.Friend!.Other[\"timezone\"] = \"x\"; Get()[\"timezone\"] = \"x\"; c.Extra = Get();")]
    [InlineData("string zone = flag ? \"a\" : \"b\"; object value = flag ? 1 : zone; c.Extra[\"timezone\"] = value;")]
    public Task What_may_be_right_or_is_not_sent_is_silent(string statements) => Verify.AnalyzerAsync(
        $"{Customer} public class Calls {{ static Dictionary<string, object?> Get() => new() {{ [\"timezone\"] = \"x\" }}; static void Use(object o) {{ }} public void Call(Customer c, bool flag, TimeSpan span, string text, object any, int number, int? maybe, double fraction, JsonElement element, JsonNode node) {{ {statements} }} }}");

    [Theory]
    [InlineData("[VeroData] public Dictionary<string, object?> Extra { get; } = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} };")]
    [InlineData("[VeroData] public Dictionary<string, object?> Extra = new() { { {|VERO121-Warning:\"time_zone\"|}, 1 } };")]
    [InlineData("[VeroData] public IReadOnlyDictionary<string, object?> Extra => new Dictionary<string, object?> { [\"timezone\"] = {|VERO107-Warning:\"x\"|} };")]
    [InlineData("[VeroData] public Dictionary<string, object?> Extra { get { var made = new Dictionary<string, object?>(); made[\"timezone\"] = {|VERO107-Warning:\"x\"|}; return made; } }")]
    [InlineData("private readonly Dictionary<string, object?> _extra = new(); [VeroData] public Dictionary<string, object?> Extra => _extra; public void Fill() { _extra[\"timezone\"] = {|VERO107-Warning:\"x\"|}; Extra.Add({|VERO121-Warning:\"time_zone\"|}, 1); }")]
    [InlineData("private readonly Dictionary<string, object?> _extra = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; [VeroData] public IReadOnlyDictionary<string, object?> Extra => _extra;")]
    [InlineData("public Customer(Dictionary<string, object?> extra) => Extra = extra; public static Customer Make() => new(new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }); [VeroData] public Dictionary<string, object?> Extra { get; }")]
    public Task Initializers_getters_and_constructors_are_looked_at(string members) => Verify.AnalyzerAsync(
        $"{Usings} public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("public Dictionary<string, object?> Extra { get; } = new() { [\"timezone\"] = \"x\" };")]
    [InlineData("[VeroData] public Dictionary<string, object?> Extra { get { return new(); } } public void Fill() => Extra[\"timezone\"] = \"x\";")]
    [InlineData("private readonly Dictionary<string, object?> _extra = new() { [\"timezone\"] = \"x\" }; [VeroData] public IReadOnlyDictionary<string, object?> Extra => new Dictionary<string, object?>(_extra);")]
    public Task Dictionaries_that_are_not_the_one_that_is_sent_are_silent(string members) => Verify.AnalyzerAsync(
        $"{Usings} public class Customer {{ [VeroId] public int Id; {members} }}");

    [Fact]
    public async Task Types_of_another_assembly_count()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using System.Collections.Generic; using Vero.Typed; namespace Domain; public record Customer([VeroId] int Id, [VeroData] Dictionary<string, object> Extra);",
            new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            "public class Calls { public object Call(Domain.Customer c) { c.Extra[\"timezone\"] = {|VERO107-Warning:\"x\"|}; return new Domain.Customer(1, new() { [\"timezone\"] = {|VERO107-Warning:\"y\"|} }); } }",
            new HarnessOptions { References = [domain] });
    }

    [Theory]
    [InlineData("[\"timezone\"] = \"x\"", "timezone", "a whole number of hours between -12 and +14", "the value has the type 'string'", null)]
    [InlineData("[\"timezone\"] = 99", "timezone", "a whole number of hours between -12 and +14", "99 is out of range", null)]
    [InlineData("[\"timezone\"] = 600", "timezone", "a whole number of hours between -12 and +14", "600 minutes are 10 hours", null)]
    [InlineData("[\"timezone\"] = 5.5", "timezone", "a whole number of hours between -12 and +14", "the value is not a whole number", null)]
    [InlineData("[\"language\"] = \"en_AU\"", "language", "a BCP 47 language tag such as \"en-AU\"", "\"en_AU\" should be \"en-AU\"", "en-AU")]
    [InlineData("[\"userAgent\"] = 1", "userAgent", "a string", "the value has the type 'int'", null)]
    public async Task It_says_what_to_write_and_tells_the_code_fix(string entry, string key, string needed, string reason, string? replacement)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Entry(entry)));
        Assert.Equal(ReservedKeyRules.DataEntryValue.MessageWith("Extra", key, needed, reason), found.Message());
        Assert.Equal(replacement, found.Properties.GetValueOrDefault(DiagnosticProperties.Replacement));
    }

    [Fact]
    public async Task It_says_which_key_is_meant_and_tells_the_code_fix()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Entry("[\"time_zone\"] = 1")));
        Assert.Equal(ReservedKeyRules.MisspeltDataEntry.MessageWith("Extra", "time_zone", "timezone"), found.Message());
        Assert.Equal("timezone", found.Properties.GetValueOrDefault(DiagnosticProperties.Replacement));
    }

    private static string Entry(string entry) =>
        $"using System.Collections.Generic; using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroData] public Dictionary<string, object> Extra = new() {{ {entry} }}; }}";

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.Preview)]
    public Task It_holds_in_every_language_version_and_without_nullable(LanguageVersion version) => Verify.AnalyzerAsync(
        "using System.Collections.Generic; using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroData] public Dictionary<string, object> Extra = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; }",
        new HarnessOptions { LanguageVersion = version, Nullable = NullableContextOptions.Disable });

    [Fact]
    public Task Generated_files_are_left_alone() => Verify.AnalyzerAsync(
        "// <auto-generated/>\nusing System.Collections.Generic; using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroData] public Dictionary<string, object> Extra = new() { [\"timezone\"] = \"x\" }; }");

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("suggestion", "{|VERO107-Info:", "|}")]
    public Task An_editorconfig_sets_the_severity(string severity, string open, string close) => Verify.AnalyzerAsync(
        $"using System.Collections.Generic; using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroData] public Dictionary<string, object> Extra = new() {{ [\"timezone\"] = {open}\"x\"{close} }}; }}",
        new HarnessOptions { EditorConfig = $"root = true\n[*.cs]\ndotnet_diagnostic.VERO107.severity = {severity}\n" });

    [Fact]
    public Task A_pragma_or_a_suppress_message_silences_it() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
        #pragma warning disable VERO107
            [VeroData] public Dictionary<string, object> Extra = new() { ["timezone"] = "x" };
        #pragma warning restore VERO107
            public void Fill() => Extra["timezone"] = {|VERO107-Warning:"x"|};
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Vero.ReservedKeys", "VERO107")]
            public void FillAgain() => Extra["timezone"] = "x";
        }
        """);
}
