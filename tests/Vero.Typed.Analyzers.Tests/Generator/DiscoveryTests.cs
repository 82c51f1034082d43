using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Each type is found exactly once, whichever of its members is the first annotated one.</summary>
public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("[field: VeroTrait] public string A { get; set; } = \"\"; [VeroTrait] public string Name { get; set; } = \"Ann\"; [VeroId] public int Id = 1;")]
    [InlineData("[Other.VeroTrait] public string A { get; set; } = \"\"; [VeroTrait] public string Name { get; set; } = \"Ann\"; [VeroId] public int Id = 1;")]
    [InlineData("[Foreign] public string A { get; set; } = \"\"; [VeroTrait] public string Name { get; set; } = \"Ann\"; [VeroId] public int Id = 1;")]
    [InlineData("[Foreign, Mine] public string Name { get; set; } = \"Ann\"; [Mine(\"b\")] public string? B; [VeroId] public int Id = 1;")]
    [InlineData("[VeroTrait] public string? A, B; [VeroTrait] public string Name = \"Ann\"; [VeroId] public int Id = 1;")]
    [InlineData("[VeroId] public int Id = 1; [VeroTrait] public string Name = \"Ann\"; [VeroTrait] public string? A; [VeroTrait, Foreign] public string? B;")]
    [InlineData("[VeroTraitAttribute] public string Name = \"Ann\"; [VeroTrait] public string? A; [Vero.Typed.VeroTrait] public string? B; [VeroId] public int Id = 1;")]
    public void A_type_is_found_once(string members)
    {
        // The rule on [field:] has nothing to do with finding the type.
        GeneratorRun run = GeneratorHarness.Run($$"""
            using Vero.Typed;
            using Mine = Vero.Typed.VeroTraitAttribute;
            using Foreign = Other.VeroTraitAttribute;
            namespace Other { public sealed class VeroTraitAttribute : System.Attribute { } }
            public class Customer { {{members}} }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """);
        Assert.Single(run.Files);
        Assert.Equal("""{"id":"1","data":{"name":"Ann"}}""", run.Json);
    }

    [Fact]
    public void A_record_whose_first_parameter_has_a_target_and_whose_second_has_none_is_found_once() => Assert.Single(GeneratorHarness.Run(
        "using Vero.Typed; public record Customer([property: VeroId] int Id, [VeroTrait] string Name, [property: VeroTrait] string City);").Files);

    [Fact]
    public void The_newlines_of_a_source_do_not_matter()
    {
        const string Source = "using Vero.Typed;\n\npublic partial class Customer\n{\n    [VeroId]\n    public int Id { get; set; }\n}\n";
        string unix = GeneratorHarness.Run(Source).Text;
        Assert.Equal(unix, GeneratorHarness.Run(Source.Replace("\n", "\r\n", StringComparison.Ordinal)).Text);
        Assert.DoesNotContain('\r', unix);
    }

    [Fact]
    public void A_type_that_a_friend_assembly_has_too_is_sent()
    {
        const string Customer = "using Vero.Typed; namespace Shop { internal class Customer { [VeroId] public int Id => 1; [VeroTrait] public string From => \"FROM\"; } }";
        CompiledAssembly domain = GeneratorHarness.Run(
            Customer.Replace("namespace", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tested\")] namespace", StringComparison.Ordinal),
            new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        Assert.Single(GeneratorHarness.Run(Customer, new HarnessOptions { References = [domain] }).Files);
    }

    [Fact]
    public void A_run_that_is_cancelled_ends()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText("using Vero.Typed; public class Customer { [VeroId] public int Id; }", cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(VeroIdAttribute).Assembly.Location)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new VeroGenerator());

        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(compilation, new CancellationToken(canceled: true)));
        Assert.Equal(2, driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees.Length);
    }
}
