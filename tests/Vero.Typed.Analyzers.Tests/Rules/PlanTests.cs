using System.Diagnostics.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO301 to VERO304: what is sent and what is planned.</summary>
public sealed class PlanTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing Vero.Typed;\nnamespace Shop;\n";

    private const string Customer = Usings + """
        public class Customer
        {
            [VeroId] public int Id { get; set; }
            [VeroTrait] public string? FirstName { get; set; }
            [VeroTrait("plan")] public Plan Plan { get; set; }
        }
        public enum Plan { Free, Pro }
        """;

    private const string CustomerPlan = """
        # What this project sends to Vero.
        Shop.Customer id string
        Shop.Customer data.first_name string?
        Shop.Customer data.plan "Free" | "Pro"

        """;

    [Fact]
    public Task What_is_planned_may_be_sent() => VerifyAsync(CustomerPlan, Customer);

    // The control: without a plan nothing is compared.
    [Fact]
    public Task Without_a_plan_everything_may_be_sent() => Verify.AnalyzerAsync(Customer);

    [Fact]
    public Task Everything_is_reported_that_an_empty_plan_does_not_list() => VerifyAsync("", Usings + """
        public class Customer
        {
            [{|VERO301-Warning:VeroId|}] public int Id { get; set; }
            [{|VERO301-Warning:VeroEmail|}] public string? Email { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public string? FirstName { get; set; }
            [VeroTrait({|VERO301-Warning:"plan"|})] public Plan Plan { get; set; }
            [{|VERO301-Warning:VeroTimezone|}] public TimeZoneInfo? Zone { get; set; }
            [{|VERO301-Warning:VeroLanguage|}] public string? Culture { get; set; }
            [VeroChannel({|VERO301-Warning:"push"|}, "ios")] public string? Token { get; set; }
            [{|VERO301-Warning:VeroData|}] public Dictionary<string, object>? More { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public Address? Home { get; set; }
        }
        public enum Plan { Free, Pro }
        public class Address { [VeroTrait] public string? City { get; set; } }
        """);

    [Fact]
    public Task A_renamed_member_is_reported_with_the_line_that_is_left() => VerifyAsync(CustomerPlan, Usings + """
        public class {|VERO302-Warning:Customer|}
        {
            [VeroId] public int Id { get; set; }
            [{|VERO301-Warning:VeroTrait|}] public string? GivenName { get; set; }
            [VeroTrait("plan")] public Plan Plan { get; set; }
        }
        public enum Plan { Free, Pro }
        """);

    [Theory]
    [InlineData("string", "int", null)]
    [InlineData("\"A\" | \"B\"", "E", "enum E { A, B, C }")]
    [InlineData("\"A\" | \"B\" | \"C\"", "E", "enum E { A, B }")]
    [InlineData("string[]", "string?", null)]
    [InlineData("date", "DateTime", null)]
    [InlineData("flags(\"A\")", "E", "[Flags] enum E { A = 1, B = 2 }")]
    public Task A_changed_type_is_reported(string planned, string type, string? other) => VerifyAsync(
        $"Shop.Customer id string\nShop.Customer data.value {planned}\n",
        $$"""{{Usings}} public class Customer { [VeroId] public int Id; [{|VERO303-Warning:VeroTrait|}] public {{type}} Value = default!; } {{(other is null ? "" : "public " + other).Replace("public [Flags]", "[Flags] public", StringComparison.Ordinal)}}""");

    [Fact]
    public Task Another_name_of_an_event_is_reported_where_it_is_said() => VerifyAsync(
        "Shop.OrderPlaced event \"Placed order\"\nShop.Visited event \"Visit\"\nShop.Visited source \"web\"\n", Usings + """
        [VeroEvent({|VERO303-Warning:"Order placed"|})] public class OrderPlaced { }
        [{|VERO303-Warning:VeroEvent(Source = "shop")|}] public class {|VERO303-Warning:Visited|} { }
        """);

    [Theory]
    [InlineData("string", "string?")]
    [InlineData("string?", "string")]
    [InlineData("number", "decimal?")]
    [InlineData("number?[]", "List<double>")]
    [InlineData("\"B\" | \"A\"", "E?")]
    public Task Whether_a_value_may_be_missing_is_no_change(string planned, string type) => VerifyAsync(
        $"Shop.Customer id string\nShop.Customer data.value {planned}\n",
        $$"""{{Usings}} public class Customer { [VeroId] public int Id; [VeroTrait] public {{type}} Value = default!; } public enum E { A, B }""");

    [Fact]
    public Task A_type_that_is_gone_is_reported_at_its_lines() => VerifyAsync(
        """
        Shop.Customer id string
        Shop.Customer data.first_name string
        Shop.Customer data.plan "Free" | "Pro"
        {|VERO302-Warning:Shop.Supplier id string|}
        {|VERO302-Warning:Shop.Supplier data.home object|}
        Shop.Supplier data.home.city string
          {|VERO302-Warning:System.Text.StringBuilder id string|}
        """, Customer);

    [Fact]
    public Task A_type_that_sends_nothing_any_more_is_reported_itself() => VerifyAsync("Shop.Address id string\nShop.Plain data.a string\nShop.IPlain id string\n", Usings + """
        public abstract class {|VERO302-Warning:Address|} { [VeroTrait] public string? City { get; set; } }
        public class {|VERO302-Warning:Plain|} { }
        public interface {|VERO302-Warning:IPlain|} { }
        public class Plain<T> { }
        """);

    [Fact]
    public Task A_line_that_cannot_be_read_is_reported_and_the_others_wait() => VerifyAsync(
        """
        {|VERO304:<<<<<<< HEAD|}
        Shop.Customer id {|VERO304:strng|}
        {|VERO304:=======|}
        Shop.Gone id string
        {|VERO304:>>>>>>> other|}
        """, Customer);

    [Fact]
    public Task What_inherits_is_reported_at_the_type() => VerifyAsync("Shop.Customer id string\n", Usings + """
        public abstract class Person { [VeroTrait] public string? Name { get; set; } }
        public class {|VERO301-Warning:Customer|} : Person { [VeroId] public int Id { get; set; } }
        """);

    [Fact]
    public Task Keys_of_nested_objects_are_reported_where_the_type_holds_them() => VerifyAsync(
        "Shop.Customer id string\nShop.Customer data.home object?\nShop.Customer data.home.city string?\nShop.Customer data.home.zip string?\n", Usings + """
        public class {|VERO302-Warning:Customer|} { [VeroId] public int Id { get; set; } [{|VERO301-Warning:VeroTrait|}] public Address? Home { get; set; } }
        public class Address { [VeroTrait] public string? Town { get; set; } [VeroTrait] public string? Zip { get; set; } }
        """);

    // Where something else is wrong, or not finished, what will be sent is not known.
    [Theory]
    [InlineData("public class Customer { [{|CS0246:VeroI|}] public int Id; }")]
    [InlineData("public class {|VERO001:Customer|} { [VeroEmail] public string? Email; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public {|CS0246:Strin|} Value; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public string {|CS1519:}|}")]
    [InlineData("public class Customer : {|CS0246:Unknown|} { [VeroId] public int Id; }")]
    [InlineData("public record Customer([VeroId] int Id, [{|CS0246:VeroTrai|}] string? FirstName);")]
    [InlineData("public clas{|CS0116: |}Customer { [VeroId] public int Id; }")]
    public async Task Half_typed_code_is_left_alone(string source)
    {
        string code = Usings + source;
        var found = await AnalyzerHarness.RunAsync(WithoutMarks(code), Options(CustomerPlan));
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id.StartsWith("VERO3", StringComparison.Ordinal));
    }

    // What is missing in a file that cannot be parsed is not missed.
    [Fact]
    public async Task Every_beginning_of_a_planned_source_is_survived_in_peace()
    {
        foreach (string unfinished in UnfinishedSources.BeginningsOf(Customer).Concat(UnfinishedSources.WithOneTokenLess(Customer)))
        {
            var found = await AnalyzerHarness.RunAsync(unfinished, Options(CustomerPlan + "Shop.Gone id string\n") with { IsBroken = true });
            bool isBroken = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(unfinished, cancellationToken: TestContext.Current.CancellationToken)
                .GetDiagnostics(TestContext.Current.CancellationToken).Any(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
            Assert.DoesNotContain(found, diagnostic => isBroken && diagnostic.Id == "VERO302");
        }
    }

    [Fact]
    public async Task Every_beginning_of_a_plan_is_survived()
    {
        for (int length = 0; length < CustomerPlan.Length; length++)
        {
            string plan = CustomerPlan[..length];
            var found = await AnalyzerHarness.RunAsync(Customer, Options(plan));
            Assert.Equal(PlanFile.Parse(plan).Errors.Select(static error => error.Start), found.Where(static diagnostic => diagnostic.Id == "VERO304").Select(static diagnostic => diagnostic.Location.SourceSpan.Start));
        }
    }

    [Theory]
    [InlineData("VeroPlanFramework = net10.0\nTargetFramework = net10.0", true)]
    [InlineData("VeroPlanFramework = NET10.0\nTargetFramework = net10.0", true)]
    [InlineData("VeroPlanFramework = \nTargetFramework = net8.0", true)]
    [InlineData("TargetFramework = net8.0", true)]
    [InlineData("VeroPlanFramework = net10.0\nTargetFramework = net8.0", false)]
    public Task Of_several_frameworks_one_must_send_everything(string properties, bool isThat)
    {
        string stale = isThat ? "{|VERO302-Warning:Customer|}" : "Customer";
        string changed = isThat ? "{|VERO303-Warning:VeroTrait|}" : "VeroTrait";
        string gone = isThat ? "{|VERO302-Warning:Shop.Gone id string|}" : "Shop.Gone id string";
        return Verify.AnalyzerAsync(
            $$"""{{Usings}}public class {{stale}} { [VeroId] public int Id; [{{changed}}] public int Value; [{|VERO301-Warning:VeroTrait|}] public int More; }""",
            Options($"Shop.Customer id string\nShop.Customer data.old bool\nShop.Customer data.value bool\n{gone}\n") with { BuildProperties = properties });
    }

    [Fact]
    public Task Lines_that_contradict_each_other_are_reported() => VerifyAsync(
        "Shop.Customer id string\nShop.Customer data.value string\nShop.Customer data.value number\nShop.Customer data.value number?\n",
        Usings + "public class Customer { [VeroId] public int Id; [{|VERO303-Warning:VeroTrait|}] public int Value; }");

    [Fact]
    public Task A_pragma_and_a_configuration_silence_the_rules() => Verify.AnalyzerAsync(Usings + """
        #pragma warning disable VERO302
        public class Customer
        #pragma warning restore VERO302
        {
            [VeroId] public int Id;
        #pragma warning disable VERO301 // not yet
            [VeroTrait] public string? GivenName;
        #pragma warning restore VERO301
            [{|VERO303-Info:VeroTrait|}] public int Score;
        }
        """, Options("Shop.Customer id string\nShop.Customer data.first_name string\nShop.Customer data.score string\n") with
    {
        EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.VERO303.severity = suggestion\n",
    });

    // Such as scaffolded entities: they are sent as well.
    [Fact]
    public Task Files_that_call_themselves_generated_are_compared() => VerifyAsync(
        "Shop.Customer id string\n",
        "// <auto-generated/>\n#nullable enable\n" + Usings + "public class Customer { [VeroId] public int Id; [{|VERO301-Warning:VeroTrait|}] public string? Name; }");

    private static Task VerifyAsync(string plan, [StringSyntax("c#-test")] string source) => Verify.AnalyzerAsync(source, Options(plan));

    private static HarnessOptions Options(string plan) => new() { Plan = plan };

    private static string WithoutMarks(string source) => System.Text.RegularExpressions.Regex.Replace(source, @"\{\|\w+:(.*?)\|\}", "$1");
}
