using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>Runs the analyzers, over what the generator made as well, for sources that need not compile.</summary>
public static class AnalyzerHarness
{
    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All => VeroAnalyzers.All;

    /// <inheritdoc cref="RunAsync(ImmutableArray{DiagnosticAnalyzer}, IReadOnlyList{string}, HarnessOptions?)"/>
    public static Task<ImmutableArray<Diagnostic>> RunAsync([StringSyntax("c#-test")] string source, HarnessOptions? options = null) =>
        RunAsync(All, [source], options);

    /// <summary>Runs generator and analyzers; neither may throw, whatever the sources are.</summary>
    /// <param name="analyzers">The analyzers.</param>
    /// <param name="sources">The files of the project.</param>
    /// <param name="options">How they are compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    /// <returns>What the analyzers report.</returns>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        ImmutableArray<DiagnosticAnalyzer> analyzers, IReadOnlyList<string> sources, HarnessOptions? options = null)
    {
        options ??= HarnessOptions.Default;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new VeroGenerator().AsSourceGenerator(), .. options.OtherGenerators.Select(GeneratorHarness.MakeGenerator)],
            parseOptions: options.ParseOptions);
        driver = driver.RunGeneratorsAndUpdateCompilation(TestCompilation.Create(sources, options), out Compilation output, out _);
        foreach (GeneratorRunResult result in driver.GetRunResult().Results)
            Assert.True(result.Exception is null, $"{result.Generator.GetGeneratorType().Name} threw: {result.Exception}");

        ImmutableArray<Diagnostic> found = await output.WithAnalyzers(analyzers, PlanText.OptionsFor(options)).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Diagnostic? thrown = found.FirstOrDefault(static diagnostic => diagnostic.Id is "AD0001" or "AD0002");
        Assert.True(thrown is null, $"An analyzer threw: {thrown}");
        return found;
    }
}
