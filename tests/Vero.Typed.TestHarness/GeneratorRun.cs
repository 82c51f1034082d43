using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>One run of a generator, and what can be asked about it.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;
    private readonly Type _generator;
    private readonly IReadOnlyCollection<string> _stepNames;
    private readonly HarnessOptions _options;
    private readonly GeneratorRunResult _result;
    private readonly ImmutableArray<Diagnostic> _ofGenerators;

    internal GeneratorRun(
        GeneratorDriver driver, CSharpCompilation input, Type generator, IReadOnlyCollection<string> stepNames, HarnessOptions options)
    {
        _input = input;
        _generator = generator;
        _stepNames = stepNames;
        _options = options;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _ofGenerators);
        _result = _driver.GetRunResult().Results.Single(result => result.Generator.GetGeneratorType() == generator);
        Output = output;
    }

    /// <summary>The sources together with everything that was generated.</summary>
    public Compilation Output { get; }

    /// <summary>The files of our generator with methods that can be called.</summary>
    public ImmutableArray<GeneratedSourceResult> Files => [.. AllFiles.Where(static file => !IsStub(file))];

    /// <summary>Those with methods that only say why they cannot be called.</summary>
    public ImmutableArray<GeneratedSourceResult> Stubs => [.. AllFiles.Where(IsStub)];

    /// <summary>The text of the only file of our generator.</summary>
    public string Text => Assert.Single(Files).SourceText.ToString();

    /// <summary>The JSON that <c>Case.Make()</c> of the sources returns.</summary>
    public string Json => Assert.Single(AllJson);

    /// <summary>The JSON of every request that <c>Case.Make()</c>, or <c>Case.MakeAll()</c>, of the sources returns.</summary>
    public IReadOnlyList<string> AllJson => [.. Requests().Select(static request => request.ToJson())];

    /// <summary>The requests that <c>Case.Make()</c>, or <c>Case.MakeAll()</c>, of the sources returns.</summary>
    /// <returns>At least one request.</returns>
    public IReadOnlyList<VeroRequest> Requests() => CaseAssembly.Requests(ToAssembly(), _options.References);

    /// <summary>The output as an assembly that other compilations can reference.</summary>
    /// <returns>The assembly.</returns>
    public CompiledAssembly ToAssembly() => TestCompilation.Emit(Output);

    /// <summary>Runs the same driver again with other sources.</summary>
    /// <param name="sources">The files of the project, as many as before.</param>
    /// <returns>The second run.</returns>
    public GeneratorRun Edited([StringSyntax("c#-test")] params string[] sources)
    {
        CSharpCompilation edited = _input;
        for (int i = 0; i < sources.Length; i++)
        {
            SyntaxTree old = edited.SyntaxTrees[i];
            if (!string.Equals(old.ToString(), sources[i], StringComparison.Ordinal))
                edited = edited.ReplaceSyntaxTree(old, TestCompilation.Parse(sources[i], old.FilePath, _options));
        }

        var run = new GeneratorRun(_driver, edited, _generator, _stepNames, _options);
        run.AssertCompiles();
        return run;
    }

    /// <summary>What a step did in this run.</summary>
    /// <param name="stepName">The name of the step.</param>
    /// <returns>The reason of every output of the step; empty when there is no such step.</returns>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string stepName) =>
        _result.TrackedSteps.TryGetValue(stepName, out var steps) ? ReasonsOf(steps) : [];

    /// <summary>What the outputs of the generator did in this run.</summary>
    /// <returns>The reason of every file.</returns>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        ReasonsOf(_result.TrackedOutputSteps.Values.SelectMany(static steps => steps));

    internal void AssertCompiles()
    {
        Assert.True(_result.Exception is null, $"The generator threw: {_result.Exception}");
        Assert.True(_ofGenerators.IsEmpty, $"Generators report nothing: {string.Join('\n', _ofGenerators)}");

        bool broken = _options.IsBroken;
        Diagnostic[] found =
        [
            .. Output.GetDiagnostics().Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false }
                && !(broken && diagnostic.Location.SourceTree is { } tree && _input.ContainsSyntaxTree(tree))),
        ];
        if (found.Length > 0)
        {
            string generated = string.Join("\n\n", AllFiles.Select(static file => file.SourceText));
            Assert.Fail($"The output must compile without a warning:\n{string.Join('\n', found.Take(5))}\n\n{generated}");
        }
    }

    internal void AssertKeepsPlainData()
    {
        // Without this, a generator whose steps have other names would pass unseen.
        if (AllFiles.Any())
            Assert.Contains(_stepNames, name => _result.TrackedSteps.ContainsKey(name));
        foreach (string name in _stepNames)
        {
            if (!_result.TrackedSteps.TryGetValue(name, out var steps))
                continue;
            foreach (object value in steps.SelectMany(static step => step.Outputs).Select(static output => output.Value))
                ModelGraph.AssertIsPlainData(value, name);
        }
    }

    internal void AssertNothingIsDoneAgain(string edit, CSharpCompilation edited)
    {
        var again = new GeneratorRun(_driver, edited, _generator, _stepNames, _options);
        foreach (string name in _stepNames)
            AssertNotDone(again.Reasons(name), $"step {name}", edit);
        AssertNotDone(again.OutputReasons(), "an output", edit);
    }

    private IEnumerable<GeneratedSourceResult> AllFiles => _result.GeneratedSources.Where(static file => file.HintName != VeroGenerator.MarkerHintName);

    private static bool IsStub(GeneratedSourceResult file) => file.SourceText.ToString().Contains("[global::System.Obsolete(", StringComparison.Ordinal);

    private static IReadOnlyList<IncrementalStepRunReason> ReasonsOf(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static void AssertNotDone(IEnumerable<IncrementalStepRunReason> reasons, string what, string edit)
    {
        foreach (IncrementalStepRunReason reason in reasons)
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"After {edit}, {what} is {reason}");
    }
}
