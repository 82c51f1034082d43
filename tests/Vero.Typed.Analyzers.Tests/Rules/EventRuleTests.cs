using System.Globalization;
using Microsoft.CodeAnalysis.Testing;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO020 to VERO023, and the rules of shape where they apply to events.</summary>
public sealed class EventRuleTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Vero.Typed; ";

    [Theory]
    [InlineData("[VeroEvent({|VERO020:\"\"|})] public class Ping { }")]
    [InlineData("[VeroEvent({|VERO020:\" \\t\"|})] public class Ping { }")]
    [InlineData("[VeroEvent({|VERO020:null!|})] public class Ping { }")]
    [InlineData("[VeroEvent({|VERO020:\"Identified\"|})] public partial class Ping { }")]
    [InlineData("[VeroEvent({|VERO020:\"visited_site\"|}, Source = \"x\")] public class Ping { }")]
    [InlineData("[VeroEvent(name: {|VERO020:\"VIEWED PAGE\"|})] public record Ping;")]
    [InlineData("[VeroEvent({|VERO020:Names.Name|})] public record Ping; public static class Names { public const string Name = \"Viewed page\"; }")]
    [InlineData("[VeroEvent({|VERO020:\"a\\ud800\"|})] public record Ping;")]
    [InlineData("[VeroEvent] public record {|VERO020:ViewedPage|};")]
    [InlineData("[VeroEvent] public abstract record Base; [VeroEvent] public record {|VERO020:Identified|} : Base;")]
    public Task A_name_that_is_none_is_reported(string source) => Verify.AnalyzerAsync(Usings + source);

    [Fact]
    public async Task A_name_may_have_254_characters()
    {
        await Verify.AnalyzerAsync($"{Usings}[VeroEvent(\"{new string('a', 254)}\")] public record Ping;");
        await Verify.AnalyzerAsync($"{Usings}[VeroEvent({{|VERO020:\"{new string('a', 255)}\"|}})] public record Ping;");
    }

    [Fact]
    public async Task The_name_of_a_constant_may_have_254_characters()
    {
        await Verify.AnalyzerAsync(Source(254, "Names.Long"));
        await Verify.AnalyzerAsync(Source(255, "{|VERO020:Names.Long|}"));
        CompiledAssembly names = GeneratorHarness.CompileWithoutGenerator(
            $"namespace Other {{ public static class Names {{ public const string Long = \"{new string('a', 255)}\"; }} }}", new HarnessOptions { AssemblyName = "Other" });
        await Verify.AnalyzerAsync(
            $"{Usings}[VeroEvent({{|VERO020:Other.Names.Long|}})] public partial record Ping;", new HarnessOptions { References = [names] });

        static string Source(int length, string name) =>
            $"{Usings}[VeroEvent({name})] public record Ping; public static class Names {{ public const string Long = \"a\" + \"{new string('a', length - 1)}\"; }}";
    }

    [Theory]
    [InlineData("[VeroEvent] public record Ping;")]
    [InlineData("[VeroEvent(\"Identified by post\")] public record Ping;")]
    [InlineData("[VeroEvent] public abstract record Identified; [VeroEvent] public record Ping : Identified;")]
    public Task A_name_is_silent(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("[VeroEvent({|VERO021-Warning:\"Placed order\"|})] public class A { } [VeroEvent({|VERO021-Warning:\"placed_ORDER\"|})] public class B { }")]
    [InlineData("[VeroEvent({|VERO021-Warning:\"order placed\"|})] public class A { } namespace N { [VeroEvent] public class {|VERO021-Warning:OrderPlaced|} { } }")]
    [InlineData("namespace M { [VeroEvent] public class {|VERO021-Warning:Ping|} { } } namespace N { [VeroEvent] public class {|VERO021-Warning:Ping|} { } }")]
    public Task Two_events_of_one_name_are_reported(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("[VeroEvent(\"Placed order\")] public class A { } [VeroEvent(\"Placed orders\")] public class B { }")]
    [InlineData("[VeroEvent] public partial class Ping { } public partial class Derived : Ping { [VeroTrait] public int A; }")]
    [InlineData("[VeroEvent] public abstract class Ping { } namespace N { [VeroEvent] public class Ping { } }")]
    [InlineData("namespace M { public class Ping { [VeroId] public int Id; } } namespace N { [VeroEvent] public class Ping { } }")]
    [InlineData("[VeroEvent(\"a-b\")] public class A { } [VeroEvent(\"a.b\")] public class B { }")]
    public Task Other_names_are_silent(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("[VeroEvent] public class Ping { [{|VERO022:VeroTimezone|}] public int A; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO022:VeroLanguage|}] public string? A; [{|VERO022:VeroUserAgent|}] public string? B; }")]
    [InlineData("[VeroEvent] public partial record Ping([{|VERO022:VeroChannel(\"push\", \"ios\")|}] string? A);")]
    [InlineData("[VeroEvent] public abstract class Base { [{|VERO022:VeroTimezone|}] public int A; } [VeroEvent] public class Ping : Base { }")]
    [InlineData("public class User { [VeroId] public int Id; [{|VERO022:VeroCreatedAt|}] public DateTime A; }")]
    [InlineData("public class User { [VeroId] public int Id; } [{|VERO022:VeroEvent|}] public class Ping : User { }")]
    [InlineData("public abstract class User { [VeroId] public int Id; } [{|VERO022:VeroEvent(\"x\")|}] public class Ping : User { }")]
    [InlineData("public partial class User { [VeroId] public int Id; } public abstract class Between : User { } [{|VERO022:VeroEvent|}] public partial class Ping : Between { }")]
    [InlineData("[VeroEvent({|VERO022:\"x\"|})] public abstract class Base { }")]
    public Task An_attribute_without_a_place_is_reported(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("public abstract class Shared { [VeroTrait] public int A; } [VeroEvent] public class Ping : Shared { } public class User : Shared { [VeroId] public int Id; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroId] public int Id; [VeroEmail] public string? Email; [VeroTrait] public int A; [VeroData] public Dictionary<string, int>? B; [VeroCreatedAt] public DateTime At; }")]
    [InlineData("[VeroEvent(Source = \"x\")] public abstract class Base { }")]
    public Task What_may_be_shared_is_silent(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("string")]
    [InlineData("long")]
    [InlineData("DateOnly")]
    [InlineData("TimeSpan")]
    [InlineData("DateTime[]")]
    [InlineData("object?")]
    public Task A_date_of_another_type_is_reported(string type) =>
        Verify.AnalyzerAsync($"{Usings}[VeroEvent] public class Ping {{ [{{|VERO023:VeroCreatedAt|}}] public {type} At {{ get; set; }} = default!; }}");

    [Theory]
    [InlineData("DateTime")]
    [InlineData("DateTime?")]
    [InlineData("DateTimeOffset")]
    [InlineData("DateTimeOffset?")]
    public Task A_date_is_silent(string type) => Verify.AnalyzerAsync($"{Usings}[VeroEvent] public class Ping {{ [VeroCreatedAt] public {type} At; }}");

    [Theory]
    [InlineData("[VeroEvent] public class {|VERO001:Ping|} { [VeroEmail] public string? Email; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroId] public int A; [{|VERO002:VeroId|}] public int B; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroCreatedAt] public DateTime A; [{|VERO004:VeroCreatedAt|}] public DateTime B; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"a\")] public int A; [VeroTrait({|VERO004:\"a\"|})] public int B; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO007:VeroTrait|}] public object? A; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO008:VeroTrait|}] private int A = 1; public int B => A; }")]
    [InlineData("[VeroEvent] public static class {|VERO009:Ping|} { }")]
    [InlineData("[VeroEvent] public partial class Ping { public TrackRequest {|VERO012:ToTrackRequest|}(VeroIdentity user) => throw new Exception(); }")]
    [InlineData("[VeroEvent] public partial class Ping { [VeroId] public int Id; public TrackRequest {|VERO012:ToTrackRequest|}() => throw new Exception(); }")]
    [InlineData("[VeroEvent] public partial class Ping { public TrackRequest ToTrackRequest() => throw new Exception(); public void ToIdentifyRequest() { } }")]
    [InlineData("[VeroEvent] public class Ping { [VeroId] public int A; [VeroEmail] public string? B; [{|VERO003:VeroEmail|}] public string? C; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO005:VeroId|}] public double A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroId] public int A; [{|VERO006:VeroEmail|}] public int B; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroId] public int A; [VeroEmail, {|VERO010:VeroTrait|}] public string? B; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait({|VERO011:\" \"|})] public int A; }")]
    [InlineData("[VeroEvent] public class Ping { public void M([{|VERO014:VeroTrait|}] int a) { } }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(From = \"{|VERO024:Lenght|}\")] public string? A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroCreatedAt(From = \"{|VERO024:Dat|}\")] public DateTimeOffset A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(Converter = {|VERO025:\"None\"|})] public string? A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait({|VERO026:Json = true|})] public int A; }")]
    [InlineData("[VeroEvent] public class Ping<T> { [{|VERO031:VeroTrait|}] public T A = default!; }")]
    [InlineData("[VeroEvent] public class Ping { [System.Text.Json.Serialization.JsonPropertyName(\"k\"), {|VERO110-Info:VeroTrait|}] public int A; }")]
    [InlineData("[VeroEvent] public class Ping { [System.Text.Json.Serialization.JsonIgnore, {|VERO111-Info:VeroTrait|}] public int A; }")]
    [InlineData("[VeroEvent] public class Ping { [System.Text.Json.Serialization.JsonIgnore, {|VERO113-Warning:VeroTrait|}] public int Password; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO112-Info:VeroTrait|}] public DateTime A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroData] public Dictionary<string, object> A = new() { [\"timezone\"] = {|VERO107-Warning:\"x\"|} }; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait({|VERO101:\"timezone\"|})] public string? A; }")]
    [InlineData("[VeroEvent] public partial class Ping { [VeroTrait] public int A; } public class {|VERO015:Derived|} : Ping { [VeroTrait] public int B; }")]
    public Task The_rules_of_shape_apply_to_events(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("[VeroMap(typeof(Order)), VeroEvent(\"Placed order\")] public class {|VERO027:PlacedOrder|} { } public class Order { }")]
    [InlineData("[VeroMap(typeof(IEnumerable<>)), VeroEvent(\"Placed order\")] public static partial class {|VERO027:PlacedOrder|} { }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A; }")]
    [InlineData("[VeroEvent] public record Ping([{|VERO102-Warning:VeroTrait|}] string UserAgent);")]
    [InlineData("[VeroEvent] public abstract class Base { [{|VERO102-Warning:VeroTrait|}] public int TimeZone; } [VeroEvent] public class Ping : Base { }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezone\")] public int A = {|VERO104-Warning:600|}; }")]
    [InlineData("[VeroEvent] public record Ping([property: VeroTrait] int Timezone) { public static Ping Make() => new({|VERO104-Warning:-13|}); }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezone\")] public int A => TimeZoneInfo.Local.{|VERO105-Warning:BaseUtcOffset|}.Hours; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait] public string Language = {|VERO106-Warning:\"en_AU\"|}; }")]
    [InlineData("[VeroEvent] public class Ping { [{|VERO120:VeroTrait(\"timezone\", WriteNull = true)|}] public int? A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroData] public Dictionary<string, object> A = new() { [{|VERO121-Warning:\"langauge\"|}] = \"en\" }; }")]
    public Task The_rules_of_maps_and_reserved_keys_apply_to_events(string source) => Verify.AnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("[VeroMap(typeof(Order)), VeroEvent(\"Placed order\")] public static partial class PlacedOrder { } public class Order { }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezones\")] public int A; [VeroTrait] public string? Locale; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezone\")] public int A = 14; [VeroTrait(\"minutes\")] public int B = 600; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezone\")] public int A => TimeZoneInfo.Local.GetUtcOffset(DateTime.UtcNow).Hours; [VeroTrait] public int B => TimeZoneInfo.Local.BaseUtcOffset.Hours; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait] public string Language = \"en-AU\"; [VeroTrait] public string Tongue = \"en_AU\"; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroTrait(\"timezone\")] public int? A; [VeroTrait(\"zone\", WriteNull = true)] public int? B; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroData] public Dictionary<string, object> A = new() { [\"languages\"] = \"en\" }; public Dictionary<string, object> B = new() { [\"langauge\"] = 1 }; }")]
    public Task What_only_looks_like_it_is_silent_on_events(string source) => Verify.AnalyzerAsync(Usings + source);

    // VERO016 and VERO108 judge members that VERO022 reports, VERO103 advises an attribute that has no place there, and phone_number is not reserved (VERO109).
    [Theory]
    [InlineData("[VeroChannel({|VERO016:\"\"|}, \"ios\")] public string? A;", "[{|VERO022:VeroChannel(\"\", \"ios\")|}] public string? A;")]
    [InlineData("[{|VERO016:VeroChannel|}] public int A;", "[{|VERO022:VeroChannel|}] public int A;")]
    [InlineData("[VeroTrait({|VERO103-Info:\"timezone\"|})] public int A;", "[VeroTrait(\"timezone\")] public int A;")]
    [InlineData("[{|VERO103-Info:VeroTrait|}] public string? Language;", "[VeroTrait] public string? Language;")]
    [InlineData("[VeroPhoneNumber] public string A = {|VERO108-Warning:\"0491\"|};", "[{|VERO022:VeroPhoneNumber|}] public string A = \"0491\";")]
    [InlineData("[VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string A = {|VERO108-Warning:\"0491\"|};", "[VeroTrait(\"phone_number\")] public string A = \"0491\";")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"phonenumber\"|})] public string? A;", "[VeroTrait(\"phonenumber\")] public string? A;")]
    [InlineData("[VeroTimezone] public int A = {|VERO104-Warning:99|};", "[{|VERO022:VeroTimezone|}] public int A = 99;")]
    public async Task What_is_for_users_alone_is_silent_on_events(string ofUser, string ofEvent)
    {
        await Verify.AnalyzerAsync($"{Usings}public class Ping {{ [VeroId] public int Id; {ofUser} }}");
        await Verify.AnalyzerAsync($"{Usings}[VeroEvent] public class Ping {{ {ofEvent} }}");
    }

    [Theory]
    [InlineData("[VeroTrait(\"time_zone\")] public int A;")]
    [InlineData("[VeroTrait] public string? UserAgent;")]
    [InlineData("[VeroTrait] public TimeZoneInfo? A;")]
    public async Task No_message_advises_an_attribute_that_has_no_place_on_an_event(string member)
    {
        Assert.Contains("use [Vero", await MessageAsync("public class Ping { [VeroId] public int Id; "), StringComparison.Ordinal);
        Assert.DoesNotContain("use [Vero", await MessageAsync("[VeroEvent] public class Ping { "), StringComparison.Ordinal);

        async Task<string> MessageAsync(string type) =>
            Assert.Single(await AnalyzerHarness.RunAsync($"{Usings}{type}{member} }}")).GetMessage(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("file class {|VERO009:Ping|} { }")]
    [InlineData("public partial class {|VERO017:Customer|} { [VeroTrait] public int A; }", true)]
    [InlineData("public class {|VERO013:Ping|} { [VeroTrait] public int A; }", false, true)]
    public Task What_the_compiler_or_another_generator_does_is_reported_for_events(string declaration, bool hasOtherGenerator = false, bool isOldLanguage = false) => Verify.AnalyzerAsync(
        $"{Usings}[VeroEvent] {declaration}",
        new HarnessOptions
        {
            OtherGenerators = hasOtherGenerator ? [typeof(MakesAnAnnotatedMember)] : [],
            LanguageVersion = isOldLanguage ? Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp10 : HarnessOptions.Default.LanguageVersion,
        });

    [Theory]
    [InlineData("[VeroEvent(] public class Ping { }")]
    [InlineData("[VeroEvent(1)] public class Ping { }")]
    [InlineData("[VeroEvent(\"a\", Source = )] public class Ping { }")]
    [InlineData("[VeroEvent(Unknown.Name)] public class Ping { }")]
    [InlineData("[VeroEvent] public class Ping : Unknown { [VeroTrait] public int A; }")]
    [InlineData("[VeroEvent] public class Ping { [VeroCreatedAt] public Unknown At; }")]
    [InlineData("[VeroEvent] public class { [VeroCreatedAt] public DateTime At; }")]
    public Task Broken_code_is_left_to_the_compiler(string source)
    {
        GeneratorHarness.Run(Usings + source, new HarnessOptions { IsBroken = true });
        return Verify.AnalyzerAsync([Usings + source], compilerDiagnostics: CompilerDiagnostics.None);
    }

    [Fact]
    public Task The_warning_can_be_suppressed() => Verify.AnalyzerAsync(Usings + """

        #pragma warning disable VERO021
        [VeroEvent("a b")] public class A { }
        #pragma warning restore VERO021
        [VeroEvent({|VERO021-Warning:"A_B"|})] public class B { }
        """);
}
