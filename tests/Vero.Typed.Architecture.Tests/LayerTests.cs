using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>Who may know whom. Symbols enter the parser and stop there; the model is plain data; the emitter prints; the generator wires.</summary>
public sealed class LayerTests
{
    private const string Root = "Vero.Typed.Analyzers";

    private static readonly UsedNames Sources = UsedNames.In("analyzers/Vero.Typed.Analyzers", "src/Shared");

    private static readonly AssemblyDefinition Analyzers = BuiltAssemblies.Read("analyzers/Vero.Typed.Analyzers", "netstandard2.0");

    private static TypeDefinition Generator => UsedTypes.All(Analyzers).Single(static type => type.Name == "VeroGenerator");

    [Theory]
    [InlineData("Model", "")]
    [InlineData("Emit", "Model")]
    [InlineData("Symbols", "")]
    [InlineData("Parsing.Values", "Model,Symbols")]
    [InlineData("Parsing", "Model,Parsing.Values,Rules.Events,Rules.ReservedKeys,Rules.Shape,Symbols")] // of the rules the descriptors: see below
    [InlineData("Discovery", "Model,Parsing,Symbols")]
    public void A_folder_knows_these_others(string folder, string others) => Assert.Equal(
        others.Split(',', StringSplitOptions.RemoveEmptyEntries), FoldersMentionedIn(Sources, $"{Root}.{folder}"));

    [Fact]
    public void The_rules_know_the_reader_and_the_parser_but_neither_the_emitter_nor_the_generator()
    {
        string[] known = [.. ((string[])["Events", "Shape", "ReservedKeys", "Client", "DataFlow", "Plan"]).SelectMany(static area => FoldersMentionedIn(Sources, $"{Root}.Rules.{area}"))];
        Assert.Contains("Symbols", known);
        Assert.DoesNotContain("Emit", known);
    }

    [Fact]
    public void The_parser_knows_what_can_be_reported_and_no_analyzer() => Assert.Equal(
        ["EventRules", "ReservedKeyRules", "ShapeRules"],
        Sources.TypesMentionedIn($"{Root}.Parsing").Where(static type => UsedNames.NamespaceOf(type).StartsWith($"{Root}.Rules", StringComparison.Ordinal)).Select(static type => type.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Model")]
    [InlineData("Emit")]
    public void Model_and_emitter_know_nothing_of_the_compilers(string folder)
    {
        Assert.Empty(OfTheCompiler(folder));

        // The control: the reader is made of it.
        Assert.Contains("INamedTypeSymbol", OfTheCompiler("Symbols"));
    }

    // The control of the tests above: a constant is gone in compiled code.
    [Fact]
    public void A_constant_of_another_folder_is_noticed()
    {
        UsedNames planted = UsedNames.Of(
            Planted($"namespace {Root}.Emit; internal static class Emitter {{ public const string Name = \"x\"; }}"),
            Planted($"using {Root}.Emit; namespace {Root}.Parsing; internal static class Parser {{ public static string Name => Emitter.Name + 1; }}"));
        Assert.Equal(["Emit"], FoldersMentionedIn(planted, $"{Root}.Parsing"));
        Assert.Empty(FoldersMentionedIn(planted, $"{Root}.Emit"));
    }

    [Fact]
    public void The_generator_only_wires()
    {
        TypeDefinition[] wiring = [Generator, .. Generator.NestedTypes];
        Assert.DoesNotContain(wiring.SelectMany(UsedTypes.Instructions), IsLoopOrSwitch);
        Assert.DoesNotContain(wiring.SelectMany(UsedTypes.MembersUsedBy), static member => member.Name == "ReportDiagnostic");

        // The control: the parser decides, and the analyzers report.
        Assert.Contains(CompiledTypesOf("Parsing").SelectMany(UsedTypes.Instructions), IsLoopOrSwitch);
        Assert.Contains(CompiledTypesOf("Rules.Client").SelectMany(UsedTypes.MembersUsedBy), static member => member.Name == "ReportDiagnostic");
    }

    private static SyntaxTree Planted(string text) => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken);

    // Loops jump back. Lambdas are made once, which is a jump forward.
    private static bool IsLoopOrSwitch(Instruction instruction) =>
        instruction.OpCode == OpCodes.Switch || (instruction.Operand is Instruction target && target.Offset < instruction.Offset);

    private static IEnumerable<string> FoldersMentionedIn(UsedNames sources, string ns) => sources.TypesMentionedIn(ns)
        .Select(UsedNames.NamespaceOf)
        .Where(name => name.StartsWith(Root + ".", StringComparison.Ordinal) && name != ns)
        .Select(static name => name[(Root.Length + 1)..])
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OfTheCompiler(string folder) => Sources.TypesMentionedIn($"{Root}.{folder}")
        .Where(static type => UsedNames.NamespaceOf(type).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<TypeDefinition> CompiledTypesOf(string folder) =>
        UsedTypes.All(Analyzers).Where(type => UsedTypes.NamespaceOf(type) == $"{Root}.{folder}");
}
