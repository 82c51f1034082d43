using System.Globalization;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.Testing;

namespace Vero.Typed.Analyzers.Tests.Rules;

/// <summary>The rules where a type is the value of a trait rather than a customer.</summary>
public sealed class NestedValueTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Text.Json.Nodes; using Vero.Typed;\n";

    [Theory]
    [InlineData("public Address? A;")]
    [InlineData("public Address[] A = { };")]
    [InlineData("public List<Address[]>? A;")]
    [InlineData("public Dictionary<string, Address>? A;")]
    [InlineData("public Box<Address>? A;")]
    [InlineData("public Addresses? A;")]
    [InlineData("public Holder A;")]
    [InlineData("public Derived? A;")]
    public Task A_type_that_a_trait_holds_needs_no_id(string member) => Verify.AnalyzerAsync(
        $$"""
        {{Usings}}public class Address { [VeroTrait] public string? City; }
        public class Box<T> { [VeroTrait] public T? Content; }
        public class Addresses : List<Address> { }
        public readonly record struct Holder(Address Value);
        public class Derived : Address { }
        public class Customer { [VeroId] public int Id; [VeroTrait] {{member}} {{(member.Contains("Box", StringComparison.Ordinal) ? "" : "[VeroTrait] public Box<int>? B;")}} }
        """);

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; public Address? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("public class Customer : Address { [VeroId] public int Id; }")]
    public Task A_type_that_no_trait_holds_needs_one(string customer) => Verify.AnalyzerAsync(
        $"{Usings}public class {{|VERO001:Address|}} {{ [VeroTrait] public string? City; }} {customer}");

    [Fact]
    public Task A_type_with_more_than_traits_needs_one() => Verify.AnalyzerAsync(
        $"{Usings}public class {{|VERO001:Person|}} {{ [VeroTrait] public string? City; [VeroEmail] public string? Email; }} public class Customer {{ [VeroId] public int Id; [VeroTrait] public Person? A; }}");

    [Fact]
    public Task A_type_that_says_that_it_is_a_value_needs_none() => Verify.AnalyzerAsync(
        $"{Usings}[VeroSerialization(ValueOnly = true)] public class Address {{ [VeroTrait] public string? City; }}");

    [Fact]
    public Task A_private_type_can_be_a_value() => Verify.AnalyzerAsync(
        $"{Usings}public partial class Customer {{ [VeroId] public int Id; [VeroTrait] private Address? A {{ get; set; }} private class Address {{ [VeroTrait] public string? City; }} }}");

    [Theory]
    [InlineData("[VeroTrait] public string? City; [VeroTrait({|VERO004:\"city\"|})] public string? Town;")]
    [InlineData("[VeroTrait(\"a\")] public string? City; [VeroTrait({|VERO004:\"a\"|})] public string? Town;")]
    [InlineData("[{|VERO007:VeroTrait|}] public object? City;")]
    [InlineData("[{|VERO007:VeroTrait|}] public List<Type>? City;")]
    [InlineData("[VeroTrait({|VERO011:\" \"|})] public string? City;")]
    [InlineData("[VeroTrait, {|VERO010:VeroData|}] public Dictionary<string, int>? City;")]
    [InlineData("[{|VERO008:VeroTrait|}] public static string? City;")]
    [InlineData("[{|VERO008:VeroTrait|}] public string City { set { } }")]
    [InlineData("[VeroTrait] public string? City; [{|VERO007:VeroData|}] public int Data;")]
    public Task What_is_wrong_inside_is_said_there_and_only_there(string members) => Verify.AnalyzerAsync(
        $"{Usings}public class Address {{ {members} }} public class Customer {{ [VeroId] public int Id; [VeroTrait] public List<Address>? A; }}");

    [Theory]
    [InlineData("[VeroTrait(\"timezone\")] public string? A;")]
    [InlineData("[VeroTrait(\"timezone\")] public int A;")]
    [InlineData("[VeroTrait(\"language\")] public int A;")]
    [InlineData("[VeroTrait(\"userAgent\", WriteNull = true)] public string? A;")]
    [InlineData("[VeroTrait(\"time_zone\")] public string? A;")]
    [InlineData("[VeroTrait] public string? UserAgent;")]
    public Task Reserved_keys_are_nothing_special_inside(string member) => Verify.AnalyzerAsync(
        $"{Usings}public class Address {{ {member} }} public class Customer {{ [VeroId] public int Id; [VeroTrait] public Address? A; }}");

    [Fact]
    public Task What_reaches_such_a_key_inside_is_not_judged() => Verify.AnalyzerAsync($$"""
        {{Usings}}public class Address
        {
            [VeroTrait("timezone")] public int Minutes = 600; [VeroTrait("language")] public string Language = "English";
            [VeroData] public Dictionary<string, object> More = new() { ["timezone"] = "Europe/Zurich" };
        }
        public class Customer { [VeroId] public int Id; [VeroTrait] public Address A = new() { Minutes = 700 }; }
        """);

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Customer? A; }", "Customer.A -> Customer")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public List<Customer[]>? A; }", "Customer.A -> Customer")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Dictionary<string, Customer>? A; }", "Customer.A -> Customer")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Node? A; } public class Node { [{|VERO007:VeroTrait|}] public Node? Next; }", "Node.Next -> Node")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public B? A; } public class B { [{|VERO007:VeroTrait|}] public Customer? C; }", "Customer.A -> B.C -> Customer")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public A? First; } public class A { [{|VERO007:VeroTrait|}] public B? B; } public class B { [{|VERO007:VeroTrait|}] public A? A; }", "A.B -> B.A -> A")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Box<Customer>? A; } public class Box<T> { [VeroTrait] public T? Content; }", "Customer.A -> Box.Content -> Customer")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public Derived? A; } public class Base { [{|VERO007:VeroTrait|}] public Derived? D; } public class Derived : Base { }", "Base.D -> Derived.D -> Derived")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Tree? A; } public class Tree : List<Tree> { }", "Customer.A -> Tree")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroTrait|}] public Node? A; } public class Node { public Node Value => this; }", "Customer.A -> Node.Value -> Node")]
    [InlineData("public class Customer { [VeroId] public int Id; [{|VERO007:VeroData|}] public Dictionary<string, Customer>? A; }", "Customer.A -> Customer")]
    public async Task A_cycle_is_reported_with_its_path(string source, string path)
    {
        await Verify.AnalyzerAsync(Usings + source);
        string plain = source.Replace("{|VERO007:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        var found = await AnalyzerHarness.RunAsync(Usings + plain);
        Assert.Contains(found, d => d.GetMessage(CultureInfo.InvariantCulture).Contains($"it contains itself, by {path}: expose", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_type_that_grows_for_ever_is_reported() => Verify.AnalyzerAsync(
        $"{Usings}public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public Node<int>? A; }} public class Node<T> {{ [{{|VERO007:VeroTrait|}}] public Node<List<T>>? Next; [{{|VERO007:VeroTrait|}}] public Node<T[]>? Other; }}");

    [Theory]
    [InlineData("private string? City;")]
    [InlineData("protected string? City;")]
    [InlineData("public string? City { private get; set; }")]
    public Task A_member_of_a_value_that_generated_code_cannot_read_is_reported_on_the_customer(string member) => Verify.AnalyzerAsync(
        $"{Usings}public partial class Address {{ [VeroTrait] {member} }} public class Customer {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] public Address? A; }}");

    [Theory]
    [InlineData("[VeroSerialization(ValueOnly = true)] public sealed class", "[VeroTrait] internal string City = \"x\"; [VeroTrait] public string? Street;")]
    [InlineData("[VeroSerialization(ValueOnly = true)] public struct", "[VeroTrait] internal string? City { get; set; } [VeroTrait] public string? Street;")]
    [InlineData("public sealed class", "[VeroId] public int Id = 1; [VeroTrait] internal string City = \"x\"; [VeroTrait] public string? Street;")]
    [InlineData("public sealed partial class", "[VeroId] public int Id = 1; [VeroTrait] private string City => \"x\"; [VeroTrait] public string? Street;")]
    [InlineData("public sealed partial class", "[VeroId] public int Id = 1; [VeroTrait] private string City => \"x\";")]
    [InlineData("public partial record struct", "[VeroId] public int Id; [VeroData] private Dictionary<string, int>? City => null; [VeroTrait] public string? Street;")]
    [InlineData("public class", "[VeroId] internal int Id = 1; [VeroTrait] internal string City = \"x\"; [VeroTrait] public string? Street;")]
    [InlineData("public partial class", "[VeroId] public int Id = 1; [VeroTrait] private protected string City => \"x\"; public int Value => 1;")]
    [InlineData("public sealed partial class", "[VeroId] public int Id = 1; [VeroTrait(\"timezone\")] private int City => 1; [VeroTrait] public string? Street;")]
    [InlineData("public sealed class", "[VeroId] public int Id = 1; [VeroTrait] public string City { internal get; set; } = \"x\"; [VeroTrait] public string? Street;")]
    public async Task A_hidden_trait_of_a_value_in_another_assembly_is_reported(string kind, string members)
    {
        await Verify.AnalyzerAsync(
            $"{Usings}public class Customer {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] public Address? A; [{{|VERO008:VeroTrait|}}] public List<Address>? B; }}",
            new HarnessOptions { References = [Shared($"{kind} Address {{ {members} }}")] });

        var found = await AnalyzerHarness.RunAsync(
            $"{Usings}public class Customer {{ [VeroId] public int Id; [VeroTrait] public Address? A; }}",
            new HarnessOptions { References = [Shared($"{kind} Address {{ {members} }}")] });
        Assert.Equal(
            "'A' cannot be read by generated code because it holds 'Address.City', which is not accessible from 'Customer': make it public",
            Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    // Id, email, channels and reserved keys of a value are not sent, so nobody reads them.
    [Theory]
    [InlineData("public sealed partial class", "[VeroId] private int Id => 1;")]
    [InlineData("public partial class", "[VeroId] private int Id => 1;")]
    [InlineData("public partial struct", "[VeroId] private int Id => 1;")]
    [InlineData("public class", "[VeroId] internal int Id => 1; [VeroEmail] internal string? Email => null; [VeroChannel(\"push\", \"ios\")] internal string? Token => null;")]
    [InlineData("public class", "[VeroId] public int Id => 1; [VeroTimezone] internal int Zone => 1; [VeroLanguage] internal string? Language => null; [VeroUserAgent] internal string? Agent => null;")]
    public async Task A_hidden_member_of_a_value_that_is_not_sent_is_silent(string kind, string members)
    {
        HarnessOptions options = new() { References = [Shared($"{kind} Address {{ {members} [VeroTrait] public string? City {{ get; set; }} }}")] };
        const string Source = """
            using Vero.Typed;
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Address A = new() { City = "Bern" }; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        await Verify.AnalyzerAsync(Source, options);
        Assert.Equal("""{"id":"1","data":{"a":{"city":"Bern"}}}""", GeneratorHarness.Run(Source, options).Json);
    }

    [Fact]
    public async Task A_hidden_trait_of_a_value_of_a_friend_is_reported_unless_a_friend_sees_it()
    {
        CompiledAssembly shared = Shared("""
            internal sealed partial class Secret { [VeroId] public int Id = 1; [VeroTrait] private string City => "x"; }
            internal sealed partial class Known { [VeroId] public int Id = 1; [VeroTrait] internal string City => "x"; }
            public sealed class Open { [VeroId] public int Id = 1; [VeroTrait] internal string City => "x"; }
            """);
        const string Source = """
            using Vero.Typed;
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] internal Known A = new(); [VeroTrait] public Open B = new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        HarnessOptions options = new() { References = [shared] };
        await Verify.AnalyzerAsync(Source, options);
        Assert.Equal("""{"id":"1","data":{"a":{"city":"x"},"b":{"city":"x"}}}""", GeneratorHarness.Run(Source, options).Json);
        await Verify.AnalyzerAsync("using Vero.Typed; public class Customer { [VeroId] public int Id; [{|VERO008:VeroTrait|}] internal Secret? A; }", options);
    }

    private static CompiledAssembly Shared(string types)
    {
        string friends = types.Contains("internal sealed", StringComparison.Ordinal)
            ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tested\"), System.Runtime.CompilerServices.InternalsVisibleTo(\"TestProject\")]\n"
            : "";
        return GeneratorHarness.Run(Usings + friends + types, new HarnessOptions { AssemblyName = "Shared" }).ToAssembly();
    }

    [Fact]
    public async Task What_is_wrong_inside_a_value_of_another_assembly_is_reported_on_the_customer()
    {
        CompiledAssembly shared = GeneratorHarness.CompileWithoutGenerator(
            $"{Usings}public class Address {{ [VeroTrait] public object? City; }}", new HarnessOptions { AssemblyName = "Shared" });
        string source = $"{Usings}public class Customer {{ [VeroId] public int Id; [{{|VERO007:VeroTrait|}}] public Address? A; }}";
        await Verify.AnalyzerAsync(source, new HarnessOptions { References = [shared] });
        var found = await AnalyzerHarness.RunAsync(
            source.Replace("{|VERO007:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal), new HarnessOptions { References = [shared] });
        Assert.Equal(
            "'A' has the type 'Address?', which cannot be sent: it holds 'object?'; its type is known only at run time, so expose a property of the type that it really has",
            Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("List<int[,]>", "it holds 'int[*,*]'; expose an array of arrays")]
    [InlineData("Dictionary<int, string>", "expose a dictionary with keys of type string")]
    [InlineData("List<Dictionary<Guid, string>>", "it holds 'System.Collections.Generic.Dictionary<System.Guid, string>'; expose a dictionary with keys of type string")]
    [InlineData("Memory<byte>", "expose an array")]
    [InlineData("TimeZoneInfo", "use [VeroTimezone]")]
    [InlineData("Plain", "put [VeroTrait] on those of its members that are to be sent, or expose the part of it to send")]
    [InlineData("Type", "expose the part of it to send as a string, number, boolean, date or enum")]
    [InlineData("object", "its type is known only at run time, so expose a property of the type that it really has")]
    public async Task The_message_says_what_to_expose_instead(string type, string advice)
    {
        var found = await AnalyzerHarness.RunAsync(
            $"{Usings}public class Plain {{ public int A; }} public class Customer {{ [VeroId] public int Id; [VeroTrait] public {type} A {{ get; set; }} = default!; }}");
        Assert.EndsWith($", which cannot be sent: {advice}", Assert.Single(found).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{|VERO101:VeroTrait(\"timezone\", WriteNull = true)|}] public int? A;")]
    [InlineData("[{|VERO101:VeroTrait(\"language\", WriteNull = true)|}] public string? A;")]
    [InlineData("[{|VERO101:VeroTrait(\"userAgent\", WriteNull = true)|}] public string? A;")]
    [InlineData("[VeroTrait(\"name\", WriteNull = true)] public string? A;")]
    [InlineData("[VeroTrait(\"name\", WriteNull = true)] public int A;")]
    public Task A_reserved_key_cannot_be_null(string member) =>
        Verify.AnalyzerAsync($"{Usings}public class Customer {{ [VeroId] public int Id; {member} }}");

    [Theory]
    [InlineData("[{|VERO017:VeroTrait|}] public CustomerId A;")]
    [InlineData("[{|VERO017:VeroTrait|}] public List<CustomerId>? A;")]
    [InlineData("[{|VERO017:VeroData|}] public Dictionary<string, CustomerId?>? A;")]
    public Task A_value_object_whose_value_a_generator_makes_is_reported(string member) => Verify.AnalyzerAsync(
        $"{Usings}public partial struct CustomerId {{ }} public class Customer {{ [VeroId] public int Id; {member} }}",
        new HarnessOptions { OtherGenerators = [typeof(MakesTheValueOfAValueObject)] });

    [Theory]
    [InlineData("[VeroTrait] public Missing? A;")]
    [InlineData("[VeroTrait] public List<Missing>? A;")]
    [InlineData("[VeroTrait] public Address? A; public class Address { [VeroTrait] public Missing? B; }")]
    [InlineData("[VeroTrait] public Address? A; public class Address { [VeroTrait(] public int B; }")]
    [InlineData("[VeroTrait] public Address? A; public class Address { [VeroTrait] public int ; }")]
    [InlineData("[VeroTrait] public Address? A; public class Address { [VeroTrait] public int B; [VeroTrait] public int B; }")]
    [InlineData("[VeroTrait] public Address? A; public class Address : Address { [VeroTrait] public int B; }")]
    [InlineData("[VeroTrait] public Address? A; public struct Address { [VeroTrait] public Address B; }")]
    [InlineData("[VeroTrait(WriteNull = )] public int? A;")]
    [InlineData("[VeroTrait(WriteNull = 1)] public int? A;")]
    [InlineData("[VeroData] public Dictionary<string, > A;")]
    [InlineData("[VeroData] public Dictionary A;")]
    [InlineData("[VeroTrait] public List<> A;")]
    public async Task Half_typed_values_are_left_to_the_compiler(string members)
    {
        string source = $"{Usings}public class Customer {{ [VeroId] public int Id; {members} }}";
        GeneratorHarness.Run(source, new HarnessOptions { IsBroken = true });
        var found = await AnalyzerHarness.RunAsync(source, new HarnessOptions { IsBroken = true });
        Assert.DoesNotContain(found, static d => d.Id is not "VERO007" and not "VERO008");
    }
}
