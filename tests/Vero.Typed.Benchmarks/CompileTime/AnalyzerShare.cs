using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What our analyzers add to the time that the compiler takes itself, to find all errors and to write the assembly.</summary>
internal sealed class AnalyzerShare
{
    private const int Rounds = 7;
    // What a round makes of objects at most, so that none of it has to be collected.
    private const long WithoutCollection = 3_000_000_000;
    private const double HighestShareUnannotated = 0.01;
    private const double HighestShareAnnotated = 0.05;

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
        (string Name, Share Share)[] annotated = [.. Shape.All.Select(static shape => ($"{Sources.Files} annotated classes, {shape.Name}", Measure(shape.AnnotatedTrees())))];
        Share unannotated = Measure(Sources.Unannotated());
        (string Name, Share Share)[] columns = [.. annotated, ($"{Sources.Files} files, nothing annotated", unannotated)];

        Console.WriteLine();
        Console.WriteLine($"| Analyzers, percent of the compiler's own time | {string.Join(" | ", columns.Select(static column => column.Name))} |");
        Console.WriteLine($"|---|{string.Concat(columns.Select(static _ => "---:|"))}");
        foreach (DiagnosticAnalyzer analyzer in Ours)
            Row(analyzer.GetType().Name, columns, share => share.Of(analyzer));
        Row("all, by their own clocks", columns, static share => share.Total);
        Row("all, by their own clocks, without garbage collection", columns, static share => share.WithoutCollection);
        Row("all, processor time beyond an analyzer that looks at every type", columns, static share => share.BeyondIdle);
        Row("all, processor time beyond one that also looks at every call, as .NET's own do", columns, static share => share.BeyondOperations);
        return unannotated.Total <= HighestShareUnannotated && annotated.All(static column => column.Share.Total <= HighestShareAnnotated);
    }

    private static void Row(string name, (string Name, Share Share)[] columns, Func<Share, double> value) =>
        Console.WriteLine($"| {name} | {string.Join(" | ", columns.Select(column => $"{100 * value(column.Share):0.00} %"))} |");

    private static Share Measure(SyntaxTree[] trees)
    {
        CSharpGeneratorDriver.Create([new VeroGenerator().AsSourceGenerator()], parseOptions: Sources.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Sources.Compilation(trees), out Compilation compilation, out _);

        var compiler = new List<Cost>();
        var idle = new List<Cost>();
        var operations = new List<Cost>();
        var withIdle = new List<Cost>();
        var withOperations = new List<Cost>();
        var withoutCollection = new List<double>();
        var clocks = Ours.ToDictionary(static analyzer => analyzer, static _ => new List<TimeSpan>());
        for (int round = 0; round < Rounds; round++)
        {
            compiler.Add(Cost.Of(() => Compile(compilation.Clone())));
            idle.Add(Cost.Of(() => Analyze(compilation.Clone(), [new IdleAnalyzer()])));
            CompilationWithAnalyzers? run = null;
            withIdle.Add(Cost.Of(() => run = Analyze(compilation.Clone(), [new IdleAnalyzer(), .. Ours])));
            operations.Add(Cost.Of(() => Analyze(compilation.Clone(), [new IdleOperationAnalyzer()])));
            withOperations.Add(Cost.Of(() => Analyze(compilation.Clone(), [new IdleOperationAnalyzer(), .. Ours])));
            foreach (DiagnosticAnalyzer analyzer in Ours)
                clocks[analyzer].Add(ClockOf(run!, analyzer));
            withoutCollection.Add(ShareWithoutCollection(compilation));
        }

        Cost own = Cost.Median(compiler);
        return new Share(
            own.Elapsed,
            clocks.ToDictionary(static clock => clock.Key, static clock => clock.Value.Order().ElementAt(Rounds / 2)),
            withoutCollection.Order().ElementAt(Rounds / 2),
            (Cost.Median(withIdle).Processor - Cost.Median(idle).Processor) / own.Processor,
            (Cost.Median(withOperations).Processor - Cost.Median(operations).Processor) / own.Processor);
    }

    // A collection is on the clock of the rule that happens to be running, and nearly all that it looks at is the compiler's.
    private static double ShareWithoutCollection(Compilation compilation)
    {
        TimeSpan own = TimeSpan.Zero;
        CompilationWithAnalyzers? run = null;
        Uncollected(() =>
        {
            long start = Stopwatch.GetTimestamp();
            Compile(compilation.Clone());
            own = Stopwatch.GetElapsedTime(start);
        });
        Uncollected(() => run = Analyze(compilation.Clone(), [new IdleAnalyzer(), .. Ours]));
        return Ours.Aggregate(TimeSpan.Zero, (sum, analyzer) => sum + ClockOf(run!, analyzer)) / own;
    }

    private static void Uncollected(Action action)
    {
        GC.Collect();
        if (!GC.TryStartNoGCRegion(WithoutCollection))
            throw new InvalidOperationException("There is not enough memory to run without garbage collection.");
        action();
        GC.EndNoGCRegion();
    }

    private static TimeSpan ClockOf(CompilationWithAnalyzers run, DiagnosticAnalyzer analyzer) =>
        run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;

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

    private sealed record Share(TimeSpan Compiler, Dictionary<DiagnosticAnalyzer, TimeSpan> Clocks, double WithoutCollection, double BeyondIdle, double BeyondOperations)
    {
        public double Total => Clocks.Values.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time) / Compiler;

        public double Of(DiagnosticAnalyzer analyzer) => Clocks[analyzer] / Compiler;
    }
}
