using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CurrentLanguage;

/// <summary>What the oldest compiler cannot parse.</summary>
public sealed class CurrentLanguageTests
{
    [Theory]
    [InlineData("[VeroTrait] public partial string Name { get; } public partial string Name => \"Ann\";")]
    [InlineData("public partial string Name { get; } [VeroTrait] public partial string Name => \"Ann\";")]
    [InlineData("public partial string Name => \"Ann\"; [VeroTrait] public partial string Name { get; }")]
    [InlineData("[VeroTrait] public string Name { get => field; set; } = \"Ann\";")]
    [InlineData("[VeroTrait] public string Name => \"Ann\"; public int this[params System.Collections.Generic.List<int> a] => 1;")]
    public void Newer_kinds_of_properties_are_sent(string member) => Assert.Equal(
        """{"id":"1","data":{"name":"Ann"}}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            public partial class Customer { [VeroId] public int Id = 1; {{member}} }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("public partial int Id { get; } [VeroId] public partial int Id => 1;")]
    [InlineData("[VeroId] public partial int Id { get; } public partial int Id => 1;")]
    [InlineData("[VeroId] public partial int Id => 1; public partial int Id { get; } [VeroTrait] public string? A;")]
    [InlineData("public partial string? N { get; } [VeroTrait] public string? A; [VeroTrait] public partial string? N => null; [VeroId] public int Id = 1;")]
    [InlineData("[VeroTrait] public partial string? N => null; [VeroTrait] public string? A; public partial string? N { get; } [VeroId] public int Id = 1;")]
    public void A_type_is_found_by_either_part_of_a_partial_property(string members) => Assert.Equal(
        """{"id":"1"}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            public partial class Customer { {{members}} }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public Task Attributes_on_both_parts_of_a_property_exclude_each_other() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public partial class Customer { [VeroId] public int Id; [VeroTrait] public partial int A { get; } [{|VERO010:VeroTimezone|}] public partial int A => 1; }
        """);

    [Fact]
    public Task An_attribute_on_the_accessor_of_one_part_of_a_property_does_nothing() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public partial class Customer { [VeroId] public partial int Id { get; } public partial int Id { [{|VERO014:VeroTrait|}] get => 1; } }
        """);

    [Fact]
    public Task An_attribute_on_an_operator_that_assigns_does_nothing() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Customer { [VeroId] public int Id; [{|VERO014:VeroTrait|}] public void operator +=(int a) { } }
        """);

    [Theory]
    [InlineData("public static class Extensions { extension(Customer c) { public int Twice => c.Id * 2; public void Method([{|VERO014:VeroTrait|}] int a) { } } }")]
    [InlineData("public static class Extensions { extension<T>(T c) where T : Customer { public IdentifyRequest Send() => c.ToIdentifyRequest(); } }")]
    public Task Extension_blocks_are_survived(string source) => Verify.AnalyzerAsync("using Vero.Typed; public class Customer { [VeroId] public int Id; } " + source);

    [Fact]
    public Task A_member_of_an_extension_block_is_out_of_reach() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public class Customer { [VeroId] public int Id; }
        public static class Extensions { {|VERO009:extension|}(Customer c) { [VeroTrait] public int Twice => c.Id * 2; } }
        """);

    [Theory]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] params System.Collections.Generic.List<string> Name);", "new Customer(1, \"Ann\")", "[\"Ann\"]")]
    [InlineData("public partial class Customer { public partial Customer(); public partial event System.Action E; [VeroId] public int Id = 1; [VeroTrait] public string Name = \"Ann\"; } public partial class Customer { public partial Customer() { } public partial event System.Action E { add { } remove { } } }", "new Customer()", "\"Ann\"")]
    [InlineData("public class Customer { [VeroId] public int Id { get => field; set => field = value; } = 1; [VeroTrait] public string Name { get; set => field = value.Trim(); } = \"Ann\"; }", "new Customer { Name = \" Ann \" }", "\"Ann\"")]
    [InlineData("public class V { [VeroTrait] public int X = 1; public void operator +=(int i) => X += i; } public class Customer { [VeroId] public int Id = 1; [VeroTrait] public V Name = new(); }", "new Customer()", "{\"x\":1}")]
    [InlineData("public class Customer { [VeroId] public int Id = 1; private readonly System.Threading.Lock _lock = new(); [VeroTrait] public string Name { get { lock (_lock) return \"Ann\"; } } }", "new Customer()", "\"Ann\"")]
    [InlineData("public readonly struct Customer(int id) { [VeroId] public int Id { get; } = id; [VeroTrait] public System.Collections.Generic.IReadOnlyList<string> Name { get; } = [\"Ann\"]; }", "new Customer(1)", "[\"Ann\"]")]
    public void Newer_kinds_of_classes_are_sent(string types, string make, string name) => Assert.Equal(
        $$$"""{"id":"1","data":{"name":{{{name}}}}}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            {{types}}
            public static class Case { public static IdentifyRequest Make() => {{make}}.ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void Generic_parameters_that_allow_ref_structs_copy_that_too() => Assert.Equal(
        """{"id":"1"}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public class Customer<T, TOther> where T : allows ref struct where TOther : class?, new() { [VeroId] public int Id = 1; }
            public static class Case { public static IdentifyRequest Make() => new Customer<System.Span<int>, object>().ToIdentifyRequest(); }
            """).Json);

    private const string Priority = "System.Runtime.CompilerServices.OverloadResolutionPriority";

    [Fact]
    public async Task A_method_to_which_CSharp_prefers_an_overload_is_reported()
    {
        await Verify.AnalyzerAsync($$"""
            using Vero.Typed;
            public class B { public string M() => ""; [{{Priority}}(1)] public string M(int a = 0) => ""; }
            [VeroTrait("x", From = "A.{|VERO024:M()|}")] public class D { [VeroId] public int Id => 1; public B A => null!; }
            """);
        await Verify.AnalyzerAsync($$"""
            using Vero.Typed;
            public class D { [VeroId] public int Id => 1; [{|VERO008:VeroTrait|}, {{Priority}}(-1)] public string M() => ""; public string M(params int[] a) => ""; }
            public class E : D { [VeroTrait] public int A => 1; }
            """);
        await Verify.AnalyzerAsync($$"""
            using Vero.Typed;
            public class V { [{|VERO008:VeroTrait|}] public string M() => ""; [{{Priority}}(1)] public string M(int a = 0) => ""; }
            public class D { [VeroId] public int Id => 1; [VeroTrait] public V V => null!; }
            """);
    }

    [Theory]
    [InlineData("public string M(int a = 0) => \"bad\";", 0)]
    [InlineData("public string M(int a) => \"bad\";", 1)]
    [InlineData("public string M<T>() => \"bad\";", 1)]
    [InlineData("private string M(int a = 0) => \"bad\" + M(1);", 1)]
    public void A_method_to_which_CSharp_prefers_none_is_called(string overload, int priority) => Assert.Equal(
        """{"id":"1","data":{"m":"good","x":"good"}}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            public abstract class B { [VeroTrait] public string M() => "good"; [{{Priority}}({{priority}})] {{overload}} }
            [VeroTrait("x", From = "M()")] public class D : B { [VeroId] public int Id => 1; }
            public static class Case { public static IdentifyRequest Make() => new D().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("public static int C(Money m, int a = 0) => 1;")]
    [InlineData("public static int C(object m) => 1;")]
    [InlineData("public static int C<T>(T m) => 1;")]
    public Task A_converter_to_which_CSharp_prefers_an_overload_is_reported(string overload) => Verify.AnalyzerAsync($$"""
        using Vero.Typed;
        public class Money { }
        public static class Converters { [VeroConverter] public static string {|VERO025:C|}(Money m) => ""; [{{Priority}}(1)] {{overload}} }
        """);

    [Theory]
    [InlineData("public static int C(string m) => 1;", 1)]
    [InlineData("public static int C(Money m, int a) => 1;", 1)]
    [InlineData("public static int C(object m) => 1;", 0)]
    public Task A_converter_to_which_CSharp_prefers_none_is_silent(string overload, int priority) => Verify.AnalyzerAsync($$"""
        using Vero.Typed;
        public class Money { }
        public static class Converters { [VeroConverter] public static string C(Money m) => ""; [{{Priority}}({{priority}})] {{overload}} }
        """);
}
