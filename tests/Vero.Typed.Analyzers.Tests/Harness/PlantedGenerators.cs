using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Vero.Typed.Analyzers.Tests.Harness;


[Generator]
internal sealed class WellBehavedGenerator : IIncrementalGenerator
{
    internal const string Step = "Names";

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { Identifier.ValueText: "Customer" },
                static (hit, _) => ((ClassDeclarationSyntax)hit.Node).Members.Count)
            .WithTrackingName(Step),
        static (output, count) => output.AddSource("Count.g.cs", $"internal static class Count {{ internal const int Value = {count}; }}"));
}

[Generator]
internal sealed class GeneratorThatKeepsASymbol : IIncrementalGenerator
{
    internal const string Step = "Kept";

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax,
                static (hit, stop) => (object)new[] { (Name: "Type", Value: (object?)hit.SemanticModel.GetDeclaredSymbol(hit.Node, stop)) })
            .WithTrackingName(Step),
        static (_, _) => { });
}

[Generator]
internal sealed class GeneratorThatIsNeverCached : IIncrementalGenerator
{
    internal const string Step = "Fresh";

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider.Select(static (_, _) => Guid.NewGuid().ToString()).WithTrackingName(Step),
        static (_, _) => { });
}

[Generator]
internal sealed class GeneratorThatStoresPositions : IIncrementalGenerator
{
    internal const string Step = "Position";

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax { Identifier.ValueText: "Customer" }, static (hit, _) => hit.Node.SpanStart)
            .WithTrackingName(Step),
        static (_, _) => { });
}

[Generator]
internal sealed class GeneratorThatCausesAWarning : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(
        static output => output.AddSource("Warned.g.cs", "internal class Warned { private int _unused; }"));
}

[Generator]
internal sealed class GeneratorThatThrows : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, static (_, _) => throw new InvalidOperationException("planted"));
}
