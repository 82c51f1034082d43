using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vero.Typed.TestHarness;

/// <summary>How the source of a test is compiled. The same for generator and analyzers.</summary>
public sealed record HarnessOptions
{
    /// <summary>What everybody starts with: the newest language of the compiler at hand, nullable on.</summary>
    public static HarnessOptions Default { get; } = new();

    /// <summary>The language version of every source.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>The project's nullable context.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>A library, unless the source has top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The name of the assembly; one that references another test's assembly needs its own.</summary>
    public string AssemblyName { get; init; } = "Tested";

    /// <summary>Assemblies made by <see cref="GeneratorRun.ToAssembly"/> or <see cref="GeneratorHarness.CompileWithoutGenerator"/>.</summary>
    public ImmutableArray<CompiledAssembly> References { get; init; } = [];

    /// <summary>Types of further generators that run in the same driver.</summary>
    public ImmutableArray<Type> OtherGenerators { get; init; } = [];

    /// <summary>Whether the project references Vero.Typed at all.</summary>
    public bool ReferencesLibrary { get; init; } = true;

    /// <summary>Whether the project references Vero.Typed.Client too, and with it the packages that it brings.</summary>
    public bool ReferencesClient { get; init; }

    /// <summary>
    /// Whether the source does not compile, on purpose. Then only this is required of the output: the generator did not throw, and
    /// every error lies in the source itself.
    /// </summary>
    public bool IsBroken { get; init; }

    /// <summary>The preprocessor symbols of every source.</summary>
    public ImmutableArray<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>The text of an .editorconfig beside the sources; analyzers only.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>The text of a VeroPlan.txt of the project, with marks where a test looks for diagnostics in it; analyzers and code fixes only.</summary>
    public string? Plan { get; init; }

    /// <summary>Properties of the build that analyzers see: <c>VeroPlanFramework = net10.0</c>, a line each.</summary>
    public string? BuildProperties { get; init; }

    /// <summary>Where the <see cref="Plan"/> is.</summary>
    internal const string PlanPath = "/0/VeroPlan.txt";

    internal string? GlobalConfig => BuildProperties is null
        ? null
        : "is_global = true\n" + string.Concat(BuildProperties.Split('\n').Select(static property => $"build_property.{property}\n"));

    internal CSharpParseOptions ParseOptions =>
        new(LanguageVersion, DocumentationMode.Parse, preprocessorSymbols: PreprocessorSymbols);

    internal CSharpCompilationOptions CompilationOptions =>
        new(OutputKind, nullableContextOptions: Nullable, warningLevel: 9999, allowUnsafe: true);
}
