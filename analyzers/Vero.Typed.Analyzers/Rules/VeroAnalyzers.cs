using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vero.Typed.Analyzers.Rules;

/// <summary>Every analyzer of the package, found by what it is: a list by hand would leave one out, and its fixes would never be offered.</summary>
internal static class VeroAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = typeof(VeroAnalyzers).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .OrderBy(static type => type.FullName, StringComparer.Ordinal)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();
}
