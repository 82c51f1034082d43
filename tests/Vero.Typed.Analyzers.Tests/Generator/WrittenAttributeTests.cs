using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Attributes are known by their names only where nothing else can be meant; all else the compiler binds.</summary>
public sealed class WrittenAttributeTests
{
    private const string Own = """{"id":"1","data":{"own":2}}""";
    private const string Both = """{"id":"1","data":{"own":2,"name":"Ann"}}""";
    private const string Members = """[VeroId] public int Id => 1; [Vero.Typed.VeroTrait] public int Own => 2; [VeroTrait] public string Name => "Ann";""";
    private const string Make = "public static class Case { public static Vero.Typed.IdentifyRequest Make() => new Shop.Customer().ToIdentifyRequest(); }";
    private const string OtherAttribute = "public sealed class VeroTraitAttribute : System.Attribute { }";

    private static readonly CompiledAssembly Elsewhere = GeneratorHarness.CompileWithoutGenerator(
        $$"""
        namespace Shop.Sales { {{OtherAttribute}} }
        namespace Elsewhere { {{OtherAttribute}} public class Base { {{OtherAttribute}} } }
        """,
        new HarnessOptions { AssemblyName = "Elsewhere" });

    [Theory]
    [InlineData("using Vero.Typed; namespace Shop; " + OtherAttribute + " public partial class Customer { " + Members + " }")]
    [InlineData("using Vero.Typed; namespace Shop; public partial class Customer { " + OtherAttribute + Members + " }")]
    [InlineData("using Vero.Typed; namespace Shop; public class Base { " + OtherAttribute + " } public partial class Customer : Base { " + Members + " }")]
    [InlineData("using Vero.Typed; using VeroTraitAttribute = Shop.NoteAttribute; namespace Shop; public sealed class NoteAttribute : System.Attribute { } public partial class Customer { " + Members + " }")]
    [InlineData("using Vero.Typed; namespace Shop { using Notes; public partial class Customer { " + Members + " } } namespace Notes { " + OtherAttribute + " }")]
    public void An_attribute_of_the_user_is_not_ours(string source) => Assert.Equal(Own, GeneratorHarness.Run([source, Make]).Json);

    [Theory]
    [InlineData("using Vero.Typed; namespace Shop.Sales { public partial class Customer { " + Members + " } }", "Shop.Sales.Customer")]
    [InlineData("using Vero.Typed; namespace Shop.Sales.North { public partial class Customer { " + Members + " } }", "Shop.Sales.North.Customer")]
    [InlineData("using Vero.Typed; namespace Shop { public partial class Customer : Elsewhere.Base { " + Members + " } }", "Shop.Customer")]
    [InlineData("using Vero.Typed; namespace Shop { public partial class Middle : Elsewhere.Base { public partial class Customer { " + Members + " } } }", "Shop.Middle.Customer")]
    [InlineData("using Vero.Typed; namespace Shop { using Elsewhere; public partial class Customer { " + Members + " } }", "Shop.Customer")]
    public void An_attribute_of_another_assembly_is_not_ours(string source, string type) => Assert.Equal(Own, GeneratorHarness.Run(
        [source, Make.Replace("Shop.Customer", type, StringComparison.Ordinal)], new HarnessOptions { References = [Elsewhere] }).Json);

    [Fact]
    public void An_alias_for_all_files_is_not_ours() => Assert.Equal(Own, GeneratorHarness.Run(
        [
            "using Vero.Typed; namespace Shop; public partial class Customer { " + Members + " }", Make,
            "global using VeroTraitAttribute = Notes.NoteAttribute; namespace Notes { public sealed class NoteAttribute : System.Attribute { } }",
        ]).Json);

    [Theory]
    [InlineData("using Vero.Typed; namespace Shop; public partial class Customer { " + Members + " }")]
    [InlineData("using global::Vero.Typed; namespace Shop; public partial class Customer { " + Members + " }")]
    [InlineData("namespace Shop { using Vero.Typed; public partial class Customer { " + Members + " } }")]
    [InlineData("global using Vero.Typed; namespace Shop; public partial class Customer { " + Members + " }")]
    [InlineData("using Vero.Typed; namespace Shop; public class Other<VeroTraits> { } public partial class Customer { " + Members + " }")]
    [InlineData("using Vero.Typed; using KeyAttribute = Vero.Typed.VeroTraitAttribute; namespace Shop; public partial class Customer { [VeroId] public int Id => 1; [VeroTrait] public int Own => 2; [Key] public string Name => \"Ann\"; }")]
    [InlineData("using IdAttribute = Vero.Typed.VeroIdAttribute; using TraitAttribute = Vero.Typed.VeroTraitAttribute; namespace Shop; public partial class Customer { [Id] public int Id => 1; [Trait] public int Own => 2; [Trait] public string Name => \"Ann\"; }")]
    [InlineData("using Vero.Typed; using Key = Vero.Typed.VeroTraitAttribute; namespace Shop; public partial class Customer { [VeroId] public int Id => 1; [VeroTrait] public int Own => 2; [Key] public string Name => \"Ann\"; }")]
    [InlineData("using Vero.Typed; namespace Shop; public partial class Customer { [VeroId] public int Id => 1; [VeroTrait(\"own\")] public int B => 2; [VeroTrait(Keys.Name)] public string C => \"Ann\"; } static class Keys { public const string Name = \"na\" + \"me\"; }")]
    [InlineData("using Vero.Typed; namespace Shop; public partial class Customer { [@VeroIdAttribute] public int Id => 1; [Ver\\u006fTrait] public int Own => 2; [VeroTraitAttribute()] public string Name => \"Ann\"; }")]
    public void Whatever_imports_the_library_finds_the_attributes(string source) => Assert.Equal(Both, GeneratorHarness.Run([source, Make]).Json);

    [Theory]
    [InlineData("using Old = System.ObsoleteAttribute;", "Old")]
    [InlineData("using OldAttribute = System.ObsoleteAttribute;", "Old")]
    [InlineData("", "System.Obsolete")]
    [InlineData("", "System.ObsoleteAttribute")]
    public void Members_that_are_obsolete_as_errors_are_found_by_any_name(string use, string name) => Assert.Empty(GeneratorHarness.Run(
        $$"""
        using Vero.Typed;
        {{use}}
        namespace Shop;
        public partial class Customer { [VeroId] public int Id => 1; [VeroTrait, {{name}}("", true)] public int Own => 2; }
        """).Files);
}
