using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules.Shape;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>All code fixes of the package, with all its analyzers and its generator, on a project of the given options.</summary>
internal sealed partial class VeroCodeFixTest : CSharpCodeFixTest<UserTypeAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly HarnessOptions _options;
    private readonly string[]? _titles;
    private readonly ConcurrentBag<string[]> _offered = [];

    internal VeroCodeFixTest(CodeFixCase expected)
    {
        _options = expected.Options;
        _titles = expected.Titles;
        ReferenceAssemblies = VeroAnalyzerTest.NothingToDownload;
        // Where a rule may be suppressed is what the tests of the rules check.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        CodeActionVerifier = static (action, verifier) => CheckAction(action, verifier);
        Prepare(TestState);
        Prepare(FixedState);
        Prepare(BatchFixedState);
    }

    internal void AddOtherProject(SolutionState state, string source)
    {
        ProjectState project = state.AdditionalProjects["Other"];
        project.Sources.Add(("/Other/Test0.cs", source));
        project.AdditionalReferences.AddRange(TestCompilation.References(_options));
        project.AdditionalProjectReferences.Add(state.Name);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AnalyzerHarness.All;

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => CodeFixes.All;

    // The testing library runs generators beside the project, where code fixes do not see what they make.
    protected override IEnumerable<Type> GetSourceGenerators() => [];

    protected override async Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject, ImmutableArray<EvaluatedProjectState> additionalProjects, CancellationToken cancellationToken)
    {
        Project project = await base.CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken);
        Solution solution = project.Solution;
        foreach (ProjectId id in solution.ProjectIds)
        {
            solution = solution.AddAnalyzerReference(id, new AnalyzerFileReference(typeof(VeroGenerator).Assembly.Location, new LoadedAssemblies()));
            // Where fixes search the solution, the workspace wants references to be files.
            if (!_options.OtherGenerators.IsEmpty)
                solution = solution.AddAnalyzerReference(id, new GeneratorsReference(_options.OtherGenerators));
        }

        return solution.GetProject(project.Id)!;
    }

    protected override ParseOptions CreateParseOptions() => _options.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => _options.CompilationOptions;

    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        _offered.Add([.. actions.Select(static action => action.Title)]);
        return actions;
    }

    // Fix All asks one provider after another, at the same time as all are asked for a single diagnostic: only the longest list is whole.
    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken);
        if (_titles is not null)
            Assert.Equal(_titles, _offered.Where(titles => titles.Length > 0 && titles[0] == _titles[0]).MaxBy(static titles => titles.Length));
    }

    private static void CheckAction(CodeAction action, IVerifier verifier)
    {
        verifier.True(
            ConstantKey().IsMatch(action.EquivalenceKey ?? ""), $"The equivalence key \"{action.EquivalenceKey}\" must be a constant like Vero.MakePartial");
        verifier.True(
            action.Title.Length > 0 && !action.Title.EndsWith('.'), $"The title \"{action.Title}\" must be an order without a period");
    }

    private void Prepare(SolutionState state)
    {
        state.InheritanceMode = StateInheritanceMode.Explicit;
        state.MarkupHandling = MarkupMode.None;
        state.OutputKind = _options.OutputKind;
        state.AdditionalReferences.AddRange(TestCompilation.References(_options));
        if (_options.GlobalConfig is not null)
            state.AnalyzerConfigFiles.Add(("/.globalconfig", _options.GlobalConfig));
        if (_options.EditorConfig is not null)
            state.AnalyzerConfigFiles.Add(("/.editorconfig", _options.EditorConfig));
    }

    [GeneratedRegex("^Vero(\\.[A-Z][A-Za-z]+)+$")]
    private static partial Regex ConstantKey();
}
