using System.Reflection;

namespace Vero.Typed.Analyzers.Tests;

/// <summary>
/// What the built dll references decides which compilers can load it: a newer Roslyn than theirs is CS9057, a missing dependency CS8032,
/// and then the generator silently does not run.
/// </summary>
public sealed class BuiltAnalyzersTests
{
    private static readonly Version OldestRoslyn = new(4, 8, 0, 0);

    private static readonly HashSet<string> OfEveryCompiler =
    [
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
    ];

    [Fact]
    public void The_analyzers_load_into_the_oldest_compiler() => Assert.Empty(Problems(typeof(IdentifyGenerator).Assembly));

    // The control: this assembly needs far more.
    [Fact]
    public void What_needs_more_is_noticed() => Assert.NotEmpty(Problems(typeof(BuiltAnalyzersTests).Assembly));

    private static IEnumerable<string> Problems(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Where(static reference => !OfEveryCompiler.Contains(reference.Name!)
            || (reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && reference.Version > OldestRoslyn))
        .Select(static reference => reference.FullName);
}
