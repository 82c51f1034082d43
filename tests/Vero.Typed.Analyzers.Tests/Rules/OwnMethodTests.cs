using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO012.</summary>
public sealed class OwnMethodTests
{
    [Theory]
    [InlineData("public IdentifyRequest {|VERO012:ToIdentifyRequest|}() => null!;")]
    [InlineData("private void {|VERO012:ToIdentifyRequest|}() { }")]
    [InlineData("public static string {|VERO012:ToIdentifyRequest|}() => \"\";")]
    [InlineData("public string {|VERO012:ToIdentifyRequest|} => \"\";")]
    [InlineData("public string? {|VERO012:ToIdentifyRequest|};")]
    [InlineData("public class {|VERO012:ToIdentifyRequest|} { }")]
    [InlineData("public void {|VERO012:WriteIdentifyRequest|}(System.Buffers.IBufferWriter<byte> writer) { }")]
    [InlineData("public VeroIdentity {|VERO012:ToVeroIdentity|}() => default;")]
    [InlineData("private string {|VERO012:ToVeroIdentity|}(string? prefix = null) => \"\";")]
    [InlineData("public string {|VERO012:ToVeroIdentity|} => \"\";")]
    public async Task A_member_in_the_place_of_a_generated_one_is_reported(string member)
    {
        foreach (string kind in new[] { "partial class", "class", "partial struct" })
            await Verify.AnalyzerAsync($"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id => 1; {member} }}");
    }

    [Theory]
    [InlineData("public virtual IdentifyRequest ToIdentifyRequest() => null!;")]
    [InlineData("public IdentifyRequest ToIdentifyRequest(bool pretty = false) => null!;")]
    [InlineData("public void WriteIdentifyRequest(System.Buffers.IBufferWriter<byte> writer) { }")]
    [InlineData("public VeroIdentity ToVeroIdentity() => default;")]
    public Task An_inherited_method_that_would_be_called_instead_of_an_extension_is_reported(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Person {{ {member} }} public class {{|VERO012:Customer|}} : Person {{ [VeroId] public int Id => 1; }}");

    [Theory]
    [InlineData("public IdentifyRequest ToIdentifyRequest(int times) => null!;")]
    [InlineData("private IdentifyRequest ToIdentifyRequest() => null!;")]
    [InlineData("public static IdentifyRequest ToIdentifyRequest() => null!;")]
    public Task An_inherited_method_that_is_not_called_is_silent(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Person {{ {member} }} public class Customer : Person {{ [VeroId] public int Id => 1; }}");

    [Theory]
    [InlineData("public IdentifyRequest ToIdentifyRequest(int times) => null!;")]
    [InlineData("public void ToIdentifyRequest<T>() { }")]
    [InlineData("public void WriteIdentifyRequest(System.Buffers.IBufferWriter<char> writer) { }")]
    [InlineData("public void WriteIdentifyRequest() { }")]
    [InlineData("public IdentifyRequest toIdentifyRequest() => null!;")]
    [InlineData("public VeroIdentity ToVeroIdentity(string prefix) => default;")]
    [InlineData("public VeroIdentity ToVeroIdentity<T>() => default;")]
    public async Task An_overload_is_silent(string member)
    {
        foreach (string kind in new[] { "partial class", "class" })
            await Verify.AnalyzerAsync($"using Vero.Typed; public {kind} Customer {{ [VeroId] public int Id => 1; {member} }}");
    }

    [Theory]
    [InlineData("public int {|VERO012:__veroSize|} => 1;")]
    [InlineData("private void {|VERO012:__WriteVero|}() { }")]
    [InlineData("private class {|VERO012:__Vero0|} { }")]
    [InlineData("internal static int {|VERO012:__Vero12|};")]
    public async Task A_member_in_the_place_of_a_helper_is_reported_where_the_code_is_inside_the_type(string member)
    {
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id => 1; {member} }}");
        string plain = member.Replace("{|VERO012:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        await Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id => 1; {plain} }}");
        await Verify.AnalyzerAsync($"using Vero.Typed; public partial class Customer {{ [VeroId] public int Id => 1; {plain.Replace("__", "_", StringComparison.Ordinal)} public int __Vero; public int __VeroA; }}");
    }

    [Fact]
    public Task A_base_that_gets_no_code_may_have_any_private_member() => Verify.AnalyzerAsync("""
        using Vero.Typed;
        public abstract partial class Person { [VeroTrait] public int Age { get; set; } private int __veroSize = 1; public int Size => __veroSize; }
        public partial class Customer : Person { [VeroId] public int Id { get; set; } }
        """);

    [Fact]
    public Task A_type_without_attributes_may_have_any_method() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { public int Id; public IdentifyRequest ToIdentifyRequest() => null!; }");

    [Fact]
    public Task The_generated_methods_themselves_are_silent() => Verify.AnalyzerAsync(
        "using Vero.Typed; public partial class Person { [VeroId] public int Id; } public partial class Customer : Person { [VeroTrait] public int A; }");
}
