using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What our analyzers add to the time that the compiler takes itself, to find all errors and to write the assembly.</summary>
internal sealed class AnalyzerShare
{
    private const int Rounds = 5;
    private const double HighestShareUnannotated = 0.01;

    public static readonly ImmutableArray<DiagnosticAnalyzer> Ours =
    [
        .. typeof(VeroGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Prints the table; false if a bar is missed.</summary>
    public static bool Run()
    {
        Share annotated = Measure(new FlatShape().AnnotatedTrees());
        Share unannotated = Measure(Sources.Unannotated());

        Console.WriteLine();
        Console.WriteLine($"| Analyzers, percent of the compiler's own time | {Sources.Files} annotated classes | {Sources.Files} files, nothing annotated |");
        Console.WriteLine("|---|---:|---:|");
        foreach (DiagnosticAnalyzer analyzer in Ours)
            Console.WriteLine($"| {analyzer.GetType().Name} | {annotated.Of(analyzer):0.00} % | {unannotated.Of(analyzer):0.00} % |");
        Console.WriteLine($"| all, by their own clock | {annotated.Total:0.00} % | {unannotated.Total:0.00} % |");
        Console.WriteLine($"| all, as processor time of the whole run beyond an analyzer that does nothing | {100 * annotated.Beyond:0.0} % | {100 * unannotated.Beyond:0.0} % |");
        return unannotated.Total <= 100 * HighestShareUnannotated;
    }

    private static Share Measure(SyntaxTree[] trees)
    {
        CSharpGeneratorDriver.Create([new VeroGenerator().AsSourceGenerator()], parseOptions: Sources.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Sources.Compilation(trees), out Compilation compilation, out _);

        var compiler = new List<Cost>();
        var idle = new List<Cost>();
        var analyzed = new List<Cost>();
        var clocks = Ours.ToDictionary(static analyzer => analyzer, static _ => new List<TimeSpan>());
        for (int round = 0; round < Rounds; round++)
        {
            compiler.Add(Cost.Of(() => Compile(compilation.Clone())));
            idle.Add(Cost.Of(() => Analyze(compilation.Clone(), [new IdleAnalyzer()])));
            CompilationWithAnalyzers? run = null;
            analyzed.Add(Cost.Of(() => run = Analyze(compilation.Clone(), Ours)));
            foreach (DiagnosticAnalyzer analyzer in Ours)
            {
                AnalyzerTelemetryInfo telemetry = run!.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
                clocks[analyzer].Add(telemetry.ExecutionTime);
            }
        }

        TimeSpan own = Cost.Least(compiler).Processor;
        TimeSpan beyond = Cost.Least(analyzed).Processor - Cost.Least(idle).Processor;
        return new Share(own, clocks.ToDictionary(static clock => clock.Key, static clock => clock.Value.Min()), beyond / own);
    }

    private static void Compile(Compilation compilation)
    {
        if (!compilation.Emit(Stream.Null).Success)
            throw new InvalidOperationException($"The program does not compile: {compilation.GetDiagnostics().First(static d => d.Severity == DiagnosticSeverity.Error)}");
    }

    public static CompilationWithAnalyzers Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var run = new CompilationWithAnalyzers(
            compilation,
            analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        ImmutableArray<Diagnostic> found = run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (found.FirstOrDefault(static diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)) is { } thrown)
            throw new InvalidOperationException(thrown.ToString());
        return run;
    }

    private sealed record Share(TimeSpan Compiler, Dictionary<DiagnosticAnalyzer, TimeSpan> Clocks, double Beyond)
    {
        public double Total => 100 * (Clocks.Values.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time) / Compiler);

        public double Of(DiagnosticAnalyzer analyzer) => 100 * (Clocks[analyzer] / Compiler);
    }
}
