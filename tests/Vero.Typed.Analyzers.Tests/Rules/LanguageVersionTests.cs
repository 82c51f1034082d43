using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>VERO013.</summary>
public sealed class LanguageVersionTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    public Task An_older_language_is_reported(LanguageVersion version) => Verify.AnalyzerAsync(
        "using Vero.Typed; public class {|VERO013:Customer|} { [VeroId] public int Id; } public partial class {|VERO013:Other|} { [VeroId] public int Id; }", Options(version));

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public Task A_newer_language_is_silent(LanguageVersion version) => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { [VeroId] public int Id; }", Options(version));

    [Fact]
    public Task An_older_language_without_annotated_types_is_silent() => Verify.AnalyzerAsync(
        "using Vero.Typed; public class Customer { public int Id; }", Options(LanguageVersion.CSharp7_3));

    private static HarnessOptions Options(LanguageVersion version) => new() { LanguageVersion = version, Nullable = NullableContextOptions.Disable };
}
