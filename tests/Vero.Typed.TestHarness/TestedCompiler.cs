using Microsoft.CodeAnalysis;

namespace Vero.Typed.TestHarness;

/// <summary>The compiler that the tests run on: the same tests are run on two.</summary>
internal static class TestedCompiler
{
    /// <summary>Whether it is the oldest that can load the analyzers, and not that of the current SDK.</summary>
    internal static bool IsOldest { get; } = typeof(Compilation).Assembly.GetName().Version!.Major == 4;
}
