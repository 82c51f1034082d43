using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Vero.Typed.Analyzers;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>Applies every code fix of every diagnostic, for sources that need not compile.</summary>
public sealed class CodeFixHarness : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ImmutableArray<CodeFixProvider> _providers;
    private readonly DocumentId _document;
    private readonly AnalyzerOptions _analyzerOptions;

    // What is made of a project that has its compilation need not bind the references again.
    private readonly Lazy<Task<Compilation>> _empty;

    /// <summary>A project with one file.</summary>
    /// <param name="providers">The code fixes, usually <see cref="CodeFixes.All"/>.</param>
    /// <param name="options">How the file is compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    public CodeFixHarness(ImmutableArray<CodeFixProvider> providers, HarnessOptions? options = null)
    {
        options ??= HarnessOptions.Default;
        _providers = providers;
        Project project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), options.AssemblyName, options.AssemblyName, LanguageNames.CSharp,
            compilationOptions: options.CompilationOptions,
            parseOptions: options.ParseOptions,
            metadataReferences: TestCompilation.References(options),
            analyzerReferences:
            [
                new AnalyzerFileReference(typeof(VeroGenerator).Assembly.Location, new LoadedAssemblies()),
                .. options.OtherGenerators.IsEmpty ? Array.Empty<AnalyzerReference>() : [new GeneratorsReference(options.OtherGenerators)],
            ]));
        Document document = _workspace.AddDocument(project.Id, "Source.cs", SourceText.From(""));
        _document = document.Id;
        _analyzerOptions = PlanText.OptionsFor(options);
        if (options.Plan is not null)
        {
            Solution solution = _workspace.CurrentSolution.AddAdditionalDocument(
                DocumentId.CreateNewId(project.Id), "VeroPlan.txt", SourceText.From(options.Plan), filePath: HarnessOptions.PlanPath);
            Assert.True(_workspace.TryApplyChanges(solution));
        }

        _empty = new(() => _workspace.CurrentSolution.GetDocument(_document)!.Project.GetCompilationAsync()!);
    }

    /// <summary>Runs generator, analyzers and code fixes; none may throw, whatever the source is.</summary>
    /// <param name="source">The file.</param>
    /// <returns>The equivalence key of each fix that was applied, and the text that it made of the file and, if there is one, of the plan; of Fix All likewise.</returns>
    public async Task<IReadOnlyList<(string Key, string Text)>> ApplyAllAsync(string source)
    {
        await _empty.Value;
        Document document = _workspace.CurrentSolution.WithDocumentText(_document, SourceText.From(source)).GetDocument(_document)!;
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(AnalyzerHarness.All, _analyzerOptions).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        var applied = new List<(string Key, string Text)>();
        foreach (CodeFixProvider provider in _providers)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (Diagnostic diagnostic in diagnostics.Where(d => provider.FixableDiagnosticIds.Contains(d.Id) && d.Location.SourceTree is not null))
            {
                var actions = new List<CodeAction>();
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                foreach (CodeAction action in actions)
                {
                    applied.Add((action.EquivalenceKey!, await ChangedAsync(document, action)));
                    keys.Add(action.EquivalenceKey!);
                }
            }

            foreach (string key in keys)
            {
                var all = new FixAllContext(
                    document, provider, FixAllScope.Document, key, provider.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
                if (await provider.GetFixAllProvider()!.GetFixAsync(all) is { } action)
                    applied.Add((key, await ChangedAsync(document, action)));
                else
                    Assert.Fail($"Fix All does not know {key}, which was offered");
            }
        }

        return applied;
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private static async Task<string> ChangedAsync(Document document, CodeAction action)
    {
        ApplyChangesOperation operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        string before = await TextsAsync(document.Project);
        string after = await TextsAsync(operation.ChangedSolution.GetProject(document.Project.Id)!);
        Assert.True(before != after, $"\"{action.Title}\" changes nothing");
        return after;
    }

    private static async Task<string> TextsAsync(Project project)
    {
        SourceText[] texts = await Task.WhenAll(project.Documents.Concat(project.AdditionalDocuments).Select(static document => document.GetTextAsync()));
        return string.Join('\0', texts.Select(static text => text.ToString()));
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
