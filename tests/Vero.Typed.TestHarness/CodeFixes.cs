using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Vero.Typed.CodeFixes;

namespace Vero.Typed.TestHarness;

/// <summary>The code fixes of the package.</summary>
public static class CodeFixes
{
    /// <summary>Every provider, as an IDE finds them.</summary>
    public static ImmutableArray<CodeFixProvider> All { get; } =
    [
        .. typeof(VeroCodeFixProvider).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];
}
