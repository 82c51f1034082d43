using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Vero.Typed.TestHarness;

/// <summary>An assembly that a test compiled, as reference for the next compilation and as image to load.</summary>
/// <param name="Name">The simple name of the assembly.</param>
/// <param name="Image">The bytes of the dll.</param>
public sealed record CompiledAssembly(string Name, ImmutableArray<byte> Image)
{
    private readonly PortableExecutableReference _reference = MetadataReference.CreateFromImage(Image);

    /// <summary>The only name by which the other compilation knows its namespaces; null for <c>global</c>.</summary>
    public string? ExternAlias { get; init; }

    /// <summary>The assembly as another compilation references it.</summary>
    public MetadataReference Reference => ExternAlias is null ? _reference : _reference.WithAliases([ExternAlias]);
}
