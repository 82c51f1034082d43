using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What a plan costs an editor: all our analyzers look at the file that was edited, in a project of many annotated types, without a plan and with one.</summary>
internal static class PlanCost
{
    public const string Name = "plan";

    private const int Rounds = 9;

    /// <summary>Prints the table.</summary>
    public static void Run()
    {
        SyntaxTree[] trees = new FlatShape().AnnotatedTrees();
        Measured without = Measure(trees, plan: null);
        string plan = Lines(trees);
        Measured with = Measure(trees, plan);

        Console.WriteLine();
        Console.WriteLine($"| {Sources.Files} annotated classes, plan of {plan.Count(static c => c == '\n')} lines | without a plan | with it |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine($"| the whole project | {without.Whole.Processor.TotalMilliseconds:0} ms | {with.Whole.Processor.TotalMilliseconds:0} ms |");
        Console.WriteLine($"| an unrelated file after an edit of it | {without.Unrelated.Processor.TotalMilliseconds:0.0} ms, {without.Unrelated.Bytes / 1024} KiB | {with.Unrelated.Processor.TotalMilliseconds:0.0} ms, {with.Unrelated.Bytes / 1024} KiB |");
        Console.WriteLine($"| an annotated file after an edit of it | {without.Annotated.Processor.TotalMilliseconds:0.0} ms, {without.Annotated.Bytes / 1024} KiB | {with.Annotated.Processor.TotalMilliseconds:0.0} ms, {with.Annotated.Bytes / 1024} KiB |");
    }

    // The plan that the fix would write.
    private static string Lines(SyntaxTree[] trees)
    {
        ImmutableArray<Diagnostic> found = Run(Generated(trees), "").GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return string.Concat(found.Where(static diagnostic => diagnostic.Id == "VERO301").Select(static diagnostic => diagnostic.Properties["SentLines"] + "\n"));
    }

    private static Measured Measure(SyntaxTree[] trees, string? plan)
    {
        Compilation compilation = Generated([.. trees, Sources.Unrelated(0)]);
        SourceText? text = plan is null ? null : SourceText.From(plan);
        var whole = new List<Cost>();
        var unrelated = new List<Cost>();
        var annotated = new List<Cost>();
        for (int round = 0; round < Rounds; round++)
        {
            whole.Add(Cost.Of(() => Run(compilation.Clone(), text).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()));
            unrelated.Add(OfEdit(compilation, Sources.Unrelated(round + 1), text));
            annotated.Add(OfEdit(compilation, new FlatShape().AnnotatedWithOtherMember(1, round), text));
        }

        return new Measured(Cost.Least(whole), Cost.Least(unrelated), Cost.Least(annotated));
    }

    private static Cost OfEdit(Compilation compilation, SyntaxTree edited, SourceText? plan)
    {
        SyntaxTree before = compilation.SyntaxTrees.Single(tree => tree.FilePath == edited.FilePath);
        Compilation after = compilation.ReplaceSyntaxTree(before, edited);
        SemanticModel model = after.GetSemanticModel(edited);
        // The compiler's own work is done before, as for the squiggles of its errors.
        model.GetDiagnostics();
        return Cost.Of(() => Run(after, plan).GetAnalysisResultAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static Compilation Generated(SyntaxTree[] trees)
    {
        CSharpGeneratorDriver.Create([new VeroGenerator().AsSourceGenerator()], parseOptions: Sources.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Sources.Compilation(trees), out Compilation compilation, out _);
        return compilation;
    }

    private static CompilationWithAnalyzers Run(Compilation compilation, string plan) => Run(compilation, SourceText.From(plan));

    private static CompilationWithAnalyzers Run(Compilation compilation, SourceText? plan) => new(
        compilation,
        AnalyzerShare.Ours,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(plan is null ? [] : [new PlanText(plan)]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    private sealed record Measured(Cost Whole, Cost Unrelated, Cost Annotated);

    private sealed class PlanText(SourceText text) : AdditionalText
    {
        public override string Path => "/src/VeroPlan.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
