using System.Reflection;
using Vero.Typed.CodeFixes;

namespace Vero.Typed.Analyzers.Tests;

/// <summary>
/// What a built dll references decides which compilers and editors can load it: a newer Roslyn than theirs is CS9057, a missing
/// dependency CS8032, and then the generator silently does not run.
/// </summary>
public sealed class BuiltAnalyzersTests
{
    private static readonly Version OldestRoslyn = new(4, 8, 0, 0);

    private static readonly HashSet<string> OfEveryCompiler =
    [
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
    ];

    private static readonly HashSet<string> OfEveryEditor =
    [
        .. OfEveryCompiler, "Microsoft.CodeAnalysis.Workspaces", "System.Composition.AttributedModel", "Vero.Typed.Analyzers",
    ];

    [Fact]
    public void The_analyzers_load_into_the_oldest_compiler() => Assert.Empty(Problems(typeof(VeroGenerator).Assembly, OfEveryCompiler));

    [Fact]
    public void The_code_fixes_load_into_the_oldest_editor() => Assert.Empty(Problems(typeof(VeroCodeFixProvider).Assembly, OfEveryEditor));

    // The controls: the compiler has no workspaces, and this assembly needs far more than both.
    [Fact]
    public void What_needs_more_is_noticed()
    {
        Assert.NotEmpty(Problems(typeof(VeroCodeFixProvider).Assembly, OfEveryCompiler));
        Assert.NotEmpty(Problems(typeof(BuiltAnalyzersTests).Assembly, OfEveryEditor));
    }

    private static IEnumerable<string> Problems(Assembly assembly, HashSet<string> allowed) => assembly.GetReferencedAssemblies()
        .Where(reference => !allowed.Contains(reference.Name!)
            || (reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && reference.Version > OldestRoslyn))
        .Select(static reference => reference.FullName);
}
