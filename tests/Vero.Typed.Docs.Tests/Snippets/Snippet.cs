using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vero.Typed.Analyzers;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Docs.Tests.Markdown;

namespace Vero.Typed.Docs.Tests.Snippets;

/// <summary>A block as the project of a reader compiles it: implicit usings, nullable, generator and analyzers.</summary>
internal sealed class Snippet
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The first words of the names of their assemblies.
    private static readonly string[] InstalledPackages =
    [
        "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.", "NodaTime", "Npgsql", "System.Threading.RateLimiting",
        "Vero.Typed",
    ];

    private static readonly string[] TestTools = ["Vero.Typed.Analyzers", "Vero.Typed.CodeFixes", "Vero.Typed.TestSupport"];

    // Only for the blocks that use it: VERO201 is silent in projects of tests.
    private static readonly string[] TestFramework = ["Microsoft.AspNetCore.Mvc.Testing", "xunit.v3.assert", "xunit.v3.core"];

    private static readonly ImmutableDictionary<string, ReportDiagnostic> SuppressedBySdk =
        ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress).Add("CS1702", ReportDiagnostic.Suppress);

    private static readonly ImmutableArray<MetadataReference> References = ReferencesWhere(IsOfReader);

    private static readonly ImmutableArray<MetadataReference> TestReferences =
        ReferencesWhere(static path => IsOfReader(path) || TestFramework.Contains(Path.GetFileNameWithoutExtension(path)));

    private readonly SyntaxTree _tree;

    private readonly AnalyzerOptions _options;

    private Snippet(SyntaxTree tree, Compilation output, CodeBlock? plan)
    {
        _tree = tree;
        _options = new AnalyzerOptions(plan is null ? [] : [new PlanText(plan.Text)]);
        Output = output;
    }

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(UserTypeAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The block with everything that was generated.</summary>
    public Compilation Output { get; }

    public static Snippet Compile(CodeBlock block, MarkdownPage page)
    {
        LanguageVersion version = LanguageVersion.Latest;
        if (block.LanguageVersion is { } said && !LanguageVersionFacts.TryParse(said, out version))
            throw new InvalidOperationException($"{block}: there is no C# {said}.");

        var parse = new CSharpParseOptions(version);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(block.Text, parse, "Snippet.cs", System.Text.Encoding.UTF8);
        List<SyntaxTree> trees = [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, parse, "Usings.cs", System.Text.Encoding.UTF8)];
        foreach (CodeBlock used in (block.Uses?.Split(',') ?? []).Select(type => Declaring(type, block, page)).Distinct())
            trees.Add(CSharpSyntaxTree.ParseText(used.Text, parse, "Used.cs", System.Text.Encoding.UTF8));

        bool isProgram = trees.Exists(static unit => ((CompilationUnitSyntax)unit.GetRoot()).Members.Any(static member => member is GlobalStatementSyntax));
        var compilation = CSharpCompilation.Create(
            "Snippet",
            trees,
            block.Text.Contains("using Xunit;", StringComparison.Ordinal) ? TestReferences : References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: SuppressedBySdk,
                warningLevel: 9999));

        List<ISourceGenerator> generators = [new VeroGenerator().AsSourceGenerator()];
        foreach (CodeBlock made in page.CSharpBlocks.Where(static other => other.IsGenerated))
            generators.Add(new OtherGenerator(made.Text).AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new Snippet(tree, output, PlanOf(block, page));
    }

    /// <summary>What compiler and analyzers report, warnings and errors and suggestions of ours, in the order of the lines.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        ImmutableArray<Diagnostic> all = await Output.WithAnalyzers(Analyzers, _options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. all.Where(static diagnostic => !diagnostic.IsSuppressed && (diagnostic.Severity >= DiagnosticSeverity.Warning || IsSuggestionOfOurs(diagnostic)))
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static bool IsSuggestionOfOurs(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Info && diagnostic.Id.StartsWith("VERO", StringComparison.Ordinal);

    /// <summary>What differs between what the block claims and what is reported; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(CodeBlock block, MarkdownPage page)
    {
        Snippet snippet = Compile(block, page);
        List<ClaimedDiagnostic> claimed = [.. block.Claims()];
        List<ClaimedDiagnostic> claimedOfPlan = [.. PlanOf(block, page)?.Claims() ?? []];
        var differences = new List<string>();
        foreach (Diagnostic diagnostic in await snippet.DiagnosticsAsync())
        {
            List<ClaimedDiagnostic>? claims = diagnostic.Location.Kind == LocationKind.ExternalFile ? claimedOfPlan : diagnostic.Location.SourceTree == snippet._tree ? claimed : null;
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
            if (claims?.Remove(new ClaimedDiagnostic(line, diagnostic.Id)) != true)
                differences.Add($"{block}: not claimed: {diagnostic}");
        }

        differences.AddRange(claimed.Concat(claimedOfPlan).Select(claim => $"{block}: not reported: {claim}"));
        return differences;
    }

    private static CodeBlock? PlanOf(CodeBlock block, MarkdownPage page) =>
        block.IsPlanned ? page.Blocks.TakeWhile(other => other.Place != block.Place).Last(static other => other.IsPlan) : null;

    private static CodeBlock Declaring(string typeName, CodeBlock user, MarkdownPage page) => page.CSharpBlocks
        .TakeWhile(block => block.Place != user.Place)
        .FirstOrDefault(block => CSharpSyntaxTree.ParseText(block.Text).GetRoot().DescendantNodes()
            .Any(node => node is BaseTypeDeclarationSyntax type && type.Identifier.ValueText == typeName))
        ?? throw new InvalidOperationException($"{user}: no earlier block of the page declares {typeName}.");

    private static ImmutableArray<MetadataReference> ReferencesWhere(Func<string, bool> condition) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(condition)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // The framework and the packages that the pages tell the reader to install; not the tools of these tests.
    private static bool IsOfReader(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        bool isFramework = Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);
        return isFramework || (!TestTools.Contains(name) && !TestFramework.Contains(name) && InstalledPackages.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
