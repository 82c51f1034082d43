using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO008.</summary>
public sealed class MemberCannotBeReadTests
{
    [Theory]
    [InlineData("[{|VERO008:VeroTrait|}] public int A { set { } }")]
    [InlineData("[{|VERO008:VeroTrait|}] public int A { init { } }")]
    [InlineData("[{|VERO008:VeroTrait|}] public static int A { get; set; }")]
    [InlineData("[{|VERO008:VeroTrait|}] public static int A;")]
    [InlineData("[{|VERO008:VeroTrait|}] public static readonly int A;")]
    [InlineData("[{|VERO008:VeroTrait(\"a\")|}] public const int A = 1;")]
    [InlineData("[{|VERO008:VeroTrait|}] public int this[int index] => index;")]
    [InlineData("[{|VERO008:VeroTrait|}, System.Obsolete(\"gone\", true)] public int A { get; set; }")]
    [InlineData("[{|VERO008:VeroTrait|}] [System.Obsolete(\"gone\", error: true)] public int A;")]
    [InlineData("[VeroTrait] public int B; [{|VERO008:VeroEmail|}] public string E { set { } }")]
    public async Task What_nobody_can_read_is_reported(string member)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member} }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id; {member} }}");
    }

    [Theory]
    [InlineData("private int A { get; set; }")]
    [InlineData("int A;")]
    [InlineData("protected int A { get; }")]
    [InlineData("private protected int A { get; }")]
    [InlineData("public int A { private get; set; }")]
    [InlineData("public int A { protected get; set; }")]
    public async Task What_only_the_type_can_read_is_reported_unless_it_is_partial(string member)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] {member} }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id; [VeroTrait] {member} }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; public class Outer {{ public partial class Customer {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] {member} }} }}");
    }

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public Task An_explicit_implementation_of_an_interface_is_reported(string kind) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public interface INamed {{ string Name {{ get; }} }} public {kind} Customer : INamed {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] string INamed.Name => \"\"; }}");

    [Fact]
    public Task A_record_parameter_whose_property_is_private_is_reported() => Verify.AnalyzerAsync(
        "using Vero.Typed; public record Customer([VeroId] int Id, [{|VERO008:VeroTrait|}] string Name) { private string Name { get; } = Name; }");

    [Fact]
    public Task An_id_that_cannot_be_read_is_not_a_missing_one() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { [{|VERO008:VeroId|}] private int Id { get; set; } [VeroTrait] public int A; }");

    [Theory]
    [InlineData("[VeroTrait] internal int A { get; set; }")]
    [InlineData("[VeroTrait] protected internal int A { get; set; }")]
    [InlineData("[VeroTrait] public int A { get; private set; }")]
    [InlineData("[VeroTrait] public int A { get; init; }")]
    [InlineData("[VeroTrait] public readonly int A;")]
    [InlineData("[VeroTrait, System.Obsolete] public int A;")]
    [InlineData("[VeroTrait, System.Obsolete(\"soon\", false)] public int A;")]
    [InlineData("[VeroTrait] public volatile int A;")]
    public Task What_the_assembly_can_read_is_silent(string member) => Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member} }}");

    [Fact]
    public Task A_private_member_of_the_base_is_reported_on_the_derived_type() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public partial class Person { [VeroId] public int Id; [VeroTrait] private int A => 1; }
        public partial class {|VERO008:Customer|} : Person { [VeroTrait] public int B; }
        """);

    [Theory]
    [InlineData("")]
    [InlineData("public partial class Customer : Person { [VeroId] public int Id; }")]
    public Task A_private_member_of_a_base_that_gets_no_code_is_reported_there_and_once(string derived) => Verify.AnalyzerAsync(
        "using Vero.Typed; public abstract partial class Person { [{|VERO008:VeroTrait|}] private int A => 1; } " + derived);

    [Fact]
    public Task A_protected_member_of_the_base_is_reported_on_a_derived_type_that_is_not_partial() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public abstract partial class Person { [VeroTrait] protected int A => 1; }
        public class {|VERO008:Customer|} : Person { [VeroId] public int Id; }
        public partial class Other : Person { [VeroId] public int Id; }
        """);

    // No code is made for such a base, so nothing of it is read there.
    [Theory]
    [InlineData("public abstract class Person { [VeroTrait] protected int A => 1; }", "public partial class Customer : Person { [VeroId] public int Id; }")]
    [InlineData("public abstract class Person { [VeroTrait] protected int A => 1; } public abstract class Middle : Person { [VeroTrait] protected int B => 1; }", "public partial class Customer : Middle { [VeroId] public int Id; }")]
    [InlineData("public abstract class Person<T> { [VeroId] public T? Id; [VeroTrait] protected int A => 1; }", "public partial class Customer : Person<int> { [VeroTrait] public int B; }")]
    [InlineData("public class Person<T> { [VeroId] protected T? Id; [VeroTrait] public int A { protected get; set; } }", "public partial class Customer : Person<int> { [VeroTrait] public int B; }")]
    public async Task A_protected_member_of_a_base_that_gets_no_code_is_for_derived_types(string @base, string derived)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; {@base} {derived}");
        Assert.Single(GeneratorHarness.Run($"using Vero.Typed; {@base} {derived}").Files);
    }

    [Theory]
    [InlineData("public abstract class Person { [VeroTrait] protected int A => 1; } public class {|VERO008:Customer|} : Person { [VeroId] public int Id; }")]
    [InlineData("public abstract class Person { [VeroId] public int Id; [{|VERO008:VeroTrait|}] protected int A => 1; }")]
    [InlineData("public abstract class Person { [{|VERO008:VeroId|}] protected int Id; }")]
    [InlineData("public abstract class Person { [{|VERO008:VeroTrait|}] private int A => 1; }")]
    [InlineData("public abstract class Person { [{|VERO008:VeroTrait|}] public int A { private get; set; } }")]
    [InlineData("public class Person<T> { [VeroId] public T? Id; [{|VERO008:VeroTrait|}] private int A => 1; } [VeroSerialization] public partial class Customer : Person<int> { }")]
    public Task A_member_that_derived_types_cannot_read_either_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public async Task A_member_of_another_assembly_is_reported_on_the_derived_type()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using Vero.Typed; namespace Domain { public abstract class Person { [VeroTrait] public int A { set { } } } }", new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            "using Vero.Typed; public class {|VERO008:Customer|} : Domain.Person { [VeroId] public int Id; }", new HarnessOptions { References = [domain] });
    }
}
