using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.TestHarness;

/// <summary>Makes compilations from the running framework and the library under test: nothing is downloaded.</summary>
internal static class TestCompilation
{
    private static readonly ImmutableArray<MetadataReference> Framework = ReferencesTo(
        static path => string.Equals(Path.GetDirectoryName(path), Path.GetDirectoryName(typeof(object).Assembly.Location), StringComparison.Ordinal));

    private static readonly MetadataReference Library = MetadataReference.CreateFromFile(typeof(VeroIdAttribute).Assembly.Location);

    private static readonly ImmutableArray<MetadataReference> Client = ReferencesTo(static path =>
        path == typeof(VeroClientOptions).Assembly.Location || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    // To bind the references takes longer than most of what is tested, and a compilation that is made of another has those of the other.
    private static readonly ConcurrentDictionary<HarnessOptions, CSharpCompilation> Empty = new();

    internal static CSharpCompilation Create(IReadOnlyList<string> sources, HarnessOptions options) =>
        Empty.GetOrAdd(options, static options => CSharpCompilation.Create(options.AssemblyName, [], References(options), options.CompilationOptions))
            .AddSyntaxTrees(sources.Select((source, index) => Parse(source, $"Source{index}.cs", options)));

    internal static SyntaxTree Parse(string source, string path, HarnessOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), options.ParseOptions, path);

    internal static IEnumerable<MetadataReference> References(HarnessOptions options)
    {
        IEnumerable<MetadataReference> references = Framework;
        if (options.ReferencesLibrary)
            references = references.Append(Library);
        if (options.ReferencesClient)
            references = references.Concat(Client);
        return references.Concat(options.References.Select(static assembly => assembly.Reference));
    }

    internal static CompiledAssembly Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            Xunit.Assert.Fail($"The assembly cannot be emitted:\n{string.Join('\n', result.Diagnostics)}");
        return new CompiledAssembly(compilation.AssemblyName!, [.. image.ToArray()]);
    }

    // Of what the tests themselves run on.
    private static ImmutableArray<MetadataReference> ReferencesTo(Func<string, bool> isWanted) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(isWanted)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
