using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>Each rule reports something. On the oldest compiler these stand for all tests of rules; VERO_TESTS_FULL=1 runs the others there too.</summary>
public sealed partial class OneHitPerRuleTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Vero.Typed; ";

    public static TheoryData<string> Hits =>
    [
        "public class {|VERO001:C|} { [VeroEmail] public string? E; }",
        "public class C { [VeroId] public int A; [{|VERO002:VeroId|}] public int B; }",
        "public class C { [VeroId] public int A; [VeroEmail] public string? E; [{|VERO003:VeroEmail|}] public string? F; }",
        "public class C { [VeroId] public int A; [VeroTrait(\"k\")] public int E; [VeroTrait({|VERO004:\"k\"|})] public int F; }",
        "public class C { [{|VERO005:VeroId|}] public double A; }",
        "public class C { [VeroId] public int A; [{|VERO006:VeroEmail|}] public int E; }",
        "public class C { [VeroId] public int A; [{|VERO007:VeroTrait|}] public object? E; }",
        "public class C { [VeroId] public int A; [{|VERO008:VeroTrait|}] private int E = 1; public int F => E; }",
        "file class {|VERO009:C|} { [VeroId] public int A; }",
        "public class C { [VeroId] public int A; [VeroEmail, {|VERO010:VeroTrait|}] public string? E; }",
        "public class C { [VeroId] public int A; [VeroTrait({|VERO011:\" \"|})] public int E; }",
        "public partial class C { [VeroId] public int A; public int {|VERO012:ToIdentifyRequest|}; }",
        "public class {|VERO013:C|} { [VeroId] public int A; }",
        "public class C { [VeroId] public int A; public void M([{|VERO014:VeroTrait|}] int b) { } }",
        "public partial class B { [VeroId] public int A; } public class {|VERO015:C|} : B { [VeroTrait] public int E; }",
        "public class C { [VeroId] public int A; [VeroChannel({|VERO016:\"\"|}, \"ios\")] public string? E; }",
        "public partial class {|VERO017:Customer|} { [VeroId] public int Id; }",
        "public abstract class B { [VeroId] public int A; } public class C : B { [VeroTrait] public int E; } public class D : B { } public class F { public object M(D d) => d.{|VERO018-Warning:ToIdentifyRequest|}(); }",
        "public abstract class B<T> { [VeroId] public T A { get; set; } = default!; } public class C : B<int> { } public class D { public object M(C c) => c.{|CS1061:{|VERO019:ToIdentifyRequest|}|}(); }",
        "[VeroEvent({|VERO020:\" \"|})] public class C { }",
        "[VeroEvent({|VERO021-Warning:\"a\"|})] public class C { } [VeroEvent({|VERO021-Warning:\"A\"|})] public class D { }",
        "public class C { [VeroId] public int A; [{|VERO022:VeroCreatedAt|}] public DateTime E; }",
        "[VeroEvent] public class C { [{|VERO023:VeroCreatedAt|}] public string? E; }",
        "public class C { [VeroId] public int A; [VeroTrait(From = \"{|VERO024:Lenght|}\")] public string? E; }",
        "public class C { [VeroId] public int A; [VeroTrait(Converter = {|VERO025:\"None\"|})] public string? E; }",
        "public class C { [VeroId] public int A; [VeroTrait({|VERO026:Json = true|})] public int E; }",
        "[VeroMap(typeof(D))] [VeroId(From = \"A\")] public class {|VERO027:C|} { } public class D { public int A; }",
        "public class {|VERO030:C|} { [VeroTrait] public int E; }",
        "public class C<T> { [VeroId] public int A; [{|VERO031:VeroTrait|}] public T E = default!; }",
        "public class B { [VeroId] public int A; } public class C : B { [VeroTrait] public int E; } public class D { public object M(B b) => b.{|VERO032-Warning:ToIdentifyRequest|}(); }",
        "public class C { [VeroId] public int A; [{|VERO033-Warning:VeroTrait|}] public V? E; } public abstract class V { [VeroTrait] public int A; } [VeroSerialization(ValueOnly = true)] public class W : V { [VeroTrait] public int B; }",
        "public class C { [VeroId] public int A; [{|VERO101:VeroTimezone|}] public string? E; }",
        "public class C { [VeroId] public int A; [VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int E; }",
        "public class C { [VeroId] public int A; [VeroTrait({|VERO103-Info:\"timezone\"|})] public int E; }",
        "public class C { [VeroId] public int A; [VeroTimezone] public int E = {|VERO104-Warning:99|}; }",
        "public class C { [VeroId] public int A; [VeroTimezone] public int E => TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|}.Hours; }",
        "public class C { [VeroId] public int A; [VeroLanguage] public string E = {|VERO106-Warning:\"en_AU\"|}; }",
        "public class C { [VeroId] public int A; [VeroData] public Dictionary<string, object> E = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; }",
        "public class C { [VeroId] public int A; [VeroPhoneNumber] public string E = {|VERO108-Warning:\"0491 570 006\"|}; }",
        "public class C { [VeroId] public int A; [VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string? E; }",
        "public class C { [VeroId] public int A; [System.Text.Json.Serialization.JsonPropertyName(\"k\"), {|VERO110-Info:VeroTrait|}] public int E; }",
        "public class C { [VeroId] public int A; [System.Text.Json.Serialization.JsonIgnore, {|VERO111-Info:VeroTrait|}] public int E; }",
        "public class C { [VeroId] public int A; [System.Text.Json.Serialization.JsonIgnore, {|VERO113-Warning:VeroTrait|}] public int Password; }",
        "public class C { [VeroId] public int A; [{|VERO112-Info:VeroTrait|}] public DateTime E; }",
        "public class C { [VeroId] public int A; [{|VERO120:VeroTrait(\"timezone\", WriteNull = true)|}] public int? E; }",
        "public class C { [VeroId] public int A; [VeroData] public Dictionary<string, object> E = new() { [{|VERO121-Warning:\"time_zone\"|}] = 1 }; }",
        "public class C { public object M() => new VeroClientOptions { AuthToken = {|VERO201-Warning:\"M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1\"|} }; }",
        "public class C { public object M() => new VeroClientOptions { BaseAddress = new({|VERO202:\"http://api.getvero.com\"|}) }; }",
        "public class C { [VeroId] public int A; public void M() { this.{|VERO203-Warning:ToIdentifyRequest|}(); } }",
        "public class C { [{|VERO301-Warning:VeroId|}] public int A; }",
        "public class {|VERO302-Warning:C|} { [VeroId] public int A; }",
        "public class C { [VeroId] public int A; [{|VERO303-Warning:VeroTrait|}] public int E; }",
        "public class C { [VeroId] public int A; } // VERO304, in the plan",
    ];

    [Theory]
    [MemberData(nameof(Hits))]
    public Task A_rule_reports([StringSyntax("c#-test")] string source) => Verify.AnalyzerAsync(Usings + source, OptionsFor(source));

    [Fact]
    public void Every_rule_is_here() => Assert.Equal(
        typeof(RuleIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Hits.Select(static row => RuleId().Match(row.Data).Value).Distinct().Order(StringComparer.Ordinal));

    private static HarnessOptions OptionsFor(string source) => RuleId().Match(source).Value switch
    {
        RuleIds.VERO013LanguageVersion => new HarnessOptions { LanguageVersion = LanguageVersion.CSharp10 },
        RuleIds.VERO017MadeByGenerator => new HarnessOptions { OtherGenerators = [typeof(MakesAnAnnotatedMember)] },
        RuleIds.VERO201TokenInSource or RuleIds.VERO202AddressWithoutHttps => new HarnessOptions { ReferencesClient = true },
        RuleIds.VERO301NotPlanned => new HarnessOptions { Plan = "" },
        RuleIds.VERO302NotSent => new HarnessOptions { Plan = "C id string\nC data.e string\n" },
        RuleIds.VERO303TypeChanged => new HarnessOptions { Plan = "C id string\nC data.e string\n" },
        RuleIds.VERO304UnreadableLine => new HarnessOptions { Plan = "{|VERO304:=======|}\n" },
        _ => HarnessOptions.Default,
    };

    [GeneratedRegex("VERO[0-9]{3}")]
    private static partial Regex RuleId();
}
