using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>
/// What generator and analyzers cost where nothing is annotated, on anybody's sources: once the package is referenced and nothing else of it is used, and
/// once a project with annotated types is referenced as well.
/// </summary>
/// <remarks>
/// Time is that of the analyzers by the compiler's clocks, and of the generator beyond one that does nothing; memory, which no other program disturbs, is all
/// that is allocated beyond the same run with an analyzer, or a generator, that does nothing. All are medians, in percent of the compiler's own.
/// </remarks>
internal static class UnannotatedShare
{
    private const int Rounds = 3;
    private const double HighestShare = 0.01;
    private const int ReservedKeysFile = 3_000_000;

    /// <summary>Prints a row for each folder; false if a bar is missed.</summary>
    public static bool Run(string[] folders)
    {
        bool isGood = true;
        MetadataReference domain = Domain();
        Console.WriteLine();
        Console.WriteLine("| Sources, nothing annotated | lines | compiler | analyzers, time | analyzers, memory | generator, time | generator, memory | analyzers beside a project with annotated types, time | memory |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (string folder in folders)
            isGood &= Row(folder, domain);
        return isGood;
    }

    private static bool Row(string folder, MetadataReference domain)
    {
        SyntaxTree[] trees = Sources.Of(folder);
        var compiler = new List<Cost>();
        var alone = new Rows();
        var beside = new Rows();
        var idleGenerator = new List<Cost>();
        var generator = new List<Cost>();
        for (int round = 0; round < Rounds; round++)
        {
            compiler.Add(Cost.Of(() => Sources.Compilation(trees).GetDiagnostics()));
            alone.Add(trees, new IdleAnalyzer());
            beside.Add(trees, new IdleOperationAnalyzer(), domain);
            SyntaxTree[] first = Fresh(trees);
            SyntaxTree[] second = Fresh(trees);
            idleGenerator.Add(Generate(first, new IdleGenerator()));
            generator.Add(Generate(second, new VeroGenerator()));
        }

        Cost own = Cost.Median(compiler);
        double generated = (Cost.Median(generator).Processor - Cost.Median(idleGenerator).Processor) / own.Processor;
        double generatedBytes = (double)(Cost.Median(generator).Bytes - Cost.Median(idleGenerator).Bytes) / own.Bytes;
        int lines = trees.Sum(static tree => tree.GetText().Lines.Count);
        Console.WriteLine(
            $"| {Path.GetFileName(folder)} | {lines} | {own.Processor.TotalSeconds:0.0} s | {Percent(alone.Time / own.Elapsed)} | {Percent((double)alone.Bytes / own.Bytes)} "
            + $"| {Percent(generated)} | {Percent(generatedBytes)} | {Percent(beside.Time / own.Elapsed)} | {Percent((double)beside.Bytes / own.Bytes)} |");
        Console.WriteLine($"<!-- alone: {Costliest(alone, own)}; beside: {Costliest(beside, own)} -->");
        return new[] { alone.Time / own.Elapsed, (double)alone.Bytes / own.Bytes, generated, generatedBytes, beside.Time / own.Elapsed }.All(static share => share <= HighestShare);
    }

    private static string Costliest(Rows rows, Cost own) =>
        string.Join(", ", rows.Costliest.Select(rule => $"{rule.Name} {Percent(rule.Time / own.Elapsed)}"));

    private static string Percent(double share) => $"{100 * share:0.00} %";

    // The rules about values that reach a member have nothing to look for where no type has one.
    private const string WithReservedKeys = """
        using System.Collections.Generic;
        using Vero.Typed;
        namespace Shop;
        public sealed record Subscriber([VeroId] int Id, [VeroTimezone] int? Timezone, [VeroLanguage] string? Language)
        {
            [VeroPhoneNumber] public string? Phone { get; set; }
            [VeroData] public Dictionary<string, object?> Data { get; } = new();
        }
        """;

    // A project that has annotated types, as an application references it.
    private static PortableExecutableReference Domain()
    {
        CSharpGeneratorDriver.Create([new VeroGenerator().AsSourceGenerator()], parseOptions: Sources.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Sources.Compilation([.. new MixedShape().AnnotatedTrees(), Sources.Tree(ReservedKeysFile, WithReservedKeys)]), out Compilation compilation, out _);
        using var image = new MemoryStream();
        if (!compilation.WithAssemblyName("Shop.Domain").Emit(image).Success)
            throw new InvalidOperationException("The annotated types do not compile.");
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    // Facts that are kept for a tree would make the second round faster than a build ever is.
    private static SyntaxTree[] Fresh(SyntaxTree[] trees) =>
        [.. trees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Sources.ParseOptions, tree.FilePath))];

    // The references are bound before, which is done once and on the clock of whoever asks first: the compiler does that anyway, and uses it for all that comes.
    private static CSharpCompilation Bound(SyntaxTree[] trees, params MetadataReference[] references)
    {
        CSharpCompilation compilation = Sources.Compilation(trees, references);
        compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    private static Cost Generate(SyntaxTree[] trees, IIncrementalGenerator generator)
    {
        CSharpCompilation compilation = Bound(trees);
        return Cost.Of(() => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.ParseOptions).RunGenerators(compilation));
    }

    private sealed class Rows
    {
        private readonly List<Cost> _idle = [];
        private readonly List<Cost> _analyzed = [];
        private readonly List<TimeSpan> _clocks = [];
        private readonly Dictionary<DiagnosticAnalyzer, List<TimeSpan>> _each = AnalyzerShare.Ours.ToDictionary(static analyzer => analyzer, static _ => new List<TimeSpan>());

        public TimeSpan Time => Median(_clocks);

        /// <summary>The rules that take the most time.</summary>
        public IEnumerable<(string Name, TimeSpan Time)> Costliest => _each
            .Select(static each => (each.Key.GetType().Name, Median(each.Value)))
            .OrderByDescending(static each => each.Item2)
            .Take(3);

        public long Bytes => Cost.Median(_analyzed).Bytes - Cost.Median(_idle).Bytes;

        // Ours run beside the idle one, whose cost is that of any analyzer.
        public void Add(SyntaxTree[] trees, DiagnosticAnalyzer idle, params MetadataReference[] references)
        {
            CSharpCompilation first = Bound(Fresh(trees), references);
            CSharpCompilation second = Bound(Fresh(trees), references);
            _idle.Add(Cost.Of(() => AnalyzerShare.Analyze(first, [idle])));
            CompilationWithAnalyzers? run = null;
            _analyzed.Add(Cost.Of(() => run = AnalyzerShare.Analyze(second, [idle, .. AnalyzerShare.Ours])));
            TimeSpan all = TimeSpan.Zero;
            foreach (DiagnosticAnalyzer analyzer in AnalyzerShare.Ours)
            {
                TimeSpan time = run!.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime;
                _each[analyzer].Add(time);
                all += time;
            }

            _clocks.Add(all);
        }

        private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
    }

    private sealed class IdleGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
