using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>A generator, and the classes that it is for.</summary>
internal sealed class Contestant(IIncrementalGenerator generator, SyntaxTree[] trees, Func<int, int, SyntaxTree> otherMember, Func<int, int, SyntaxTree> otherBody)
{
    private readonly CSharpCompilation _compilation = Sources.Compilation([.. trees, Sources.Unrelated(0)]);
    private GeneratorDriver? _warm;
    private int _edits;

    /// <summary>Nothing is timed before what is generated compiles.</summary>
    /// <param name="least">How many files there must be.</param>
    public void Check(int least)
    {
        Driver().RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out _);
        Diagnostic[] errors = [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0 || output.SyntaxTrees.Count() - _compilation.SyntaxTrees.Length < least)
            throw new InvalidOperationException($"{generator.GetType().Name} does not make what it is to make: {errors.FirstOrDefault()}");
    }

    public Cost FirstRun()
    {
        CSharpCompilation fresh = _compilation.Clone();
        return Cost.Of(() => _warm = Driver().RunGenerators(fresh));
    }

    public Cost BodyElsewhere() => Edited(_compilation.SyntaxTrees[^1], Sources.Unrelated(++_edits));

    public Cost MemberElsewhere() => Edited(_compilation.SyntaxTrees[^1], Sources.UnrelatedMember(++_edits));

    public Cost TypeElsewhere() => Edited(_compilation.SyntaxTrees[^1], Sources.UnrelatedType(++_edits));

    public Cost BodyInOneClass() => Edited(_compilation.SyntaxTrees[Sources.Files / 2], otherBody(Sources.Files / 2, ++_edits));

    public Cost MemberOfOneClass() => Edited(_compilation.SyntaxTrees[Sources.Files / 2], otherMember(Sources.Files / 2, ++_edits));

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

    // The editor keeps what the last run made: so does this.
    private Cost Edited(SyntaxTree tree, SyntaxTree by)
    {
        CSharpCompilation changed = _compilation.ReplaceSyntaxTree(tree, by);
        return Cost.Of(() => _warm = _warm!.RunGenerators(changed));
    }

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Sources.ParseOptions);
}
