using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO011.</summary>
public sealed class BlankKeyTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"\\t\\u00a0\\n\"")]
    [InlineData("null!")]
    [InlineData("default!")]
    [InlineData("(string)null!")]
    [InlineData("Keys.Blank")]
    [InlineData("Keys.Blank + \"\"")]
    [InlineData("$\"{Keys.Blank}\"")]
    public Task A_blank_key_is_reported(string argument) => Verify.AnalyzerAsync(
        $"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [VeroTrait({{|VERO011:{argument}|}})] public int A; }} public static class Keys {{ public const string Blank = \" \"; }}");

    [Theory]
    [InlineData("VeroTrait")]
    [InlineData("VeroTrait()")]
    [InlineData("VeroTrait(\"a\")")]
    [InlineData("VeroTrait(\" a \")")]
    [InlineData("VeroTrait(\"\\u200b\")")]
    public Task A_key_or_none_is_silent(string attribute) => Verify.AnalyzerAsync($"using Vero.Typed; public class Customer {{ [VeroId] public int Id; [{attribute}] public int A; }}");

    [Fact]
    public Task A_blank_key_of_a_record_parameter_is_reported() => Verify.AnalyzerAsync(
        "using Vero.Typed; public record Customer([VeroId] int Id, [VeroTrait({|VERO011:\"\"|})] int A, [property: VeroTrait({|VERO011:\" \"|})] int B);");
}
