using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Which files are taken for another generator's: by their place beside the one that ours always adds.</summary>
public sealed class GeneratedTreesTests
{
    private const string Own = "Vero.Typed.Analyzers/Vero.Typed.Analyzers.VeroGenerator/Vero.Typed.g.cs";

    [Theory]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Other.Gen/Other.Gen.MemberGenerator/x.cs", true)]
    [InlineData("/src/Shop/Generated/", "/src/Shop/Generated/Other/Other.Gen/sub/x.g.cs", true)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Protos/acme.billing/Plan.cs", false)]
    [InlineData("C:\\src\\Shop\\obj\\", "C:\\src\\Shop\\obj\\Other.Gen\\Other.Gen.MemberGenerator\\x.cs", true)]
    [InlineData("", "Other.Gen/Other.Gen.MemberGenerator/x.cs", true)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Protos/v1/Greet.cs", false)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Shop.AssemblyInfo.cs", false)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/Shop.Domain/Customer.cs", false)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/obj/Shop/Shop.Model/Customer.cs", false)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "Other.Gen/Other.Gen.MemberGenerator/x.cs", false)]
    [InlineData("", "Pages/Customers/Customer.cs", false)]
    [InlineData("", "/Shop.Domain/Shop.Model/Customer.cs", false)]
    [InlineData("", "C:/Shop.Domain/Customer.cs", false)]
    [InlineData("", "Customer.cs", false)]
    [InlineData("", "", false)]
    [InlineData(null, "Other.Gen/Other.Gen.MemberGenerator/x.cs", false)]
    [InlineData(null, "/src/Shop/obj/Debug/net10.0/Other.Gen/Other.Gen.MemberGenerator/x.cs", false)]
    public void A_file_is_generated_if_it_is_beside_ours(string? baseDirectory, string path, bool isGenerated)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("", path: path, cancellationToken: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = CSharpCompilation.Create("Shop", [tree]);
        if (baseDirectory is not null)
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("", path: baseDirectory + Own, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(isGenerated, new GeneratedTrees(compilation).Contains(tree));
    }

    [Theory]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Zed/Other.Ns.Generator/x.cs", true)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/obj/Debug/net10.0/Other/Generator/x.cs", true)]
    [InlineData("", "Other/Generator/x.cs", true)]
    [InlineData("/src/Shop/obj/Debug/net10.0/", "/src/Shop/Customer.cs", false)]
    public void Behind_ours_a_generator_may_have_any_namespace(string baseDirectory, string path, bool isGenerated)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("", path: path, cancellationToken: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Shop", [CSharpSyntaxTree.ParseText("", path: baseDirectory + Own, cancellationToken: TestContext.Current.CancellationToken), tree]);

        Assert.Equal(isGenerated, new GeneratedTrees(compilation).Contains(tree));
    }

    [Fact]
    public void Our_own_file_is_there_before_anything_is_generated()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Shop");
        CSharpGeneratorDriver.Create(new VeroGenerator()).RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        Assert.EndsWith(Own, Assert.Single(output.SyntaxTrees).FilePath.Replace('\\', '/'), StringComparison.Ordinal);
    }
}
