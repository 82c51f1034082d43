using Microsoft.CodeAnalysis;

namespace Vero.Typed.Docs.Tests.Snippets;

/// <summary>Stands for any other source generator of the reader's project: what it makes is invisible to ours.</summary>
internal sealed class OtherGenerator(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Made.g.cs", text));
}
