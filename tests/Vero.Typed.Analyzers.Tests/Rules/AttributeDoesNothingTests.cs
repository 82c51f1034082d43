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

    // Attributes on methods are allowed, so the compiler accepts these as well.
    [Theory]
    [InlineData("public int A { [{|VERO014:VeroTrait|}] get; set; }")]
    [InlineData("public int A { get; [{|VERO014:VeroTrait|}] set; }")]
    [InlineData("public int A { get; [{|VERO014:VeroTrait(\"b\")|}] init; }")]
    [InlineData("public int A { get; [method: {|VERO014:VeroTrait|}] set; }")]
    [InlineData("public int A { [System.Obsolete, {|VERO014:VeroEmail|}] get => 1; }")]
    [InlineData("[VeroTrait] public int A { [{|VERO014:VeroTrait|}] get; set; }")]
    [InlineData("public int this[int index] { [{|VERO014:VeroTrait|}] get => index; [{|VERO014:VeroTrait|}] set { } }")]
    [InlineData("public event System.Action A { [{|VERO014:VeroTrait|}] add { } [{|VERO014:VeroTrait|}] remove { } }")]
    [InlineData("[method: {|VERO014:VeroTrait|}] public event System.Action? A;")]
    [InlineData("[field: {|VERO014:VeroTrait|}] public event System.Action? A;")]
    [InlineData("[{|VERO014:VeroTrait|}] public static int operator +(Customer a, Customer b) => 1;")]
    [InlineData("[{|VERO014:VeroTrait|}] public static explicit operator int(Customer a) => 1;")]
    [InlineData("[{|VERO014:VeroTrait|}] public static implicit operator string(Customer a) => \"\";")]
    [InlineData("[{|VERO014:VeroTrait|}] ~Customer() { }")]
    [InlineData("public int Method() { [{|VERO014:VeroTrait|}] int Local() => 3; return Local(); }")]
    [InlineData("public int Method() { var lambda = [{|VERO014:VeroTrait|}] () => 3; return lambda(); }")]
    [InlineData("public int Method() { var lambda = [{|VERO014:VeroTrait|}] (int a) => a; return lambda(1); }")]
    public Task An_attribute_on_what_is_no_member_is_reported(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member} }}");

    [Theory]
    [InlineData("public class Other { public int Id { [{|VERO014:VeroId|}] get; set; } }")]
    [InlineData("public interface IOther { int Id { [{|VERO014:VeroId|}] get; } }")]
    public Task It_is_reported_where_nothing_else_is_annotated(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public int A { [{|VERO014:VeroTrait|}] get; set; }", "accessor")]
    [InlineData("public event System.Action A { [{|VERO014:VeroTrait|}] add { } remove { } }", "accessor")]
    [InlineData("[method: {|VERO014:VeroTrait|}] public event System.Action? A;", "accessor")]
    [InlineData("[{|VERO014:VeroTrait|}] public static int operator +(Customer a, Customer b) => 1;", "operator")]
    [InlineData("[{|VERO014:VeroTrait|}] public static explicit operator int(Customer a) => 1;", "operator")]
    [InlineData("[{|VERO014:VeroTrait|}] ~Customer() { }", "finalizer")]
    [InlineData("public int Method() { [{|VERO014:VeroTrait|}] int Local() => 3; return Local(); }", "local function")]
    [InlineData("public int Method() { var lambda = [{|VERO014:VeroTrait|}] () => 3; return lambda(); }", "lambda")]
    [InlineData("[field: {|VERO014:VeroTrait|}] public int A { get; set; }", "backing field")]
    [InlineData("[property: {|VERO014:VeroTrait|}] public int A;", "ignored by the compiler")]
    [InlineData("public int A { get; [property: {|VERO014:VeroTrait|}] set; }", "ignored by the compiler")]
    [InlineData("public int A { get; [field: {|VERO014:VeroTrait|}] set; }", "ignored by the compiler")]
    [InlineData("[method: {|VERO014:VeroTrait|}] public int A => 1;", "ignored by the compiler")]
    [InlineData("[method: {|VERO014:VeroTrait|}] public int A;", "ignored by the compiler")]
    [InlineData("[event: {|VERO014:VeroTrait|}] public int A;", "ignored by the compiler")]
    [InlineData("[type: {|VERO014:VeroTrait|}] public int A;", "ignored by the compiler")]
    [InlineData("[property: {|VERO014:VeroTrait|}] public int A() => 1;", "ignored by the compiler")]
    [InlineData("[fields: {|VERO014:VeroTrait|}] public int A { get; set; }", "ignored by the compiler")]
    public async Task The_message_says_where_it_is(string member, string place)
    {
        var found = await AnalyzerHarness.RunAsync(
            $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; {member.Replace("{|VERO014:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)} }}");
        Assert.Contains(place, Assert.Single(found, static diagnostic => diagnostic.Id == "VERO014").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{|VERO008:VeroTrait|}] int IHas.A => 1;")]
    [InlineData("[{|VERO008:VeroTrait|}] int IHas.B() => 1;")]
    public Task An_explicit_implementation_cannot_be_read(string member) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public interface IHas {{ int A => 2; int B() => 2; }} public class Customer : IHas {{ [VeroId] public int Id; {member} }}");

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
    [InlineData("public record Other([VeroId] int Id, [unknown: {|VERO014:VeroTrait|}] int A);")]
    [InlineData("public record Other([VeroId] int Id, [method: {|VERO014:VeroTrait|}] int A);")]
    public Task A_target_that_the_compiler_ignores_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public record Customer([VeroId] int Id, [param: VeroTrait] int A, [property: VeroTrait] int B);")]
    [InlineData("public readonly record struct Customer([VeroId] int Id, [VeroTrait] int A);")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait] int A) { public int A { get; } = A; }")]
    [InlineData("public class Customer { [property: VeroId] public int Id { get; } [field: VeroTrait] public int A; [method: VeroTrait] public int B() => 1; }")]
    [InlineData("public class Customer { [VeroId] public int Id { [System.Obsolete] get; } [System.Obsolete] public static int operator +(Customer a, Customer b) => 1; }")]
    [InlineData("[type: VeroTrait(\"kind\", Value = \"a\")] public class Customer { [VeroId] public int Id; }")]
    [InlineData("public class Customer { [VeroId] public int Id; public void Method([System.Diagnostics.CodeAnalysis.NotNull] object a) { } }")]
    public Task An_attribute_in_its_place_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public Task A_file_need_not_name_the_attribute() => Verify.AnalyzerAsync(
    [
        "global using Trait = Vero.Typed.VeroTraitAttribute;",
        "public class Calls { public void Call([{|VERO014:Trait|}] int number) { } }",
    ]);
}
