using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO007, VERO101, VERO102, VERO103 and VERO109: the attribute of the reserved key.</summary>
public sealed class DedicatedAttributeTests
{
    [Theory]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A;", "[VeroTimezone] public int A;")]
    [InlineData("[{|VERO007:VeroTrait|}] public System.TimeZoneInfo? A;", "[VeroTimezone] public System.TimeZoneInfo? A;")]
    [InlineData("[{|VERO007:VeroTrait(\"Timezone\")|}] public System.TimeZoneInfo? A;", "[VeroTimezone] public System.TimeZoneInfo? A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"langauge\"|})] public string? A;", "[VeroLanguage] public string? A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"langauge\"|})] public System.Globalization.CultureInfo? A;", "[VeroLanguage] public System.Globalization.CultureInfo? A;")]
    [InlineData("[VeroTrait(key: {|VERO102-Warning:\"user\" + \"_agent\"|})] public string? A;", "[VeroUserAgent] public string? A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:Misspelt|})] public int A;", "[VeroTimezone] public int A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:nameof(Time_Zone)|})] public int A;", "[VeroTimezone] public int A;")]
    [InlineData("[{|VERO102-Warning:VeroTrait|}] public int TimeZone { get; set; }", "[VeroTimezone] public int TimeZone { get; set; }")]
    [InlineData("[{|VERO102-Warning:VeroTraitAttribute|}] public int TimeZone { get; set; }", "[VeroTimezone] public int TimeZone { get; set; }")]
    [InlineData("[VeroTrait({|VERO103-Info:\"timezone\"|})] public System.TimeSpan A;", "[VeroTimezone] public System.TimeSpan A;")]
    [InlineData("[VeroTrait({|VERO103-Info:VeroReservedKeys.UserAgent|})] public string? A;", "[VeroUserAgent] public string? A;")]
    [InlineData("[VeroTrait({|VERO109-Warning:\"phone_number\"|})] public string? A;", "[VeroPhoneNumber] public string? A;")]
    [InlineData("[{|VERO109-Warning:VeroTrait|}] public string? PhoneNumber { get; set; }", "[VeroPhoneNumber] public string? PhoneNumber { get; set; }")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"phonenumber\"|})] public string? A;", "[VeroPhoneNumber] public string? A;")]
    [InlineData("[{|VERO103-Info:VeroTrait|}] public string? Language;", "[VeroLanguage] public string? Language;")]
    [InlineData("[VeroTrait({|VERO101:\"timezone\"|})] public System.Globalization.CultureInfo? A;", "[VeroLanguage] public System.Globalization.CultureInfo? A;")]
    [InlineData("[{|VERO101:VeroUserAgent|}] public System.Globalization.CultureInfo? A;", "[VeroLanguage] public System.Globalization.CultureInfo? A;")]
    [InlineData("[{|VERO101:VeroLanguage|}] public System.TimeZoneInfo? A;", "[VeroTimezone] public System.TimeZoneInfo? A;")]
    public Task The_reserved_key_has_an_attribute_of_its_own(string before, string after) => Verify.CodeFixAsync(Customer(before), Customer(after));

    [Theory]
    [InlineData("[System.Obsolete, VeroTrait({|VERO102-Warning:\"time_zone\"|})] // hours\n    public int A;", "[System.Obsolete, VeroTimezone] // hours\n    public int A;")]
    [InlineData("[ VeroTrait ( {|VERO102-Warning:\"time_zone\"|} ) , System.Obsolete ] public int A;", "[ VeroTimezone  , System.Obsolete ] public int A;")]
    [InlineData("[VeroTrait(/* hours */ {|VERO102-Warning:\"time_zone\"|})] public int A;", "[VeroTimezone(/* hours */ )] public int A;")]
    [InlineData("[VeroTrait(\n        {|VERO102-Warning:\"time_zone\"|})]\n    public int A;", "[VeroTimezone]\n    public int A;")]
    [InlineData("[global::Vero.Typed.VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A;", "[VeroTimezone] public int A;")]
    public Task What_is_around_it_stays(string before, string after) => Verify.CodeFixAsync(Customer(before), Customer(after));

    [Fact]
    public Task The_title_says_which_attribute_goes_where() => Verify.CodeFixAsync(
        "using Vero.Typed; public record Customer([VeroId] int Id, [property: VeroTrait({|VERO102-Warning:\"time_zone\"|})] int Hours);",
        "using Vero.Typed; public record Customer([VeroId] int Id, [property: VeroTimezone] int Hours);",
        new CodeFixCase { Titles = ["Use [VeroTimezone] on 'Hours'"] });

    [Theory]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|}, WriteNull = true)] public int? A;", "[VeroTimezone] public int? A;")]
    [InlineData("[{|VERO102-Warning:VeroTrait(WriteNull = false)|}] public int? TimeZone;", "[VeroTimezone] public int? TimeZone;")]
    [InlineData("[{|VERO120:VeroTrait(\"timezone\", WriteNull = true)|}] public int? A;", "[VeroTimezone] public int? A;")]
    public Task Null_cannot_be_sent_under_a_reserved_key(string before, string after) => Verify.CodeFixAsync(
        Customer(before), Customer(after), new CodeFixCase { Titles = [$"Use [VeroTimezone] on '{(after.EndsWith("A;", StringComparison.Ordinal) ? "A" : "TimeZone")}', without WriteNull"] });

    [Fact]
    public Task Attributes_are_written_as_the_file_writes_them() => Verify.CodeFixAsync(
        [
            "using V = Vero.Typed; public partial class Customer { [V.VeroId] public int Id; [V.VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A; }",
            "using Trait = Vero.Typed.VeroTraitAttribute;\npublic partial class Customer { [Trait({|VERO102-Warning:\"UserAgent\"|})] public string? B; }",
        ],
        [
            "using V = Vero.Typed; public partial class Customer { [V.VeroId] public int Id; [V.VeroTimezone] public int A; }",
            "using Vero.Typed;\nusing Trait = Vero.Typed.VeroTraitAttribute;\npublic partial class Customer { [VeroUserAgent] public string? B; }",
        ]);

    [Fact]
    public Task Before_C_sharp_12_the_same() => Verify.CodeFixAsync(
        Customer("[VeroTrait({|VERO103-Info:\"timezone\"|})] public int A;"), Customer("[VeroTimezone] public int A;"),
        new CodeFixCase { Options = new HarnessOptions { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11 } });

    [Theory]
    [InlineData("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public string? A;")]
    [InlineData("[VeroTrait({|VERO102-Warning:\"language_\"|})] public int A;")]
    [InlineData("[{|VERO007:VeroTrait|}] public object? A;")]
    [InlineData("[{|VERO007:VeroData|}] public System.TimeZoneInfo? A;")]
    [InlineData("[{|VERO101:VeroTimezone|}] public System.DateTimeOffset A;")]
    [InlineData("[{|VERO101:VeroTimezone|}] public double A;")]
    [InlineData("[VeroTrait({|VERO101:\"timezone\"|})] public string? A;")]
    [InlineData("[{|VERO101:VeroLanguage|}] public int A;")]
    [InlineData("[VeroTimezone] public int A; [VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int B;")]
    [InlineData("[VeroLanguage] public string? A; [{|VERO101:VeroTimezone|}] public System.Globalization.CultureInfo? B;")]
    public Task Where_no_attribute_fits_nothing_is_offered(string members) => Verify.NoCodeFixAsync(Customer(members));

    [Theory]
    [InlineData("[{|VERO120:VeroTrait(\"timezone\", WriteNull = true)|}] public int? A;")]
    [InlineData("[VeroTrait({|VERO101:\"timezone\"|})] public System.Globalization.CultureInfo? A;")]
    [InlineData("[{|VERO007:VeroTrait|}] public System.TimeZoneInfo? A;")]
    public Task On_an_event_no_attribute_is_offered(string member) => Verify.NoCodeFixAsync($"using Vero.Typed; [VeroEvent] public class Ping {{ {member} }}");

    [Fact]
    public Task Of_two_misspellings_of_one_key_one_is_repaired() => Verify.CodeFixAsync(
        Customer("[VeroTrait({|VERO102-Warning:\"time_zone\"|})] public int A; [VeroTrait({|VERO102-Warning:\"TimeZone\"|})] public int B;"),
        Customer("[VeroTimezone] public int A; [VeroTrait({|VERO102-Warning:\"TimeZone\"|})] public int B;"),
        new CodeFixCase { Iterations = 1 });

    [Fact]
    public Task A_base_and_a_derived_type_do_not_get_the_same_key() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public abstract class Person { [VeroTrait({|VERO102-Warning:"time_zone"|})] public int A; }
        public class Customer : Person { [VeroId] public int Id; [VeroTrait({|VERO102-Warning:"TimeZone"|})] public int B; }
        """,
        """
        using Vero.Typed;
        public abstract class Person { [VeroTimezone] public int A; }
        public class Customer : Person { [VeroId] public int Id; [VeroTrait({|VERO102-Warning:"TimeZone"|})] public int B; }
        """,
        new CodeFixCase { Iterations = 1 });

    [Fact]
    public Task A_base_is_left_where_a_derived_type_has_the_key() => Verify.NoCodeFixAsync("""
        using Vero.Typed;
        public abstract class Person { [VeroTrait({|VERO102-Warning:"time_zone"|})] public int A; }
        public class Customer : Person { [VeroId] public int Id; [VeroTimezone] public int B; }
        """);

    [Fact]
    public Task A_base_in_another_assembly_cannot_be_repaired()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using Vero.Typed; namespace Domain { public abstract class Person { [VeroTrait(\"user_agent\")] public string? A; } }", new HarnessOptions { AssemblyName = "Domain" });
        return Verify.NoCodeFixAsync(
            "using Vero.Typed; public class {|VERO102-Warning:Customer|} : Domain.Person { [VeroId] public int Id; }",
            new CodeFixCase { Options = new HarnessOptions { References = [domain] } });
    }

    private static string Customer(string members) => $$"""
        using Vero.Typed;
        public class Customer
        {
            private const string Misspelt = "time-zone";
            private class Time_Zone { }
            [VeroId] public int Id { get; set; }
            {{members}}
        }
        """;
}
