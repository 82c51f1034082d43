using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers.Rules;
using Vero.Typed.Testing;
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

    [Fact]
    public Task A_report_without_a_mark_is_caught() => Assert.ThrowsAnyAsync<Exception>(
        static () => Verify.AnalyzerAsync("using Vero.Typed; public class Customer { [VeroTrait] public int Age; }"));

    [Fact]
    public Task A_mark_without_a_report_is_caught() => Assert.ThrowsAnyAsync<Exception>(
        static () => Verify.AnalyzerAsync("using Vero.Typed; public class {|VERO001:Customer|} { [VeroId] public int Id; }"));

    [Fact]
    public Task A_mark_in_the_wrong_place_is_caught() => Assert.ThrowsAnyAsync<Exception>(
        static () => Verify.AnalyzerAsync("using Vero.Typed; public {|VERO001:class|} Customer { [VeroTrait] public int Age; }"));

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
