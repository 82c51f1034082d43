using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vero.Typed.TestHarness;
using Xunit.Sdk;

namespace Vero.Typed.Analyzers.Tests.Harness;

public sealed class ModelGraphTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class Customer;", cancellationToken: CancellationToken.None);
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("Planted", [Tree]);

    public static TheoryData<string> Planted { get; } = ["symbol", "compilation", "node", "token", "tree", "location", "model"];

    [Theory]
    [MemberData(nameof(Planted))]
    public void What_keeps_a_compilation_alive_is_found_however_deep_it_lies(string kind)
    {
        SyntaxNode root = Tree.GetRoot(TestContext.Current.CancellationToken);
        object value = kind switch
        {
            "symbol" => Compilation.Assembly,
            "compilation" => Compilation,
            "node" => root,
            "token" => root.GetFirstToken(),
            "tree" => Tree,
            "location" => root.GetLocation(),
            _ => Compilation.GetSemanticModel(Tree),
        };

        ModelGraph.AssertIsPlainData(new Dictionary<string, object[]> { ["a"] = ["plain", 1, DayOfWeek.Friday] }, "Model");
        var caught = Assert.ThrowsAny<XunitException>(() => ModelGraph.AssertIsPlainData(new Dictionary<string, object[]> { ["a"] = ["plain", value] }, "Model"));
        Assert.StartsWith("Model[0]", caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_leads_back_to_itself_comes_to_an_end()
    {
        var items = new List<object>();
        items.Add(items);
        ModelGraph.AssertIsPlainData(items, "Model");
    }
}
