using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO014.</summary>
public sealed class AttributeDoesNothingTests
{
    [Theory]
    [InlineData("public class Other { public void Method([{|VERO014:VeroTrait|}] int a, [{|VERO014:VeroTrait(\"b\")|}] int b) { } }")]
    [InlineData("public class Other { public Other([{|VERO014:VeroId|}] int a) { } }")]
    [InlineData("public class Other { public static Other operator +(Other a, [{|VERO014:VeroTrait|}] Other b) => a; }")]
    [InlineData("public enum Plan { [{|VERO014:VeroTrait|}] Free, [{|VERO014:VeroId|}] Pro }")]
    [InlineData("public class Other { public int this[[{|VERO014:VeroTrait|}] int index] => index; }")]
    [InlineData("public class Other { public int A { get; [param: {|VERO014:VeroTrait|}] set; } }")]
    [InlineData("public delegate void Other([{|VERO014:VeroTrait|}] int a);")]
    [InlineData("public interface IOther { void Method([{|VERO014:VeroTrait|}] int a); }")]
    [InlineData("public class Other { [field: {|VERO014:VeroTrait|}] public int A { get; set; } }")]
    [InlineData("public record Other([VeroId] int Id, [field: {|VERO014:VeroTrait|}] int A);")]
    [InlineData("public record struct Other([VeroId] int Id, [field: {|VERO014:VeroTrait|}] int A);")]
    [InlineData("public record Other([VeroId] int Id) { public Other([{|VERO014:VeroId|}] string a) : this(1) { } }")]
    [InlineData("public class Other { public void Method() { void Local([{|VERO014:VeroTrait|}] int a) { } Local(1); } }")]
    [InlineData("public class Other { public System.Action<int> Method() => ([{|VERO014:VeroTrait|}] int a) => { }; }")]
    [InlineData("public static class Other { public static int Twice([{|VERO014:VeroTrait|}] this int a) => a; }")]
    public Task An_attribute_in_the_wrong_place_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public class Other([{|VERO014:VeroId|}] int id) { public int Id => id; }")]
    [InlineData("public struct Other([{|VERO014:VeroId|}] int id) { public int Id => id; }")]
    [InlineData("public class Other([property: {|VERO014:VeroId|}] int id) { public int Id => id; }")]
    public Task A_parameter_of_a_primary_constructor_is_reported_where_the_type_is_no_record(string source) => Verify.AnalyzerAsync(
        "using Vero.Typed; " + source, new HarnessOptions { LanguageVersion = LanguageVersion.CSharp12 });

    [Theory]
    [InlineData("public record Other([VeroId] int Id, [property: {|VERO014:VeroTrait|}] int A) { public int A { get; } = A; }")]
    [InlineData("public record Other([VeroId] int Id, [property: {|VERO014:VeroTrait|}] int A) { public int A = A; }")]
    [InlineData("public record Base(int A); public record Other([VeroId] int Id, int A, [property: {|VERO014:VeroTrait|}] int B) : Base(A) { public int B { get; } = B; }")]
    [InlineData("public record Base(int A); public record Other([VeroId] int Id, [property: {|VERO014:VeroTrait|}] int A) : Base(A);")]
    [InlineData("public class Other { [VeroId] public int Id; [property: {|VERO014:VeroTrait|}] public int A; }")]
    public Task A_target_that_the_compiler_ignores_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public record Customer([VeroId] int Id, [param: VeroTrait] int A, [property: VeroTrait] int B);")]
    [InlineData("public readonly record struct Customer([VeroId] int Id, [VeroTrait] int A);")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] int A) { public int A { get; } = A; }")]
    [InlineData("public class Customer { [property: VeroId] public int Id { get; } [field: VeroTrait] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; public void Method([System.Diagnostics.CodeAnalysis.NotNull] object a) { } }")]
    public Task An_attribute_in_its_place_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public Task A_file_need_not_name_the_attribute() => Verify.AnalyzerAsync(
    [
        "global using Trait = Vero.Typed.VeroTraitAttribute;",
        "public class Calls { public void Call([{|VERO014:Trait|}] int number) { } }",
    ]);
}
