using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>
/// Runs the generator the way every test needs it: the output compiles without a warning, nothing is done again after an unrelated
/// edit, and nothing but plain data is kept.
/// </summary>
public static class GeneratorHarness
{
    /// <summary>The names of the generator's steps.</summary>
    public static ImmutableArray<string> StepNames { get; } =
    [
        .. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(static field => field.IsLiteral)
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    /// <inheritdoc cref="Run(IReadOnlyList{string}, HarnessOptions?)"/>
    public static GeneratorRun Run([StringSyntax("c#-test")] string source, HarnessOptions? options = null) => Run([source], options);

    /// <summary>Runs the generator over sources and checks everything that holds for every input.</summary>
    /// <param name="sources">The files of the project.</param>
    /// <param name="options">How they are compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    /// <returns>The first of the runs that were made.</returns>
    public static GeneratorRun Run(IReadOnlyList<string> sources, HarnessOptions? options = null) =>
        Run(new VeroGenerator(), StepNames, sources, options);

    /// <summary>The same checks for any generator: a test plants one that must be caught.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="stepNames">The steps that are checked, beside the outputs.</param>
    /// <param name="sources">The files of the project.</param>
    /// <param name="options">How they are compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    /// <returns>The first of the runs that were made.</returns>
    public static GeneratorRun Run(
        IIncrementalGenerator generator, IReadOnlyCollection<string> stepNames, IReadOnlyList<string> sources, HarnessOptions? options = null)
    {
        options ??= HarnessOptions.Default;
        CSharpCompilation compilation = TestCompilation.Create(sources, options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator(), .. options.OtherGenerators.Select(MakeGenerator)],
            parseOptions: options.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        var run = new GeneratorRun(driver, compilation, generator.GetType(), stepNames, options);
        run.AssertCompiles();
        run.AssertKeepsPlainData();
        run.AssertNothingIsDoneAgain("an unrelated file was added", compilation.AddSyntaxTrees(
            TestCompilation.Parse("internal static class UnrelatedToAnything { internal const int One = 1; }", "Unrelated.cs", options)));
        run.AssertNothingIsDoneAgain("the text was moved", Moved(compilation, sources, options));
        return run;
    }

    /// <summary>Compiles sources that our generator never sees: an assembly from before, or of somebody who does not use it.</summary>
    /// <param name="source">The file of the project.</param>
    /// <param name="options">How it is compiled.</param>
    /// <returns>The assembly.</returns>
    public static CompiledAssembly CompileWithoutGenerator([StringSyntax("c#-test")] string source, HarnessOptions options) =>
        TestCompilation.Emit(TestCompilation.Create([source], options));

    internal static ISourceGenerator MakeGenerator(Type type) => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();

    private static CSharpCompilation Moved(CSharpCompilation compilation, IReadOnlyList<string> sources, HarnessOptions options)
    {
        for (int i = 0; i < sources.Count; i++)
        {
            SyntaxTree old = compilation.SyntaxTrees[i];
            compilation = compilation.ReplaceSyntaxTree(old, TestCompilation.Parse($"// Moved\n\n\n{sources[i]}", old.FilePath, options));
        }

        return compilation;
    }
}
