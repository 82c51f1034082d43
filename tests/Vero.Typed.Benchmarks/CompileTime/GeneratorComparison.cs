using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>Our generator on classes of twenty members, and System.Text.Json's on the same members as DTOs.</summary>
internal sealed class GeneratorComparison
{
    private const int Rounds = 6;

    private readonly Contestant _ours = new(new VeroGenerator(), Sources.Annotated(), Sources.AnnotatedAfterEdit);
    private readonly Contestant _theirs = new(SystemTextJson(), Sources.Dtos(), Sources.DtoAfterEdit);

    /// <summary>Prints the table; false if a bar is missed.</summary>
    public bool Run()
    {
        _ours.Check();
        _theirs.Check();
        bool isCached = _ours.IsCachedAfterEditElsewhere();

        Console.WriteLine();
        Console.WriteLine($"| Generator, {Sources.Files} classes of 20 members | System.Text.Json = 1.00 | allocated |");
        Console.WriteLine("|---|---:|---:|");
        Ratio first = Compare("first run", static contestant => contestant.FirstRun());
        Compare("after an edit in another file", static contestant => contestant.EditElsewhere());
        Compare("after an edit in one class", static contestant => contestant.EditInOneClass());
        Console.WriteLine();
        Console.WriteLine($"Every step after an edit in another file: {(isCached ? "Cached or Unchanged" : "NOT cached")}");
        return isCached && first.Time <= 1;
    }

    private Ratio Compare(string name, Func<Contestant, Cost> measured)
    {
        var ours = new List<Cost>();
        var theirs = new List<Cost>();
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(measured(_ours));
            theirs.Add(measured(_theirs));
        }

        var (our, their) = (Cost.Least(ours), Cost.Least(theirs));
        var ratio = new Ratio(our.Processor / their.Processor, (double)our.Bytes / their.Bytes);
        Console.WriteLine($"| {name} | {ratio.Time:0.000} | {ratio.Bytes:0.000} |");
        return ratio;
    }

    // The one that the SDK compiles with: from the targeting pack beside the shared framework.
    private static IIncrementalGenerator SystemTextJson()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        string file = Directory.GetDirectories(Path.Combine(root, "packs/Microsoft.NETCore.App.Ref"), $"{Environment.Version.Major}.*")
            .Select(static pack => Path.Combine(pack, "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll"))
            .Single(File.Exists);
        Type generator = Assembly.LoadFrom(file).GetTypes().Single(static type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract);
        return (IIncrementalGenerator)Activator.CreateInstance(generator)!;
    }

    private readonly record struct Ratio(double Time, double Bytes);

    private sealed class Contestant(IIncrementalGenerator generator, SyntaxTree[] trees, Func<int, SyntaxTree> edited)
    {
        private readonly CSharpCompilation _compilation = Sources.Compilation([.. trees, Sources.Unrelated(0)]);
        private GeneratorDriver? _warm;
        private int _edits;

        /// <summary>Nothing is timed before what is generated compiles.</summary>
        public void Check()
        {
            Driver().RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out _);
            Diagnostic[] errors = [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            if (errors.Length > 0 || output.SyntaxTrees.Count() <= _compilation.SyntaxTrees.Length + 1)
                throw new InvalidOperationException($"{generator.GetType().Name} makes nothing that compiles: {errors.FirstOrDefault()}");
        }

        public Cost FirstRun()
        {
            CSharpCompilation fresh = _compilation.Clone();
            return Cost.Of(() => _warm = Driver().RunGenerators(fresh));
        }

        public Cost EditElsewhere() => Edited(_compilation.SyntaxTrees[^1], Sources.Unrelated(++_edits));

        public Cost EditInOneClass() => Edited(_compilation.SyntaxTrees[Sources.Files / 2], edited(Sources.Files / 2));

        public bool IsCachedAfterEditElsewhere()
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [generator.AsSourceGenerator()],
                parseOptions: Sources.ParseOptions,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
            driver = driver.RunGenerators(_compilation);
            driver = driver.RunGenerators(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[^1], Sources.Unrelated(-1)));
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            return result.TrackedSteps.Where(static steps => steps.Key.StartsWith("Type", StringComparison.Ordinal))
                .Concat(result.TrackedOutputSteps)
                .SelectMany(static steps => steps.Value)
                .SelectMany(static step => step.Outputs)
                .All(static output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
        }

        private Cost Edited(SyntaxTree tree, SyntaxTree by)
        {
            CSharpCompilation changed = _compilation.ReplaceSyntaxTree(tree, by);
            return Cost.Of(() => _warm!.RunGenerators(changed));
        }

        private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.ParseOptions);
    }
}
