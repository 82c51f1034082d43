using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>Who may know whom. Symbols enter the parser and stop there; the model is plain data; the emitter prints; the generator wires.</summary>
public sealed class LayerTests
{
    private const string Root = "Vero.Typed.Analyzers";

    private static readonly AssemblyDefinition Analyzers = BuiltAssemblies.Read("analyzers/Vero.Typed.Analyzers", "netstandard2.0");

    private static TypeDefinition Generator => UsedTypes.All(Analyzers).Single(static type => type.Name == "VeroGenerator");

    [Theory]
    [InlineData("Model", "")]
    [InlineData("Emit", "Model")]
    [InlineData("Parsing", "Model,Rules.ReservedKeys,Rules.Shape")] // of Rules the descriptors: see below
    [InlineData("Rules", "Parsing")]
    [InlineData("Rules.DataFlow", "Parsing")]
    [InlineData("Rules.ReservedKeys", "Model,Parsing,Rules,Rules.DataFlow")]
    [InlineData("Rules.Shape", "Parsing,Rules,Rules.ReservedKeys")]
    [InlineData("Rules.Client", "Parsing,Rules,Rules.DataFlow")]
    public void A_folder_knows_these_others(string folder, string others) => Assert.Equal(
        others.Split(',', StringSplitOptions.RemoveEmptyEntries),
        TypesOf(folder).SelectMany(UsedTypes.Of)
            .Select(UsedTypes.NamespaceOf)
            .Where(name => name.StartsWith(Root + ".", StringComparison.Ordinal) && name != $"{Root}.{folder}")
            .Select(static name => name[(Root.Length + 1)..])
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_parser_knows_what_can_be_reported_and_no_analyzer() => Assert.Equal(
        ["ReservedKeyRules", "ShapeRules"],
        TypesOf("Parsing").SelectMany(UsedTypes.Of).Where(static type => UsedTypes.NamespaceOf(type).StartsWith($"{Root}.Rules", StringComparison.Ordinal)).Select(static type => type.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Model")]
    [InlineData("Emit")]
    public void Model_and_emitter_know_nothing_of_the_compilers(string folder)
    {
        Assert.Empty(OfTheCompiler(folder));

        // The control: the parser is made of it.
        Assert.Contains("INamedTypeSymbol", OfTheCompiler("Parsing"));
    }

    [Fact]
    public void The_generator_only_wires()
    {
        TypeDefinition[] wiring = [Generator, .. Generator.NestedTypes];
        Assert.DoesNotContain(wiring.SelectMany(UsedTypes.Instructions), IsLoopOrSwitch);
        Assert.DoesNotContain(wiring.SelectMany(UsedTypes.MembersUsedBy), static member => member.Name == "ReportDiagnostic");

        // The control: the parser decides, and the analyzers report.
        Assert.Contains(TypesOf("Parsing").SelectMany(UsedTypes.Instructions), IsLoopOrSwitch);
        Assert.Contains(TypesOf("Rules.Shape").SelectMany(UsedTypes.MembersUsedBy), static member => member.Name == "ReportDiagnostic");
    }

    // Loops jump back. Lambdas are made once, which is a jump forward.
    private static bool IsLoopOrSwitch(Instruction instruction) =>
        instruction.OpCode == OpCodes.Switch || (instruction.Operand is Instruction target && target.Offset < instruction.Offset);

    private static IEnumerable<string> OfTheCompiler(string folder) => TypesOf(folder).SelectMany(UsedTypes.Of)
        .Where(static type => UsedTypes.NamespaceOf(type).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .Select(static type => type.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<TypeDefinition> TypesOf(string folder) => UsedTypes.All(Analyzers).Where(type => UsedTypes.NamespaceOf(type) == $"{Root}.{folder}");
}
