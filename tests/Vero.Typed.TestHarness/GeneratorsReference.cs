using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Vero.Typed.TestHarness;

/// <summary>Further generators of a project in a workspace, so that code fixes see what they make.</summary>
/// <param name="types">Types of generators.</param>
internal sealed class GeneratorsReference(ImmutableArray<Type> types) : AnalyzerReference
{
    // The workspace knows a generator by the object.
    private readonly ImmutableArray<ISourceGenerator> _generators = [.. types.Select(GeneratorHarness.MakeGenerator)];

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
}
