using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules.Shape;

namespace Vero.Typed.TestHarness;

/// <summary>All analyzers of the package and its generator on a project of the given options, without downloads.</summary>
internal sealed class VeroAnalyzerTest : CSharpAnalyzerTest<UserTypeAnalyzer, DefaultVerifier>
{
    internal static readonly ReferenceAssemblies NothingToDownload = new("net10.0");

    private readonly HarnessOptions _options;

    internal VeroAnalyzerTest(HarnessOptions options)
    {
        _options = options;
        ReferenceAssemblies = NothingToDownload;
        // What is generated is compared by the tests of the generator. That a pragma silences a rule is tried once, on the current compiler.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | (TestedCompiler.IsOldest ? TestBehaviors.SkipSuppressionCheck : TestBehaviors.None);
        TestState.OutputKind = options.OutputKind;
        TestState.MarkupHandling = MarkupMode.None;
        TestState.AdditionalReferences.AddRange(TestCompilation.References(options));
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AnalyzerHarness.All;

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(VeroGenerator), .. _options.OtherGenerators];

    protected override ParseOptions CreateParseOptions() => _options.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => _options.CompilationOptions;
}
