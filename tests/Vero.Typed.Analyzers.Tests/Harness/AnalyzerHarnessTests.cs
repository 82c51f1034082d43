using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.TestHarness;
using Xunit.Sdk;

namespace Vero.Typed.Analyzers.Tests.Harness;

public sealed class AnalyzerHarnessTests
{
    [Fact]
    public async Task An_analyzer_that_throws_is_caught()
    {
        XunitException caught = await Assert.ThrowsAnyAsync<XunitException>(
            static () => AnalyzerHarness.RunAsync([new AnalyzerThatThrows()], ["class Customer;"]));
        Assert.Contains("AD0001", caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_throws_is_caught()
    {
        HarnessOptions options = new() { OtherGenerators = [typeof(GeneratorThatThrows)] };
        XunitException caught = await Assert.ThrowsAnyAsync<XunitException>(() => AnalyzerHarness.RunAsync("class Customer;", options));
        Assert.Contains("GeneratorThatThrows threw", caught.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Customer { [VeroTrait] public int Age; }", "expected \"0\" actual \"1\"")]
    [InlineData("public class {|VERO001:Customer|} { [VeroId] public int Id; }", "expected \"1\" actual \"0\"")]
    [InlineData("public {|VERO030:class|} Customer { [VeroTrait] public int Age; }", "start at column")]
    [InlineData("public class {|VERO030-Warning:Customer|} { [VeroTrait] public int Age; }", "Expected diagnostic severity to be \"Warning\" was \"Error\"")]
    [InlineData("public class {|VERO002:Customer|} { [VeroTrait] public int Age; }", "Expected diagnostic id to be \"VERO002\" was \"VERO030\"")]
    [InlineData("public class Customer { public Unknown Name; }", "CS0246")]
    public async Task A_mark_that_is_wrong_is_caught(string markup, string expected)
    {
        var caught = await Assert.ThrowsAsync<InvalidOperationException>(() => Verify.AnalyzerAsync("using Vero.Typed; " + markup));
        Assert.Contains(expected, caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_analyzers_are_run() =>
        Assert.Superset(new HashSet<Type> { typeof(UserTypeAnalyzer), typeof(HierarchyCallAnalyzer) }, AnalyzerHarness.All.Select(static a => a.GetType()).ToHashSet());

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class AnalyzerThatThrows : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("PLANTED", "Planted", "Planted", "Test", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static _ => throw new InvalidOperationException("planted"), SymbolKind.NamedType);
        }
    }
}
