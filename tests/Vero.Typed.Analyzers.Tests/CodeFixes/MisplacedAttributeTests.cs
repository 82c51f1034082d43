using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.CodeFixes;

/// <summary>VERO014 and VERO016: an attribute in the wrong place, or with words that its member says already.</summary>
public sealed class MisplacedAttributeTests
{
    [Theory]
    [InlineData("[field: {|VERO014:VeroTrait|}] public string? A { get; set; }", "[VeroTrait] public string? A { get; set; }")]
    [InlineData("[field: {|VERO014:VeroTrait(\"b\")|}]\n    public string? A { get; set; }", "[VeroTrait(\"b\")]\n    public string? A { get; set; }")]
    [InlineData("[property: {|VERO014:VeroTrait|}] public string? A;", "[VeroTrait] public string? A;")]
    [InlineData("[field: System.NonSerialized, {|VERO014:VeroTrait|}] public string? A { get; set; }", "[VeroTrait] [field: System.NonSerialized] public string? A { get; set; }")]
    [InlineData("[field: {|VERO014:VeroTrait|}, System.NonSerialized] // both\n    public string? A { get; set; }", "[VeroTrait]\n    [field: System.NonSerialized] // both\n    public string? A { get; set; }")]
    [InlineData("[field : /* why */ {|VERO014:VeroTrait|}] public string? A { get; set; }", "[VeroTrait] public string? A { get; set; }")]
    public Task The_target_goes(string before, string after) => Verify.CodeFixAsync(Customer(before), Customer(after));

    [Fact]
    public Task The_target_goes_from_a_parameter_of_a_record() => Verify.CodeFixAsync(
        """
        using Vero.Typed;
        public record Customer([field: {|VERO014:VeroId|}] int Id, [property: {|VERO014:VeroTrait|}] string? Name) { public string? Name { get; init; } = Name; }
        """,
        """
        using Vero.Typed;
        public record Customer([VeroId] int Id, [VeroTrait] string? Name) { public string? Name { get; init; } = Name; }
        """,
        new CodeFixCase
        {
            Titles = ["Remove 'field:' from [VeroId]", "Remove [VeroId]"],
            Iterations = 2,
        });

    [Theory]
    [InlineData("public string? A { get; [param: {|VERO014:VeroTrait|}] set; }", "[VeroTrait] public string? A { get; set; }")]
    [InlineData("public string? A { get; [{|VERO014:VeroTrait|}] set; }", "[VeroTrait] public string? A { get; set; }")]
    [InlineData("public string? A { get; [{|VERO014:VeroTrait(\"b\")|}] init; }", "[VeroTrait(\"b\")] public string? A { get; init; }")]
    [InlineData("public string? A { [{|VERO014:VeroTrait|}] get; set; }", "[VeroTrait] public string? A { get; set; }")]
    [InlineData("public string? A { [method: {|VERO014:VeroTrait|}] get; }", "[VeroTrait] public string? A { get; }")]
    [InlineData("public string? A\n    {\n        [System.Obsolete, {|VERO014:VeroTrait|}]\n        get => null;\n    }", "[VeroTrait] public string? A\n    {\n        [System.Obsolete]\n        get => null;\n    }")]
    public Task What_is_on_an_accessor_moves_to_the_property(string before, string after) => Verify.CodeFixAsync(Customer(before), Customer(after));

    [Theory]
    [InlineData("public Customer([{|VERO014:VeroTrait|}] int a) { }", "public Customer(int a) { }")]
    [InlineData("public void M(\n        int a,\n        [{|VERO014:VeroTrait|}] int b) { }", "public void M(\n        int a,\n        int b) { }")]
    [InlineData("enum Plan\n    {\n        [{|VERO014:VeroTrait|}]\n        Free,\n    }", "enum Plan\n    {\n        Free,\n    }")]
    [InlineData("[VeroEmail] [field: {|VERO014:VeroTrait|}] public string? A { get; set; }", "[VeroEmail] public string? A { get; set; }")]
    [InlineData("[field: {|VERO014:VeroTrait|}] public object? A { get; set; }", "public object? A { get; set; }")]
    [InlineData("[field: {|VERO014:VeroTrait|}] public static int A { get; set; }", "public static int A { get; set; }")]
    [InlineData("public object? A { [{|VERO014:VeroTrait|}] get; set; }", "public object? A { get; set; }")]
    [InlineData("public int this[int a] { [{|VERO014:VeroTrait|}] get => a; }", "public int this[int a] { get => a; }")]
    [InlineData("public event System.Action A { [{|VERO014:VeroTrait|}] add { } remove { } }", "public event System.Action A { add { } remove { } }")]
    [InlineData("[method: {|VERO014:VeroTrait|}] public event System.Action? A;", "public event System.Action? A;")]
    [InlineData("[{|VERO014:VeroTrait|}] public static int operator +(Customer a, Customer b) => 1;", "public static int operator +(Customer a, Customer b) => 1;")]
    [InlineData("public int M() { [{|VERO014:VeroTrait|}] int Local() => 3; return Local(); }", "public int M() { int Local() => 3; return Local(); }")]
    [InlineData("public int M() { var a = [{|VERO014:VeroTrait|}] () => 3; return a(); }", "public int M() { var a = () => 3; return a(); }")]
    public Task Elsewhere_the_attribute_goes(string before, string after) => Verify.CodeFixAsync(
        Customer(before), Customer(after), new CodeFixCase { Titles = ["Remove [VeroTrait]"] });

    [Fact]
    public Task The_attribute_can_go_instead_of_the_target() => Verify.CodeFixAsync(
        Customer("[field: {|VERO014:VeroTrait|}] public int A { get; set; }\n    [field: System.NonSerialized, {|VERO014:VeroTrait|}] public int B { get; set; }"),
        Customer("public int A { get; set; }\n    [field: System.NonSerialized] public int B { get; set; }"),
        new CodeFixCase { EquivalenceKey = "Vero.RemoveInstead", Iterations = 2 });

    // dotnet format takes the first fix of one of them for all: what can be moved must not be lost with what cannot.
    [Fact]
    public Task Where_others_can_only_go_nothing_is_removed_that_can_be_moved() => Verify.CodeFixAsync(
        Customer("public Customer([{|VERO014:VeroTrait|}] int a) { }\n    [field: {|VERO014:VeroTrait|}] public int B { get; set; }"),
        Customer("public Customer(int a) { }\n    [field: {|VERO014:VeroTrait|}] public int B { get; set; }"),
        new CodeFixCase { EquivalenceKey = "Vero.RemoveAttribute", Iterations = 1 });

    [Fact]
    public Task Of_two_that_would_contradict_each_other_one_is_taken() => Verify.CodeFixAsync(
        Customer("[field: {|VERO014:VeroTrait|}] [field: {|VERO014:VeroUserAgent|}] public string? A { get; set; }"),
        Customer("[VeroTrait] [field: {|VERO014:VeroUserAgent|}] public string? A { get; set; }"),
        new CodeFixCase { EquivalenceKey = "Vero.MoveToMember", Iterations = 1 });

    [Fact]
    public Task A_channel_that_says_itself_what_it_is() => Verify.CodeFixAsync(
        Customer("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public VeroChannel? A;"),
        Customer("[VeroChannel] public VeroChannel? A;"),
        new CodeFixCase { Titles = ["Remove the arguments of [VeroChannel] on 'A'"] });

    [Theory]
    [InlineData("[{|VERO016:VeroChannel|}] public string? A;")]
    [InlineData("[VeroChannel({|VERO016:\"\"|}, \"ios\")] public string? A;")]
    [InlineData("[{|VERO016:VeroChannel(\"push\", \"ios\")|}] public int A;")]
    public Task A_channel_that_nobody_can_guess(string member) => Verify.NoCodeFixAsync(Customer(member));

    private static string Customer(string member) => $$"""
        using Vero.Typed;
        public class Customer
        {
            [VeroId] public int Id;
            {{member}}
        }
        """;
}
