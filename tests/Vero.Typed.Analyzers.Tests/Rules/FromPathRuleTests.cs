using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO024.</summary>
public sealed class FromPathRuleTests
{
    private const string Declarations = """
        public class Address { public string? City { get; set; } public string? Street => null; public string Line() => ""; private string? Secret => null; public int this[int index] => index;
            public static string? Static => null; public string? Written { set { } } public string Of(int a) => ""; public void Nothing() { } [System.Obsolete("gone", true)] public string? Gone => null; }
        """;

    [Theory]
    [InlineData("{|VERO024:Cty|}")]
    [InlineData("{|VERO024:city|}")]
    [InlineData("{|VERO024:Secret|}")]
    [InlineData("{|VERO024:Static|}")]
    [InlineData("{|VERO024:Written|}")]
    [InlineData("{|VERO024:Gone|}")]
    [InlineData("{|VERO024:Line|}")]
    [InlineData("{|VERO024:City()|}")]
    [InlineData("{|VERO024:Of()|}")]
    [InlineData("{|VERO024:Nothing()|}")]
    [InlineData("City.{|VERO024:Lenght|}")]
    [InlineData("City.Length.{|VERO024:Nope|}")]
    [InlineData("{|VERO024:[]|}.City")]
    [InlineData("{|VERO024:Count|}")]
    [InlineData("{|VERO024:City?|}.Length")]
    [InlineData("{|VERO024: City|}")]
    [InlineData("{|VERO024:Ci ty|}.Length")]
    public Task The_wrong_step_is_marked(string path) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} public class Customer {{ [VeroId] public int Id; [VeroTrait(\"x\", From = \"{path}\")] public Address? A; }}");

    [Theory]
    [InlineData("{|VERO024:\"\"|}")]
    [InlineData("\"{|VERO024:.|}\"")]
    [InlineData("\"{|VERO024:A..City|}\"")]
    [InlineData("{|VERO024:nameof(Address.Street)|}")]
    [InlineData("{|VERO024:Paths.City|}")]
    [InlineData("@\"A.{|VERO024:Cty|}\"")]
    [InlineData("\"\"\"A.{|VERO024:Cty|}\"\"\"")]
    [InlineData("{|VERO024:\"A.\\u0043ty\"|}")]
    public Task However_it_is_written(string path) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} static class Paths {{ public const string City = \"A.Cty\"; }} [VeroTrait(\"x\", From = {path})] public class Customer {{ [VeroId] public int Id; public Address? A; }}");

    [Theory]
    [InlineData("A.City")]
    [InlineData("A.Line()")]
    [InlineData("B[].City")]
    [InlineData("B.Count")]
    public Task A_path_that_exists_is_silent(string path) => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} [VeroTrait(\"x\", From = \"{path}\")] public class Customer {{ [VeroId] public int Id; public Address? A; public Address[]? B; }}");

    [Fact]
    public Task What_is_private_can_be_a_step_where_the_type_is_partial() => Verify.AnalyzerAsync(
        "using Vero.Typed; [VeroId(From = \"_id.Length\")] public partial class Customer { private readonly string _id = \"\"; }");

    [Fact]
    public Task The_type_of_what_a_path_leads_to_is_judged_like_that_of_a_member() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} [VeroId(From = \"Id\")] [{{|VERO006:VeroEmail(From = \"Id\")|}}] [{{|VERO101:VeroTimezone(From = \"A.City\")|}}] public class Customer {{ public int Id; public Address? A; [{{|VERO007:VeroTrait(\"x\", From = \"M\")|}}] public Holder? H; }} public class Holder {{ public System.Action? M; }}");

    [Fact]
    public Task Keys_of_paths_are_judged_like_those_of_members() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} [VeroTrait(From = \"A.City\")] [VeroTrait({{|VERO102-Warning:\"time_zone\"|}}, From = \"A.City\")] public class Customer {{ [VeroId] public int Id; public Address? A; [{{|VERO004:VeroTrait|}}] public int City; }}");
}
