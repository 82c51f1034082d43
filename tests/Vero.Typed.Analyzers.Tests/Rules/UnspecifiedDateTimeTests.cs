using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO112.</summary>
public sealed class UnspecifiedDateTimeTests
{
    [Theory]
    [InlineData("[{|VERO112-Info:VeroTrait|}] public DateTime A;")]
    [InlineData("[{|VERO112-Info:VeroTrait|}] public DateTime? A; [VeroTrait] public DateTime B;")]
    [InlineData("[{|VERO112-Info:VeroTrait|}] public DateTime[]? A;")]
    public Task Nothing_says_what_an_unspecified_date_means(string members) => Verify.AnalyzerAsync($"using System; using Vero.Typed; public class Customer {{ [VeroId] public int Id; {members} }}");

    [Theory]
    [InlineData("", "[VeroTrait] public DateTimeOffset A;")]
    [InlineData("", "[VeroTrait] public DateOnly A;")]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.AsIs)]", "[VeroTrait] public DateTime A;")]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)]", "[VeroTrait] public DateTime A;")]
    public Task Something_says_it(string onType, string member) => Verify.AnalyzerAsync($"using System; using Vero.Typed; {onType} public class Customer {{ [VeroId] public int Id; {member} }}");

    [Fact]
    public Task The_assembly_says_it() => Verify.AnalyzerAsync(
        "using System; using Vero.Typed; [assembly: VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Local)] public class Customer { [VeroId] public int Id; [VeroTrait] public DateTime A; }");
}
