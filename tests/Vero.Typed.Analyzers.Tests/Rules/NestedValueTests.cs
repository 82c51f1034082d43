using System.Globalization;
using Vero.Typed.Analyzers.Rules.Shape;
using Vero.Typed.Analyzers.Tests.Generator;
using Vero.Typed.TestHarness;

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
    [InlineData("public class Entity<T> { [VeroId] public int Id; [VeroTrait] public T? Extra; } public class Customer : Entity<Address> { [VeroTrait] public int A; }")]
    [InlineData("public abstract class Entity<T> { [VeroId] public int Id; [VeroTrait] public List<T>? Extra; } public class Middle<T> : Entity<T> { } [VeroSerialization] public class Customer : Middle<Address> { }")]
    [InlineData("public abstract record Entity<T>([VeroTrait] T Extra); public record Customer([VeroId] int Id, Address Extra) : Entity<Address>(Extra);")]
    [InlineData("public class Place { [VeroTrait] public int Rank; } public abstract class Base { [VeroId] public int Id; [VeroTrait] public virtual Place? Home => null; } public class Customer : Base { [VeroTrait] public int A; public override Swiss? Home => null; } public class Swiss : Place { [VeroTrait] public Address? Address; }")]
    public Task A_type_that_an_inherited_trait_holds_needs_no_id(string customer) => Verify.AnalyzerAsync(
        $"{Usings}public class Address {{ [VeroTrait] public string? City; }} {customer}");

    // The base's method is the one that is called, and it does not know the narrower type.
    [Fact]
    public Task An_override_that_only_narrows_the_type_holds_nothing() => Verify.AnalyzerAsync(
        $"{Usings}public class Address {{ [VeroTrait] public string? City; }} public class {{|VERO030:Swiss|}} : Address {{ [VeroTrait] public string? Canton; }} public abstract class Base {{ [VeroId] public int Id; [VeroTrait] public virtual Address? A => null; }} public class Customer : Base {{ public override Swiss? {{|VERO033-Warning:A|}} => null; }}");

    [Theory]
    [InlineData("public class Customer { [VeroId] public int Id; public Address? A; }")]
    [InlineData("public class Customer { [VeroId] public int Id; [VeroTrait] public int A; }")]
    [InlineData("public class Customer : Address { [VeroId] public int Id; }")]
    public Task A_type_that_no_trait_holds_needs_one(string customer) => Verify.AnalyzerAsync(
        $"{Usings}public class {{|VERO030:Address|}} {{ [VeroTrait] public string? City; }} {customer}");

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
            ShapeRules.MemberCannotBeRead.MessageWith("A", "holds 'Address.City', which is not accessible from 'Customer': make it public"),
            Assert.Single(found).Message());
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

    [Theory]
    [InlineData("private class V { [VeroTrait] public W? W; [VeroTrait] public List<W>? L; } private class W { [VeroTrait] public int X; }")]
    [InlineData("private class V { [VeroTrait] public E E; [VeroTrait] public Vo? W; } private enum E { A } private record Vo(E Value);")]
    public Task What_a_value_cannot_read_of_another_one_is_judged_by_who_holds_both(string types) => Verify.AnalyzerAsync(
        $"{Usings}#pragma warning disable CS0649\npublic partial class Customer {{ [VeroId] public int Id; [VeroTrait] private V? A => null; {types} }}");

    [Fact]
    public Task What_nobody_can_read_of_a_value_in_a_value_is_reported_where_it_is_held() => Verify.AnalyzerAsync(
        $"{Usings}public class V {{ [VeroTrait] public W? W; }} public partial class W {{ [VeroTrait] private int X => 1; }} public class Customer {{ [VeroId] public int Id; [{{|VERO008:VeroTrait|}}] public V? A; }}");

    [Fact]
    public async Task A_value_whose_base_in_another_assembly_hides_its_id_is_silent()
    {
        HarnessOptions options = new() { References = [Shared("public class Person { [VeroId] internal int Id => 1; [VeroTrait] public string? Name => \"n\"; }")] };
        const string Source = """
            using Vero.Typed;
            public class Contact : Person { [VeroTrait] public string? Role => "r"; }
            public class Customer { [VeroId] public int Id = 1; [VeroTrait] public Contact A = new(); }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """;
        await Verify.AnalyzerAsync(Source, options);
        Assert.Equal("""{"id":"1","data":{"a":{"name":"n","role":"r"}}}""", GeneratorHarness.Run(Source, options).Json);
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
            ShapeRules.TraitType.MessageWith("A", "Address?", $"it holds 'object?'; {RunTime}"), Assert.Single(found).Message());
    }

    private const string RunTime = "its type is known only at run time, so give it the type that it really has";
    private const string RunTimeItems = "the type of its items is known only at run time, so expose a collection of the type that they really have";
    private const string Keys = "expose a dictionary with keys of type string";
    private const string EnumKeys = "an enum that has flags, no values, or two values of one name cannot be a key, so " + Keys;
    private const string Elements = "expose its elements one by one, or as a type whose members have [VeroTrait]";
    private const string Converter = "or write a [VeroConverter] method for it";
    private const string Own = "put [VeroTrait] on those of its members that are to be sent, " + Converter;
    private const string Text = "expose its text as a string";
    private const string Long = "expose a long, or a string if it does not fit";
    private const string Code = "it is code and has no value: remove the attribute";
    private const string Part = "expose the part of it to send as a string, number, boolean, date or enum, " + Converter;

    private const string Key = "{key}";

    private static string Send(string part, string before = "") =>
        $"write [VeroTrait(\"{Key}\", From = \"{before}{part}\")] to send its '{part}', {Converter}";

    public static TheoryData<string, string> Advice => new()
    {
        { "object", RunTime },
        { "dynamic", RunTime },
        { "Enum", RunTime },
        { "ValueType", RunTime },
        { "Array", RunTimeItems },
        { "IFormattable", RunTime },
        { "IShape", RunTime },
        { "List<object>", $"it holds 'object'; {RunTime}" },
        { "object[][]", $"it holds 'object'; {RunTime}" },
        { "Dictionary<string, object>", "it holds 'object'; only [VeroData] takes values of any type, so give the dictionary values of the type that they really have" },
        { "List<Dictionary<string, dynamic>>", "it holds 'dynamic'; only [VeroData] takes values of any type, so give the dictionary values of the type that they really have" },
        { "Dictionary<int, string>", Keys },
        { "IReadOnlyDictionary<Nothing, int>", EnumKeys },
        { "KeyValuePair<Nothing, int>[]", EnumKeys },
        { "KeyValuePair<DayOfWeek?, int>[]", Keys },
        { "List<Dictionary<Guid, string>>", $"it holds 'System.Collections.Generic.Dictionary<System.Guid, string>'; {Keys}" },
        { "System.Collections.Hashtable", Keys },
        { "System.Collections.IDictionary", Keys },
        { "System.Collections.Specialized.NameValueCollection", Keys },
        { "KeyValuePair<string, int>", "expose its Key and its Value, or a dictionary with keys of type string" },
        { "List<KeyValuePair<int, int>>", Keys },
        { "System.Collections.IEnumerable", RunTimeItems },
        { "System.Collections.ArrayList", RunTimeItems },
        { "System.Linq.IQueryable", RunTimeItems },
        { "IAsyncEnumerable<int>", "read it to the end and expose a list" },
        { "Both", "it has items of several types, so expose it as a collection of one, such as System.Collections.Generic.IEnumerable<int>" },
        { "(int A, string B)", Elements },
        { "ValueTuple<int>", Elements },
        { "Tuple<int, string>", Elements },
        { "List<(string, int)>", $"it holds '(string, int)'; {Elements}" },
        { "int[,]", "expose an array of arrays, such as int[][]" },
        { "string?[,,]", "expose an array of arrays, such as string?[][][]" },
        { "List<int[,]>", "it holds 'int[,]'; expose an array of arrays, such as int[][]" },
        { "int[][,]", "it holds 'int[,]'; expose an array of arrays, such as int[][]" },
        { "Memory<byte>", "expose an array, such as byte[]" },
        { "ReadOnlyMemory<char>", "expose a string" },
        { "BigInteger", Long },
        { "Int128", Long },
        { "UInt128?", Long },
        { "nint", Long },
        { "nuint", Long },
        { "Half", "expose a float" },
        { "List<Half?>", "it holds 'System.Half?'; expose a float" },
        { "Nothing", "it defines no value with a name to send, so expose its number" },
        { "Plain", Own },
        { "Plain?[]", $"it holds 'Plain?'; {Own}" },
        { "Two?", Send("Value") },
        { "TimeZoneInfo", "use [VeroTimezone], or expose its Id" },
        { "TimeZoneInfo[]", "it holds 'System.TimeZoneInfo'; expose its Id" },
        { "Type", "expose its Name" },
        { "Exception", "expose its Message" },
        { "InvalidOperationException", "expose its Message" },
        { "Action", Code },
        { "EventHandler", Code },
        { "Func<int>", "call it and expose the result" },
        { "System.IO.Stream", "read it and expose the content as a string or a byte[]" },
        { "System.IO.MemoryStream", "read it and expose the content as a string or a byte[]" },
        { "System.IO.TextReader", "read it and expose the content as a string or a byte[]" },
        { "System.Threading.Tasks.Task<int>", "await it and expose the result" },
        { "System.Threading.Tasks.ValueTask<int>", "await it and expose the result" },
        { "System.Threading.Tasks.Task", "it has no result: remove the attribute" },
        { "Lazy<string>", "expose its Value" },
        { "JsonDocument", "expose its RootElement" },
        { "VeroChannel", "use [VeroChannel]" },
        { "Version", Text },
        { "System.Net.IPAddress", Text },
        { "System.Text.Rune", Text },
        { "System.Text.StringBuilder", Text },
        { "Complex", Text },
        { "Range", Part },
        { "Index", Part },
        { "DBNull", Part },
        { "OwnUri", "expose it as a System.Uri" },
        { "System.Globalization.CultureInfo[,]", "expose an array of arrays, such as System.Globalization.CultureInfo[][]" },
        { "System.Data.DataTable", Part },
        { "NodaTime.LocalDate", Send("ToDateOnly()") },
        { "NodaTime.Instant?", Send("ToDateTimeOffset()") },
        { "List<NodaTime.Duration?>", $"it holds 'NodaTime.Duration?'; {Send("ToTimeSpan()", "[].")}" },
        { "Dictionary<string, NodaTime.Instant>", $"it holds 'NodaTime.Instant'; expose what its ToDateTimeOffset() returns, {Converter}" },
        { "NodaTime.DateTimeZone", Send("Id") },
        { "Money", Own },
        { "Dictionary<string, Two>", $"it holds 'Two'; {Own}" },
        { "NodaTime.Offset", Text },
        { "int*", "expose the value that it points to" },
        { "delegate*<void>", Code },
    };

    [Fact]
    public async Task The_message_says_what_to_expose_instead()
    {
        CompiledAssembly noda = GeneratorHarness.CompileWithoutGenerator(
            """
            using System;
            namespace NodaTime
            {
                public struct LocalDate : IFormattable { public DateOnly ToDateOnly() => default; public DateTime ToDateTimeUnspecified() => default; public string ToString(string? f, IFormatProvider? p) => ""; }
                public struct Instant { public DateTime ToDateTimeUtc() => default; public DateTimeOffset ToDateTimeOffset() => default; public long ToUnixTimeSeconds() => 0; }
                public struct Duration { public TimeSpan ToTimeSpan() => default; public static TimeSpan ToDateTimeOffset(int a) => default; }
                public struct Offset : IFormattable { private TimeSpan ToTimeSpan() => default; public string ToString(string? f, IFormatProvider? p) => ""; }
                public abstract class DateTimeZone { public string Id => ""; }
            }
            """,
            new HarnessOptions { AssemblyName = "NodaTime" });
        (string Type, string Advice)[] rows = [.. Advice.Select(static row => (row.Data.Item1, row.Data.Item2))];
        var found = await AnalyzerHarness.RunAsync(
            $$"""
            {{Usings}}using System.Numerics; using System.Text.Json;
            public class Plain { public int A; } public record struct Two(string Value, int Other); public record Money(decimal Amount, string Currency); public interface IShape { int A { get; } } public enum Plan { Free } public enum Nothing { } public class OwnUri : Uri { public OwnUri() : base("a:b") { } }
            public class Both : IEnumerable<int>, IEnumerable<string> { IEnumerator<int> IEnumerable<int>.GetEnumerator() => null!; IEnumerator<string> IEnumerable<string>.GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }
            public unsafe class Customer { [VeroId] public int Id; {{string.Concat(rows.Select(static (row, i) => $"\n[VeroTrait] public {row.Type} A{i} {{ get; set; }}"))}} }
            """,
            new HarnessOptions { References = [noda] });
        Assert.Equal(
            rows.Select(static (row, i) => $"'A{i}' {row.Type}: {row.Advice.Replace(Key, $"a{i}", StringComparison.Ordinal)}"),
            found.OrderBy(static d => d.Location.SourceSpan.Start).Select((d, i) =>
                $"'A{i}' {rows[i].Type}: {d.GetMessage(CultureInfo.InvariantCulture).Split(["' cannot be sent: "], StringSplitOptions.None)[1]}"));
    }

    [Theory]
    [InlineData("int[,]", "int[,]")]
    [InlineData("int[][,,]", "int[][,,]")]
    [InlineData("List<string?[,]>", "System.Collections.Generic.List<string?[,]>")]
    public async Task An_array_is_shown_as_it_is_written(string type, string shown)
    {
        var found = await AnalyzerHarness.RunAsync($"{Usings}public class Customer {{ [VeroId] public int Id; [VeroTrait] public {type} A {{ get; set; }} = default!; }}");
        Assert.StartsWith($"'A' of type '{shown}' cannot", Assert.Single(found).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Span<byte>", "expose an array, such as byte[]")]
    [InlineData("ReadOnlySpan<char>", "expose a string")]
    public async Task A_span_is_answered_like_its_array(string type, string advice)
    {
        var found = await AnalyzerHarness.RunAsync($"{Usings}public class Customer {{ [VeroId] public int Id; [VeroTrait] public {type} A => default; }}");
        Assert.EndsWith(advice, Assert.Single(found).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timezone_of_a_value_has_no_attribute_of_its_own()
    {
        var found = await AnalyzerHarness.RunAsync(
            $"{Usings}public class Office {{ [VeroTrait] public TimeZoneInfo? Zone; }} public class Customer {{ [VeroId] public int Id; [VeroTrait] public Office? A; }}");
        Assert.EndsWith("' cannot be sent: expose its Id", Assert.Single(found).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{|VERO120:VeroTrait(\"timezone\", WriteNull = true)|}] public int? A;")]
    [InlineData("[{|VERO120:VeroTrait(\"language\", WriteNull = true)|}] public string? A;")]
    [InlineData("[{|VERO120:VeroTrait(\"userAgent\", WriteNull = true)|}] public string? A;")]
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
