using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>
/// What generator and analyzers cost where nothing is annotated, on anybody's sources: the package is referenced, nothing else of it is used. Each
/// figure is beyond the same run with an analyzer, or a generator, that does nothing.
/// </summary>
internal static class UnannotatedShare
{
    private const int Rounds = 5;
    private const double HighestShare = 0.01;

    /// <summary>Prints a row for each folder; false if a bar is missed.</summary>
    public static bool Run(string[] folders)
    {
        bool isGood = true;
        Console.WriteLine();
        Console.WriteLine("| Sources, nothing annotated | lines | compiler | analyzers, their clocks | analyzers beyond an idle one | generator beyond an idle one |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (string folder in folders)
            isGood &= Row(folder);
        return isGood;
    }

    private static bool Row(string folder)
    {
        SyntaxTree[] trees = Sources.Of(folder);
        var compiler = new List<Cost>();
        var idle = new List<Cost>();
        var analyzed = new List<Cost>();
        var clocks = new List<TimeSpan>();
        var idleGenerator = new List<Cost>();
        var generator = new List<Cost>();
        Dictionary<string, TimeSpan> each = AnalyzerShare.Ours.ToDictionary(static analyzer => analyzer.GetType().Name, static _ => TimeSpan.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            compiler.Add(Cost.Of(() => Sources.Compilation(trees).GetDiagnostics()));
            idle.Add(Cost.Of(() => AnalyzerShare.Analyze(Sources.Compilation(Fresh(trees)), [new IdleAnalyzer()])));
            SyntaxTree[] fresh = Fresh(trees);
            CompilationWithAnalyzers? run = null;
            analyzed.Add(Cost.Of(() => run = AnalyzerShare.Analyze(Sources.Compilation(fresh), AnalyzerShare.Ours)));
            TimeSpan sum = TimeSpan.Zero;
            foreach (DiagnosticAnalyzer analyzer in AnalyzerShare.Ours)
            {
                TimeSpan time = run!.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
                sum += time;
                string name = analyzer.GetType().Name;
                each[name] = time < each[name] ? time : each[name];
            }

            clocks.Add(sum);
            idleGenerator.Add(Cost.Of(() => Generate(fresh, new IdleGenerator())));
            generator.Add(Cost.Of(() => Generate(fresh, new VeroGenerator())));
        }

        TimeSpan own = Cost.Least(compiler).Processor;
        double clock = clocks.Min() / own;
        double analyzers = (Cost.Least(analyzed).Processor - Cost.Least(idle).Processor) / own;
        double generated = (Cost.Least(generator).Processor - Cost.Least(idleGenerator).Processor) / own;
        int lines = trees.Sum(static tree => tree.GetText().Lines.Count);
        Console.WriteLine($"| {Path.GetFileName(folder)} | {lines} | {own.TotalSeconds:0.0} s | {100 * clock:0.00} % | {100 * analyzers:0.00} % | {100 * generated:0.00} % |");
        foreach ((string name, TimeSpan time) in each.OrderByDescending(static pair => pair.Value))
            Console.WriteLine($"<!-- {name} {100 * (time / own):0.000} % -->");
        return clock <= HighestShare && analyzers <= HighestShare && generated <= HighestShare;
    }

    // Facts that are kept for a tree would make the second round faster than a build ever is.
    private static SyntaxTree[] Fresh(SyntaxTree[] trees) =>
        [.. trees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Sources.ParseOptions, tree.FilePath))];

    private static void Generate(SyntaxTree[] trees, IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.ParseOptions).RunGenerators(Sources.Compilation(trees));

    private sealed class IdleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
