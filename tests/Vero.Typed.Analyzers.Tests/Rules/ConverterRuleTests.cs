using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO025.</summary>
public sealed class ConverterRuleTests
{
    private const string Money = "public class Money { public int A => 1; public int B => 2; }";

    [Theory]
    [InlineData("[VeroConverter] public string {|VERO025:ToVero|}(Money m) => \"\";", "class")]
    [InlineData("[VeroConverter] public static string {|VERO025:ToVero|}<T>(T m) => \"\";", "static class")]
    [InlineData("[VeroConverter] public static string {|VERO025:ToVero|}() => \"\";", "static class")]
    [InlineData("[VeroConverter] public static string {|VERO025:ToVero|}(Money m, int a) => \"\";", "static class")]
    [InlineData("[VeroConverter] public static string {|VERO025:ToVero|}(in Money m) => \"\";", "static class")]
    [InlineData("[VeroConverter] public static void {|VERO025:ToVero|}(Money m) { }", "static class")]
    [InlineData("[VeroConverter] public static async System.Threading.Tasks.Task<int> {|VERO025:ToVero|}(Money m) { await System.Threading.Tasks.Task.Yield(); return 1; }", "static class")]
    [InlineData("[VeroConverter] private static string {|VERO025:ToVero|}(Money m) => \"\";", "static class")]
    [InlineData("[VeroConverter] public static System.Action {|VERO025:ToVero|}(Money m) => null!;", "static class")]
    [InlineData("[VeroConverter] public static abstract string {|VERO025:ToVero|}(Money m);", "interface")]
    [InlineData("[VeroConverter] public static virtual string {|VERO025:ToVero|}(Money m) => \"\";", "interface")]
    public Task A_method_that_cannot_convert(string method, string kind) => Verify.AnalyzerAsync($"using Vero.Typed; {Money} public {kind} Converters {{ {method} }}");

    [Theory]
    [InlineData("[{|VERO025:VeroConverter|}] public static implicit operator string(Other a) => \"\";", "operator")]
    [InlineData("[{|VERO025:VeroConverter|}] public static int operator +(Other a, Other b) => 1;", "operator")]
    [InlineData("[{|VERO025:VeroConverter|}] public static int operator -(Other a) => 1;", "operator")]
    [InlineData("public static int A { get; [{|VERO025:VeroConverter|}] set; }", "accessor")]
    [InlineData("[method: {|VERO025:VeroConverter|}] public event System.Action? A;", "accessor")]
    [InlineData("[{|VERO025:VeroConverter|}] ~Other() { }", "finalizer")]
    [InlineData("public static int A() { [{|VERO025:VeroConverter|}] static int Local(int a) => a; return Local(1); }", "local function")]
    [InlineData("public static int A() { var lambda = [{|VERO025:VeroConverter|}] static (int a) => a; return lambda(1); }", "lambda")]
    public async Task What_is_no_method_of_a_type(string member, string place)
    {
        string source = $"using Vero.Typed; public class Other {{ {member} }}";
        await Verify.AnalyzerAsync(source);
        var found = await AnalyzerHarness.RunAsync(source.Replace("{|VERO025:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
        Assert.Contains(place, Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Two_on_one_level() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Money} public static class Converters {{ [VeroConverter] public static int A(Money m) => 1; [VeroConverter] public static string B(Money m) => \"\"; }} "
        + "public class Customer { [VeroId] public int Id; [{|VERO025:VeroTrait|}] public Money? A; [VeroTrait(Converter = nameof(Of))] public Money? B; internal static int Of(Money m) => 1; }",
        new HarnessOptions());

    [Theory]
    [InlineData("{|VERO025:\"Nope\"|}")]
    [InlineData("{|VERO025:nameof(Two)|}")]
    [InlineData("{|VERO025:nameof(Instance)|}")]
    [InlineData("{|VERO025:nameof(Other)|}")]
    public Task A_converter_of_a_member_that_does_not_fit(string converter) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Money} public partial class Customer {{ [VeroId] public int Id; [VeroTrait(Converter = {converter})] public Money? A; static int Two(Money a, int b) => 1; int Instance(Money m) => 1; static int Other(string s) => 1; }}");

    [Fact]
    public Task A_private_converter_needs_a_partial_type() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Money} public class Customer {{ [VeroId] public int Id; [VeroTrait(Converter = {{|VERO025:nameof(Of)|}})] public Money? A; private static int Of(Money m) => 1; }}");

    [Theory]
    [InlineData("[assembly: {|VERO025:VeroConverters(typeof(Own))|}] public static class Own { [VeroConverter] public static int A(Money m) => 1; }")]
    [InlineData("[assembly: {|VERO025:VeroConverters(typeof(string))|}]")]
    public Task A_listing_that_does_nothing(string source) => Verify.AnalyzerAsync($"using Vero.Typed; {source} {Money}");

    private const string Zone = "public class Zone { } public static class Converters { [VeroConverter] public static System.TimeZoneInfo? ToVero(Zone? value) => System.TimeZoneInfo.Utc; } ";

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTimezone] public Zone? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait({|VERO103-Info:\"timezone\"|})] public Zone? A; }")]
    [InlineData("[VeroEvent] public class Paid { [VeroTrait(\"timezone\")] public Zone? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Zone? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public System.Collections.Generic.List<Zone>? A; }")]
    [InlineData("[VeroEvent] public class Paid { [{|VERO007:VeroTrait|}] public Zone? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Place? A; } public class Place { [{|VERO007:VeroTrait|}] public Zone? A; }")]
    public Task A_result_that_only_a_reserved_key_takes_is_judged_where_it_is_used(string type) => Verify.AnalyzerAsync("using Vero.Typed; " + Zone + type);

    [Fact]
    public Task Such_a_trait_gets_the_attribute_of_the_key() => Verify.CodeFixAsync(
        $"using Vero.Typed; {Zone} public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public Zone? A; }}",
        $"using Vero.Typed; {Zone} public class Customer {{ [VeroId] public int Id; [VeroTimezone] public Zone? A; }}");

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Zone? A; }", "its converter makes a 'System.TimeZoneInfo?'; use [VeroTimezone], or expose its Id")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(Converter = nameof(C))] public Zone? A; internal static System.Uri[,] C(Zone? a) => new System.Uri[0, 0]; }", "its converter makes a 'System.Uri[,]'; expose an array of arrays, such as System.Uri[][]")]
    [InlineData("[VeroEvent] public class Paid { [VeroTrait] public Zone? A; }", "its converter makes a 'System.TimeZoneInfo?'; expose its Id")]
    public async Task What_is_said_of_such_a_trait(string type, string expected)
    {
        string said = Assert.Single(await AnalyzerHarness.RunAsync("using Vero.Typed; " + Zone + type)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("'A' of type 'Zone?' cannot be sent: " + expected, said);
    }
}
