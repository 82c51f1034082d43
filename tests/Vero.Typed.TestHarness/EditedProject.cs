using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Discovery;
using Vero.Typed.Analyzers.Model;
using Xunit;

namespace Vero.Typed.TestHarness;

/// <summary>
/// A project in an editor: the same driver runs after every edit, and what it makes must be what a driver makes that sees the project for the first time.
/// </summary>
public sealed class EditedProject
{
    private readonly ModelMemory _memory = new();
    private readonly HarnessOptions _options;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>Opens a project, whose files have the names <c>Source0.cs</c>, <c>Source1.cs</c> ...</summary>
    /// <param name="sources">The files.</param>
    /// <param name="options">How they are compiled; null for <see cref="HarnessOptions.Default"/>.</param>
    public EditedProject(IReadOnlyList<string> sources, HarnessOptions? options = null)
    {
        _options = options ?? HarnessOptions.Default;
        _compilation = TestCompilation.Create(sources, _options);
        _driver = Driver();
        Run();
    }

    /// <summary>The number of annotated types that the generator read after the last edit: the others were known.</summary>
    public int TypesRead => _memory.TypesRead;

    /// <summary>The generated files, by name.</summary>
    public ImmutableDictionary<string, string> Generated { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the steps and outputs of the last run did.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons { get; private set; } = [];

    /// <summary>Gives a file another text; without a text it is deleted, and where there is none of the name, it is added.</summary>
    /// <param name="path">The name of the file.</param>
    /// <param name="source">The text.</param>
    public void Edit(string path, [StringSyntax("c#-test")] string? source)
    {
        SyntaxTree? old = _compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path);
        SyntaxTree? now = source is null ? null : TestCompilation.Parse(source, path, _options);
        _compilation = (old, now) switch
        {
            (null, { }) => _compilation.AddSyntaxTrees(now),
            ({ }, null) => _compilation.RemoveSyntaxTrees(old),
            ({ }, { }) => _compilation.ReplaceSyntaxTree(old, now),
            _ => _compilation,
        };
        Run();
    }

    /// <summary>Replaces a part of a file, which must be there.</summary>
    /// <param name="path">The name of the file.</param>
    /// <param name="from">The part.</param>
    /// <param name="to">What stands there then.</param>
    public void Replace(string path, string from, string to)
    {
        string text = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path).ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        Edit(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Changes anything but a file.</summary>
    /// <param name="change">Gets the compilation.</param>
    public void Change(Func<CSharpCompilation, CSharpCompilation> change)
    {
        _compilation = change(_compilation);
        Run();
    }

    private void Run()
    {
        // Nothing of the trees and symbols that the other one knows.
        CSharpCompilation fresh = CSharpCompilation.Create(
            _compilation.AssemblyName, _compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)),
            _compilation.References, _compilation.Options);

        _driver = _driver.RunGenerators(_compilation);
        GeneratorRunResult result = Assert.Single(_driver.GetRunResult().Results);
        Assert.True(result.Exception is null, $"The generator threw: {result.Exception}");
        Assert.Equal(Texts(Assert.Single(Driver().RunGenerators(fresh).GetRunResult().Results)), Texts(result));
        Generated = result.GeneratedSources.ToImmutableDictionary(static file => file.HintName, static file => file.SourceText.ToString());
        Reasons = [.. result.TrackedSteps.Where(static steps => GeneratorHarness.StepNames.Contains(steps.Key)).Concat(result.TrackedOutputSteps)
            .SelectMany(static steps => steps.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

        EquatableArray<FileModel> models = _memory.Models(_compilation, CancellationToken.None);
        Assert.Equal(new ModelMemory().Models(fresh, CancellationToken.None), models);
        foreach (FileModel model in models)
            ModelGraph.AssertIsPlainData(model, model.MetadataName);
    }

    private GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new VeroGenerator().AsSourceGenerator()],
        parseOptions: _options.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static string Texts(GeneratorRunResult result) =>
        string.Concat(result.GeneratedSources.Select(static file => $"==== {file.HintName}\n{file.SourceText}\n"));
}
