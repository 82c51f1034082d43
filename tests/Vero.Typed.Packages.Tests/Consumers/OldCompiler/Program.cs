using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using OldCompiler;

// Takes the command line of csc: sources, references, analyzers and generators in, one assembly and the diagnostics out.
string folder = Directory.GetCurrentDirectory();
CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(args, folder, sdkDirectory: null);
var report = new Report();
report.Add(arguments.Errors);

var loader = new AnalyzerLoader();
AnalyzerFileReference[] references = [.. arguments.AnalyzerReferences.Select(reference => new AnalyzerFileReference(reference.FilePath, loader))];
foreach (AnalyzerFileReference reference in references)
    reference.AnalyzerLoadFailed += (_, failure) => report.Add($"error: {reference.FullPath}: {failure.Message}");

SyntaxTree[] trees =
[
    .. arguments.SourceFiles.Select(file =>
    {
        using FileStream source = File.OpenRead(file.Path);
        return CSharpSyntaxTree.ParseText(SourceText.From(source, checksumAlgorithm: arguments.ChecksumAlgorithm, canBeEmbedded: true), arguments.ParseOptions, file.Path);
    }),
];
Compilation compilation = CSharpCompilation.Create(
    arguments.CompilationName,
    trees,
    arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
    arguments.CompilationOptions);
AdditionalText[] texts = [];

GeneratorDriver driver = CSharpGeneratorDriver.Create(
    references.SelectMany(static reference => reference.GetGenerators(LanguageNames.CSharp)), texts, arguments.ParseOptions);
driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out ImmutableArray<Diagnostic> ofGenerators);
report.Add(ofGenerators);

ImmutableArray<DiagnosticAnalyzer> analyzers = [.. references.SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))];
report.Add(analyzers.IsEmpty
    ? compilation.GetDiagnostics()
    : await compilation.WithAnalyzers(analyzers, new AnalyzerOptions([.. texts])).GetAllDiagnosticsAsync());
report.Add($"compiler: {typeof(CSharpCompilation).Assembly.GetName().Version}, {analyzers.Length} analyzers");

if (!report.HasErrors)
{
    using FileStream assembly = File.Create(Path.Combine(arguments.OutputDirectory, arguments.OutputFileName!));
    EmitResult emitted = compilation.Emit(
        assembly, options: arguments.EmitOptions.WithDebugInformationFormat(DebugInformationFormat.Embedded), manifestResources: []);
    report.Add(emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
}

return report.HasErrors ? 1 : 0;
