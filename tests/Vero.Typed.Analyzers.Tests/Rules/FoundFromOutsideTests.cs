using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>Collections that lose something, faults inside of values, half-typed files and narrower overrides.</summary>
public sealed class FoundFromOutsideTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Vero.Typed;\n";

    // An array has no place for the keys of the groups.
    [Theory]
    [InlineData("ILookup<string, int>?")]
    [InlineData("Lookup<string, int>?")]
    [InlineData("IGrouping<string, int>?")]
    [InlineData("IEnumerable<IGrouping<string, int>>?")]
    [InlineData("Dictionary<string, ILookup<int, int>>?")]
    public Task A_collection_with_keys_of_its_own_is_reported(string type) => Verify.AnalyzerAsync(
        $"{Usings}public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public {type} A; }}");

    [Theory]
    [InlineData("public class V { [VeroTrait(From = \"{|VERO024:Nope|}\")] public string? A; }")]
    [InlineData("[VeroTrait(\"x\", From = \"{|VERO024:Nope|}\")] public class V { [VeroTrait] public string? A; }")]
    [InlineData("public class V { [VeroTrait(Converter = {|VERO025:\"Nope\"|})] public string? A; }")]
    [InlineData("public class V { [VeroTrait(Converter = {|VERO025:nameof(No)|})] public string? A; private static int No(string x) => 1; }")]
    [InlineData("public class V { [VeroTrait({|VERO026:Json = true|})] public int A; }")]
    [InlineData("public class V { [VeroTrait({|VERO026:WriteDefault = true|})] public int A; }")]
    [InlineData("public static class Converters { [VeroConverter] public static string One(Uri uri) => \"\"; [VeroConverter] public static string Two(Uri uri) => \"\"; } public class V { [{|VERO025:VeroTrait|}] public Uri? A; }")]
    public Task What_is_wrong_inside_a_value_is_said_once(string value) => Verify.AnalyzerAsync(
        $"{Usings}{value} public class Customer {{ [VeroId] public int Id; [VeroTrait] public V? One; [VeroTrait] public List<V>? Many; }}");

    [Theory]
    [InlineData("Hots")]
    [InlineData("Hsot")]
    [InlineData("Ohst")]
    public async Task Two_letters_that_are_swapped_are_one_slip(string path)
    {
        var found = await AnalyzerHarness.RunAsync(
            $"{Usings}public class Server {{ public string? Host {{ get; set; }} }} public class Customer {{ [VeroId] public int Id; [VeroTrait(From = \"{path}\")] public Server? A; }}");
        Assert.EndsWith("did you mean 'Host'?", Assert.Single(found).Message(), StringComparison.Ordinal);
    }

    // The half-typed member takes the attribute of the next one with it.
    [Theory]
    [InlineData("pub")]
    [InlineData("public")]
    [InlineData("public str")]
    [InlineData("public string? Name { get; set")]
    [InlineData("public void M() { foo(")]
    public async Task Nothing_is_said_of_other_types_while_a_file_cannot_be_parsed(string halfTyped) => Assert.Empty(await AnalyzerHarness.RunAsync(
        $"{Usings}public class Address {{ [VeroTrait] public string? City; }} public class Customer {{ [VeroId] public int Id; {halfTyped}\n[VeroTrait] public Address? Home; }}",
        new HarnessOptions { IsBroken = true }));

    private const string Animals = "[VeroSerialization(ValueOnly = true)] public class Animal { [VeroTrait] public int Legs = 4; } [VeroSerialization(ValueOnly = true)] public class Dog : Animal { [VeroTrait] public bool Barks = true; } public class Cat : Animal { } public abstract class Base { [VeroId] public int Id = 1; [VeroTrait] public virtual Animal? Pet => null; }";

    // Without code of its own, the type is sent by the method of its base.
    [Theory]
    [InlineData("public override Dog? {|VERO033-Warning:Pet|} => new();", """{"id":"1","data":{"pet":{"legs":4}}}""")]
    [InlineData("public override Dog? Pet => new(); [VeroTrait] public int Age = 3;", """{"id":"1","data":{"pet":{"legs":4,"barks":true},"age":3}}""")]
    [InlineData("[VeroTrait] public override Dog? Pet => new();", """{"id":"1","data":{"pet":{"legs":4,"barks":true}}}""")]
    [InlineData("public override Animal? Pet => new();", """{"id":"1","data":{"pet":{"legs":4}}}""")]
    [InlineData("public override Cat? Pet => new();", """{"id":"1","data":{"pet":{"legs":4}}}""")]
    public async Task A_narrower_override_is_sent_with_what_it_adds_or_the_loss_is_said(string members, string json)
    {
        string source = $"{Usings}{Animals} public class Customer : Base {{ {members} }} public static class Case {{ public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }}";
        await Verify.AnalyzerAsync(source);
        string sent = source.Replace("{|VERO033-Warning:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        Assert.Equal(json, GeneratorHarness.Run(sent).Json);
    }

    // Only the types that derive from it are users, and each has an id.
    [Theory]
    [InlineData("public class Party { [VeroEmail] public string? Mail; } public class Person : Party { [VeroId] public int Id; }")]
    [InlineData("public class Party { [VeroTrait] public string? Name; } public class Person : Party { [VeroId] public int Id; } public class Team : Party { [VeroId] public int Id; }")]
    public async Task A_base_of_users_without_an_id_may_be_abstract(string types)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(Usings + types));
        Assert.EndsWith("or make 'Party' abstract if only types that derive from it are users", found.Message(), StringComparison.Ordinal);
        await Verify.AnalyzerAsync(Usings + types.Replace("public class Party", "public abstract class Party", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_type_without_derived_types_is_not_told_to_be_abstract()
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync($"{Usings}public class Party {{ [VeroEmail] public string? Mail; }}"));
        Assert.DoesNotContain("abstract", found.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IList<Field>", "[VeroData] goes on a dictionary, or another collection of KeyValuePair, whose keys are strings or enums; expose what ToDictionary(item => item.Key, item => item.Value) returns")]
    [InlineData("IList<int>", "[VeroData] goes on a dictionary, or another collection of KeyValuePair, whose keys are strings or enums")]
    [InlineData("Dictionary<int, string>", "[VeroData] goes on a dictionary, or another collection of KeyValuePair, whose keys are strings or enums")]
    public async Task What_data_may_be_on_is_said(string type, string advice)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.RunAsync(
            $"{Usings}public class Field {{ public string Key {{ get; set; }} = \"\"; public string? Value {{ get; set; }} }} public class Customer {{ [VeroId] public int Id; [VeroData] public {type}? More; }}"));
        Assert.Equal("VERO007", found.Id);
        Assert.EndsWith(advice, found.Message(), StringComparison.Ordinal);
    }
}
