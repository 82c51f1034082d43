using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO002 and VERO003.</summary>
public sealed class SeveralIdsAndEmailsTests
{
    [Theory]
    [InlineData("public class Customer { [ID] public string? A; [{|RULE:ID|}] public string? B; REST }")]
    [InlineData("public class Customer { [ID] public string? A; [{|RULE:ID|}] public string? B; [{|RULE:global::Vero.Typed.IDAttribute()|}] public string? C; REST }")]
    [InlineData("public class Customer { [ID] public string? A, B; REST }")]
    [InlineData("public abstract class Person { [ID] public string? A; } public class Customer : Person { [{|RULE:ID|}] public string? B; REST }")]
    [InlineData("public partial class Customer { [ID] public string? A; REST } public partial class Customer { [{|RULE:ID|}] public string? B; }")]
    [InlineData("public record Customer([ID] string A, [{|RULE:ID|}] string B) { REST }")]
    [InlineData("public record Customer([property: ID] string A, [property: {|RULE:ID|}] string B) { REST }")]
    [InlineData("public record Customer([ID] string A) { [{|RULE:ID|}] public string? B; REST }")]
    public async Task The_later_ones_are_reported(string source)
    {
        // Two variables share one attribute, so that is where the second of them is reported.
        source = source.Replace("[ID] public string? A, B;", "[{|RULE:ID|}] public string? A, B;", StringComparison.Ordinal);
        await Verify.AnalyzerAsync(Source(source, "VeroId", "VERO002", ""));
        await Verify.AnalyzerAsync(Source(source, "VeroEmail", "VERO003", "[VeroId] public int Id;"));
    }

    [Theory]
    [InlineData("public class Customer { [ID] public string? A; REST }")]
    [InlineData("public class Outer { [ID] public string? A; REST public class Customer { [ID] public string? B; REST } }")]
    [InlineData("public class Person { [ID] public virtual string? A => null; REST } public class Customer : Person { public override string? A => null; }")]
    [InlineData("public class Person { [ID] public virtual string? A => null; REST } public class Customer : Person { [ID] public override string? A => null; }")]
    [InlineData("public class Person { [ID] public string? A => null; REST } public class Customer : Person { [ID] public new string? A => null; }")]
    [InlineData("public record Customer([ID] [property: ID] string A) { REST }")]
    [InlineData("public record Customer([ID] string A) { [ID] public string A { get; } = A; REST }")]
    [InlineData("public record Person([ID] string A) { REST } public record Customer([ID] string A) : Person(A);")]
    public async Task One_is_silent(string source)
    {
        await Verify.AnalyzerAsync(Source(source, "VeroId", "VERO002", ""));
        await Verify.AnalyzerAsync(Source(source, "VeroEmail", "VERO003", "[VeroId] public int Id;"));
    }

    [Fact]
    public async Task Two_in_another_assembly_are_reported_on_the_derived_type()
    {
        CompiledAssembly domain = GeneratorHarness.CompileWithoutGenerator(
            "using Vero.Typed; namespace Domain { public class Person { [VeroId] public int A; [VeroId] public int B; } }", new HarnessOptions { AssemblyName = "Domain" });
        await Verify.AnalyzerAsync(
            "using Vero.Typed; public class {|VERO002:Customer|} : Domain.Person { [VeroTrait] public int C; }", new HarnessOptions { References = [domain] });
    }

    private static string Source(string source, string attribute, string rule, string rest) => "using Vero.Typed; " + source
        .Replace("IDAttribute", attribute + "Attribute", StringComparison.Ordinal)
        .Replace("RULE:ID", $"{rule}:{attribute}", StringComparison.Ordinal)
        .Replace("RULE", rule, StringComparison.Ordinal)
        .Replace("[ID]", $"[{attribute}]", StringComparison.Ordinal)
        .Replace("property: ID", $"property: {attribute}", StringComparison.Ordinal)
        .Replace("REST", rest, StringComparison.Ordinal);
}
