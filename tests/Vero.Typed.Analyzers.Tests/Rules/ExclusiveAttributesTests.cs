using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO010.</summary>
public sealed class ExclusiveAttributesTests
{
    [Theory]
    [InlineData("public class Customer { [VeroId, {|VERO010:VeroTrait|}] public int Id; }")]
    [InlineData("public class Customer { [VeroId] [{|VERO010:VeroTrait(\"number\")|}] public int Id; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroEmail, {|VERO010:VeroTrait|}] public string? Email; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait, {|VERO010:VeroTimezone|}, {|VERO010:VeroLanguage|}] public int A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroUserAgent, {|VERO010:VeroChannel(\"a\", \"b\")|}] public string? A; }")]
    [InlineData("public record Customer([VeroId, {|VERO010:VeroTrait|}] int Id);")]
    [InlineData("public record Customer([property: VeroId, {|VERO010:VeroTrait|}] int Id);")]
    [InlineData("public record Customer([VeroId] int Id, [VeroEmail] string Email) { [{|VERO010:VeroTrait|}] public string Email { get; } = Email; }")]
    [InlineData("public record Customer([VeroId] int Id, [VeroEmail] [property: {|VERO010:VeroTrait|}] string Email);")]
    public Task The_later_attribute_is_reported(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Theory]
    [InlineData("public class Customer { [VeroId, System.Obsolete] public int Id; }")]
    [InlineData("public record Customer([VeroId] [property: VeroId] int Id, [VeroTrait(\"a\")] [property: VeroTrait(\"a\")] int A);")]
    [InlineData("public class Person { [VeroId] public int Id; [VeroTrait] public virtual string? A => null; } public class Customer : Person { [VeroEmail] public override string? A => null; }")]
    [InlineData("public record Customer([VeroId] int Id, [VeroTrait(\"a\")] [property: VeroTrait(\"b\")] int A);")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait(\"a\"), VeroTrait(\"b\")] public int A; [VeroChannel(\"push\", \"ios\"), VeroChannel(\"push\", \"android\")] public string? T; }")]
    [InlineData("public record Box(string? A, string? B); public class Customer { [VeroId] public int Id; [VeroEmail(From = \"A\"), VeroTrait(From = \"B\")] public Box? X; }")]
    public Task One_attribute_or_several_that_each_send_something_is_silent(string source) => Verify.AnalyzerAsync("using Vero.Typed; " + source);

    [Fact]
    public Task Two_of_a_kind_are_reported_beside_the_compilers_own_error() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; [VeroEmail, {|VERO010:{|CS0579:VeroEmail|}|}] public string? A; }");
}
