using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers.Rules.Shape;
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

    [Theory]
    [InlineData("HasValue", "property or field")]
    [InlineData("GetValueOrDefault()", "parameterless method")]
    public async Task What_is_of_the_nullable_and_not_of_its_value_is_no_step(string path, string what)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTrait(\"x\", From = \"{path}\")] public int? A; }}"));
        Assert.Equal(ShapeRules.Path.MessageWith(path, $"a path reads the value inside of 'int?', and 'int' has no {what} '{path.TrimEnd('(', ')')}'"), found.Message());
    }

    [Fact]
    public Task What_is_private_can_be_a_step_where_the_type_is_partial() => Verify.AnalyzerAsync(
        "using Vero.Typed; [VeroId(From = \"_id.Length\")] public partial class Customer { private readonly string _id = \"\"; }");

    [Fact]
    public Task The_type_of_what_a_path_leads_to_is_judged_like_that_of_a_member() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} [VeroId(From = \"Id\")] [{{|VERO006:VeroEmail(From = \"Id\")|}}] [{{|VERO101:VeroTimezone(From = \"A.City\")|}}] public class Customer {{ public int Id; public Address? A; [{{|VERO007:VeroTrait(\"x\", From = \"M\")|}}] public Holder? H; }} public class Holder {{ public System.Action? M; }}");

    [Fact]
    public Task Keys_of_paths_are_judged_like_those_of_members() => Verify.AnalyzerAsync(
        $"using Vero.Typed; {Declarations} [VeroTrait(From = \"A.City\")] [VeroTrait({{|VERO102-Warning:\"time_zone\"|}}, From = \"A.City\")] public class Customer {{ [VeroId] public int Id; public Address? A; [{{|VERO004:VeroTrait|}}] public int City; }}");

    /// <summary>Steps that C# does not take, whatever the value is cast to.</summary>
    public static TheoryData<string, string, string> NotTaken { get; } = new()
    {
        { "IA C = null!;", "C.{|VERO024:Q|}", "'Q' is ambiguous between 'IA1.Q' and 'IA2.Q'" },
        { "IA C = null!;", "C.{|VERO024:R()|}", "'R' is ambiguous between 'IA1.R()' and 'IA2.R()'" },
        { "IA C = null!;", "C.{|VERO024:S|}", "'S' is ambiguous between 'IA1.S' and 'IA2.S()'" },
        { "IA C = null!;", "C.{|VERO024:W|}", "'W' is ambiguous between 'IA1.W' and 'IA2.W'" },
        { "IA[] C = null!;", "C[].{|VERO024:Q|}.Length", "'Q' is ambiguous between 'IA1.Q' and 'IA2.Q'" },
        { "T C = default!;", "C.{|VERO024:Q|}", "'Q' is ambiguous between 'IA1.Q' and 'IA2.Q'" },
        { "T C = default!;", "C.{|VERO024:R()|}", "'R' is ambiguous between 'IA1.R()' and 'IA2.R()'" },
        { "IG C = null!;", "C.{|VERO024:G()|}", "'G' is ambiguous between 'IG<int>.G()' and 'IG<string>.G()'" },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task An_ambiguous_step_is_marked(string member, string path, string reason)
    {
        const string Interfaces = """
            using Vero.Typed;
            public interface IA1 { string Q { get; } string R(); string S { get; } string W { get; } }
            public interface IA2 { string Q { get; } string R(); string S(); string W { set; } }
            public interface IA : IA1, IA2 { }
            public interface IG<T> { T G(); }
            public interface IG : IG<int>, IG<string> { }

            """;
        string marked = Interfaces + $$"""[VeroTrait("x", From = "{{path}}")] public sealed class D<T> where T : IA1, IA2 { [VeroId] public int Id => 1; public {{member}} }""";
        await Verify.AnalyzerAsync(marked);

        // The compiler does not see the code that would be wrong, and a call says why there is none.
        string source = marked.Replace("{|VERO024:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        GeneratorRun run = GeneratorHarness.Run(source, new HarnessOptions { IsBroken = true });
        Assert.Empty(run.Files);
        Assert.Contains($"cannot be read: {reason}\"", Assert.Single(run.Stubs).SourceText.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"cannot be read: {reason}", Assert.Single(await AnalyzerHarness.RunAsync(source)).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C.Q")]
    [InlineData("C.R()")]
    [InlineData("C.O()")]
    [InlineData("C.P()")]
    public Task Two_interfaces_are_not_ambiguous_where_CSharp_takes_one(string path) => Verify.AnalyzerAsync($$"""
        using Vero.Typed;
        public interface IA1 { string Q { get; } string R(); string O(); string P(); }
        public interface IA2 { string Q { get; } string R(); string O(int a = 0); string P { get; } }
        public interface IA : IA1, IA2 { new string Q { get; } new string R(); }
        [VeroTrait("x", From = "{{path}}")] public class D { [VeroId] public int Id => 1; public IA C => null!; }
        """);

    [Theory]
    [InlineData("protected string M() => \"\";", "public string M(int a = 0) => \"\";", "{|VERO024:M()|}")]
    [InlineData("protected string M() => \"\";", "public static new string M() => \"\";", "{|VERO024:M()|}")]
    [InlineData("protected string M => \"\";", "public new string M { set { } }", "{|VERO024:M|}")]
    [InlineData("protected string M => \"\";", "public new string M() => \"\";", "{|VERO024:M|}")]
    [InlineData("protected string M() => \"\";", "public string M(int a) => \"\";", "M()")]
    [InlineData("protected string M() => \"\";", "public new string M => \"\";", "M()")]
    public Task A_protected_step_that_is_hidden_is_marked(string inBase, string nearer, string path) => Verify.AnalyzerAsync($$"""
        using Vero.Typed;
        public class B { {{inBase}} }
        [VeroTrait("x", From = "{{path}}")] public partial class D : B { [VeroId] public int Id => 1; {{nearer}} }
        """);

    [Fact]
    public async Task A_step_that_is_hidden_says_by_what() => Assert.EndsWith(
        "C# takes 'E.M(int)' instead of 'B.M()': rename one of the two",
        Assert.Single(await AnalyzerHarness.RunAsync("""
            using Vero.Typed;
            public class B { protected string M() => ""; }
            public class E : B { public string M(int a = 0) => ""; }
            [VeroTrait("x", From = "M()")] public partial class D : E { [VeroId] public int Id => 1; }
            """)).GetMessage(null),
        StringComparison.Ordinal);

    [Fact]
    public Task A_step_of_a_value_inside_of_a_user_is_marked_where_it_is_written() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public interface IA1 { string Q { get; } }
        public interface IA2 { string Q { get; } }
        public interface IA : IA1, IA2 { }
        public class V { [VeroTrait("x", From = "{|VERO024:Q|}")] public IA A => null!; }
        public class D { [VeroId] public int Id => 1; [VeroTrait] public V V => new(); }
        """);
}
