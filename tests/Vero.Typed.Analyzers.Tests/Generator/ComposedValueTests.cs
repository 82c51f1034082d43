using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Values that have parts: collections, dictionaries, nested types, value objects, flags, and JSON.</summary>
public sealed class ComposedValueTests
{
    private const string Usings = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Nodes;

        """;

    private const string Declarations = """
        public enum Plan { Free, [EnumMember(Value = "pro!")] Pro }
        [Flags] public enum Access { None = 0, Read = 1, Write = 2, [JsonStringEnumMemberName("all of it")] All = 7, Delete = 4, Again = 1 }
        [Flags] public enum Signed : sbyte { Low = 1, High = -128 }
        [Flags] public enum Wide : ulong { Low = 1, High = 1UL << 63 }
        public readonly record struct GuidId(Guid Value);
        public readonly record struct Level(int Value);
        public readonly record struct Wrapped(TextId? Value);
        public readonly record struct Tags(ImmutableArray<string> Value);
        public sealed record TextId(string Value);
        public sealed record Yes(bool Value);
        public sealed record PlanBox(Plan Value);
        public class Geo { [VeroTrait] public double Latitude; [VeroTrait] public double? Longitude; }
        public record Address([VeroTrait] string? City, [VeroTrait("zip")] string? PostCode, [VeroTrait] Geo? Geo, int NotSent = 1);
        public struct Money { [VeroTrait] public decimal Amount { get; set; } [VeroTrait] public string? Currency { get; set; } }
        public sealed class Bag : IEnumerable<int>
        {
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => new List<int> { 1, 2 }.GetEnumerator();
            public IEnumerator GetEnumerator() => throw new InvalidOperationException();
        }
        public struct Pair : IEnumerable<string>
        {
            public List<string>.Enumerator GetEnumerator() => new List<string> { "a", "b" }.GetEnumerator();
            IEnumerator<string> IEnumerable<string>.GetEnumerator() => GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """;

    [Theory]
    [InlineData("string[]", "new[] { \"a\", \"b\" }", "[\"a\",\"b\"]")]
    [InlineData("string?[]", "new[] { null, \"b\", null }", "[null,\"b\",null]")]
    [InlineData("int[]", "new int[0]", "[]")]
    [InlineData("int[]", "new[] { 1, -2 }", "[1,-2]")]
    [InlineData("int?[]", "new int?[] { 1, null }", "[1,null]")]
    [InlineData("bool[]", "new[] { true, false }", "[true,false]")]
    [InlineData("bool?[]", "new bool?[] { null, false }", "[null,false]")]
    [InlineData("double[]", "new[] { 1.5, -0.0 }", "[1.5,-0]")]
    [InlineData("float?[]", "new float?[] { 1.5f, null }", "[1.5,null]")]
    [InlineData("Plan[]", "new[] { Plan.Pro, Plan.Free }", "[\"pro!\",\"Free\"]")]
    [InlineData("Plan?[]", "new Plan?[] { Plan.Pro, null }", "[\"pro!\",null]")]
    [InlineData("char[]", "new[] { 'a', '\"' }", "[\"a\",\"\\\"\"]")]
    [InlineData("int[][]", "new[] { new[] { 1 }, new int[0], null! }", "[[1],[],null]")]
    [InlineData("byte[]", "new byte[] { 1, 2, 3 }", "\"AQID\"")]
    [InlineData("byte[]", "new byte[0]", "\"\"")]
    [InlineData("byte[][]", "new[] { new byte[] { 1 }, null! }", "[\"AQ==\",null]")]
    [InlineData("List<byte>", "new() { 1, 2 }", "[1,2]")]
    [InlineData("List<string>", "new() { \"é\" }", "[\"é\"]")]
    [InlineData("List<List<DateOnly>>", "new() { new() { new(2024, 1, 2) } }", "[[\"2024-01-02\"]]")]
    [InlineData("IEnumerable<int>", "Enumerable.Range(1, 3).Where(i => i != 2)", "[1,3]")]
    [InlineData("IReadOnlyCollection<Guid>", "new[] { Guid.Empty }", "[\"00000000-0000-0000-0000-000000000000\"]")]
    [InlineData("IList<Uri>", "new[] { new Uri(\"https://a.b\") }", "[\"https://a.b\"]")]
    [InlineData("ICollection<TimeSpan>", "new[] { TimeSpan.Zero }", "[\"00:00:00\"]")]
    [InlineData("IReadOnlyList<DateTimeOffset>", "new[] { DateTimeOffset.UnixEpoch }", "[\"1970-01-01T00:00:00+00:00\"]")]
    [InlineData("ISet<long>", "new HashSet<long> { 1 }", "[1]")]
    [InlineData("HashSet<string>", "new() { \"a\" }", "[\"a\"]")]
    [InlineData("SortedSet<int>", "new() { 2, 1 }", "[1,2]")]
    [InlineData("Queue<decimal>", "new(new[] { 1.50m })", "[1.50]")]
    [InlineData("Stack<int>", "new(new[] { 1, 2 })", "[2,1]")]
    [InlineData("LinkedList<string>", "new(new[] { \"a\" })", "[\"a\"]")]
    [InlineData("Collection<string>", "new() { \"a\" }", "[\"a\"]")]
    [InlineData("ReadOnlyCollection<string>", "new(new[] { \"a\" })", "[\"a\"]")]
    [InlineData("ConcurrentBag<int>", "new(new[] { 1 })", "[1]")]
    [InlineData("ImmutableList<int>", "ImmutableList.Create(1, 2)", "[1,2]")]
    [InlineData("ImmutableArray<int>", "ImmutableArray.Create(1, 2)", "[1,2]")]
    [InlineData("ImmutableArray<int>[]", "new[] { ImmutableArray.Create(1), default }", "[[1],null]")]
    [InlineData("FrozenSet<int>", "new[] { 1 }.ToFrozenSet()", "[1]")]
    [InlineData("ArraySegment<int>", "new(new[] { 1, 2, 3 }, 1, 2)", "[2,3]")]
    [InlineData("Bag", "new()", "[1,2]")]
    [InlineData("Pair", "new()", "[\"a\",\"b\"]")]
    [InlineData("Dictionary<string, int>", "new() { [\"B b\"] = 1, [\"a\\\"\"] = 2 }", "{\"B b\":1,\"a\\\"\":2}")]
    [InlineData("Dictionary<string, int>", "new()", "{}")]
    [InlineData("Dictionary<string, string?>", "new() { [\"a\"] = null, [\"\"] = \"x\" }", "{\"a\":null,\"\":\"x\"}")]
    [InlineData("IReadOnlyDictionary<string, bool?>", "new Dictionary<string, bool?> { [\"a\"] = null, [\"b\"] = true }", "{\"a\":null,\"b\":true}")]
    [InlineData("Dictionary<string, Dictionary<string, int[]>>", "new() { [\"a\"] = new() { [\"b\"] = new[] { 1 } } }", "{\"a\":{\"b\":[1]}}")]
    [InlineData("KeyValuePair<string, Plan>[]", "new[] { KeyValuePair.Create(\"timezone\", Plan.Pro) }", "{\"timezone\":\"pro!\"}")]
    [InlineData("JsonElement", "JsonDocument.Parse(\" { \\\"a\\\" : [ 1.0 , null , \\\"\\\\u00e9\\\" ] } \").RootElement", "{\"a\":[1.0,null,\"é\"]}")]
    [InlineData("JsonElement[]", "new[] { JsonDocument.Parse(\"1\").RootElement, default, JsonDocument.Parse(\"null\").RootElement }", "[1,null,null]")]
    [InlineData("JsonNode", "JsonNode.Parse(\"[true,{}]\")!", "[true,{}]")]
    [InlineData("JsonObject", "new() { [\"a\"] = 1 }", "{\"a\":1}")]
    [InlineData("JsonArray", "new(1, null)", "[1,null]")]
    [InlineData("JsonValue", "JsonValue.Create(\"x\")", "\"x\"")]
    [InlineData("MailAddress", "new(\"a@b.c\", \"Ada\")", "\"a@b.c\"")]
    [InlineData("List<MailAddress?>", "new() { new(\"a@b.c\"), null }", "[\"a@b.c\",null]")]
    [InlineData("CultureInfo", "CultureInfo.GetCultureInfo(\"de-CH\")", "\"de-CH\"")]
    [InlineData("CultureInfo[]", "new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(\"fr\") }", "[null,\"fr\"]")]
    [InlineData("GuidId", "new(Guid.Empty)", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("Level", "new(7)", "7")]
    [InlineData("TextId", "new(\"x\")", "\"x\"")]
    [InlineData("Wrapped", "new(new TextId(\"x\"))", "\"x\"")]
    [InlineData("Yes", "new(true)", "true")]
    [InlineData("PlanBox", "new(Plan.Pro)", "\"pro!\"")]
    [InlineData("Tags", "new(ImmutableArray.Create(\"a\"))", "[\"a\"]")]
    [InlineData("List<TextId?>", "new() { new(\"x\"), null }", "[\"x\",null]")]
    [InlineData("List<Level?>", "new() { new Level(1), null }", "[1,null]")]
    [InlineData("List<Yes?>", "new() { new(false), null }", "[false,null]")]
    [InlineData("Dictionary<string, PlanBox?>", "new() { [\"a\"] = new(Plan.Free), [\"b\"] = null }", "{\"a\":\"Free\",\"b\":null}")]
    [InlineData("Access", "Access.Read | Access.Write", "\"Read, Write\"")]
    [InlineData("Access", "Access.Read | Access.Write | Access.Delete", "\"all of it\"")]
    [InlineData("Access", "Access.None", "\"None\"")]
    [InlineData("Access[]", "new[] { Access.Delete, Access.None }", "[\"Delete\",\"None\"]")]
    [InlineData("List<Access?>", "new() { Access.Delete, null }", "[\"Delete\",null]")]
    [InlineData("Signed", "Signed.High | Signed.Low", "\"High, Low\"")]
    [InlineData("Wide", "Wide.High | Wide.Low", "\"Low, High\"")]
    [InlineData("Address", "new(\"Bern\", null, null)", "{\"city\":\"Bern\"}")]
    [InlineData("Address", "new(null, null, null)", "{}")]
    [InlineData("Address", "new(\"Bern\", \"3000\", new Geo { Latitude = 46.9 })", "{\"city\":\"Bern\",\"zip\":\"3000\",\"geo\":{\"latitude\":46.9}}")]
    [InlineData("List<Address?>", "new() { new(\"Bern\", null, null), null }", "[{\"city\":\"Bern\"},null]")]
    [InlineData("Dictionary<string, Address>", "new() { [\"home\"] = new(\"Bern\", null, null) }", "{\"home\":{\"city\":\"Bern\"}}")]
    [InlineData("Money", "new() { Amount = 1.50m, Currency = \"CHF\" }", "{\"amount\":1.50,\"currency\":\"CHF\"}")]
    [InlineData("List<Money?>", "new() { new Money(), null }", "[{\"amount\":0},null]")]
    public void A_trait_is_written_and_its_null_is_left_out(string type, string value, string json) => Assert.Equal(
        $$$"""{"id":"1","data":{"plain":{{{json}}},"nullable":{{{json}}}}}""",
        GeneratorHarness.Run(Source(
            $$"""[VeroTrait] public {{type}} Plain { get; } = {{value}}; [VeroTrait] public {{type}}? Nullable = {{value}}; [VeroTrait] public {{type}}? Nothing;""")).Json);

    // What foreach would not take, or would take by what must not be used, is enumerated through the interface.
    [Theory]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public int Current => 2; public int MoveNext() => 0; }")]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public int Current => 2; public bool MoveNext(int times = 1) => false; }")]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public int Current => 2; private bool MoveNext() => false; }")]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public int Current { private get => 2; set { } } public bool MoveNext() => false; }")]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public static int Current => 2; public bool MoveNext() => false; }")]
    [InlineData("public Odd GetEnumerator() => default; public struct Odd { public int Current => 2; [Obsolete(\"no\", true)] public bool MoveNext() => false; }")]
    [InlineData("[Obsolete(\"no\", true)] public IEnumerator<int> GetEnumerator() => null!;")]
    [InlineData("internal IEnumerator<int> GetEnumerator() => null!;")]
    [InlineData("public IEnumerator<int> GetEnumerator(int skip) => null!;")]
    [InlineData("public int GetEnumerator => 1;")]
    public void A_collection_whose_own_enumerator_does_not_fit_is_still_an_array(string enumerator) => Assert.Equal(
        """{"id":"1","data":{"a":[7]}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Items A = new();", $$"""
            public class Items : IEnumerable<int>
            {
                {{enumerator}}
                IEnumerator<int> IEnumerable<int>.GetEnumerator() { yield return 7; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new InvalidOperationException();
            }
            """)).Json);

    [Theory]
    [InlineData("public En GetEnumerator() => default; public ref struct En { private int _i; public int Current => 7; public bool MoveNext() => _i++ == 0; }")]
    [InlineData("public En GetEnumerator() => new(); public class EnBase { private int _i; public int Current => 7; public bool MoveNext() => _i++ == 0; } public class En : EnBase { }")]
    [InlineData("public En GetEnumerator() => new(); public class En { private readonly int[] _all = { 7 }; private int _i; public ref readonly int Current => ref _all[0]; public bool MoveNext() => _i++ == 0; }")]
    [InlineData("public IOwn GetEnumerator() => new Own(); public interface IOwn : IEnumerator<int> { } private class Own : List<int>, IOwn { private int _i; public int Current => 7; object System.Collections.IEnumerator.Current => 7; public bool MoveNext() => _i++ == 0; public void Reset() { } public void Dispose() { } }")]
    public void A_collection_with_an_enumerator_of_its_own_is_read_by_it(string enumerator) => Assert.Equal(
        """{"id":"1","data":{"a":[7]}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Items A = new();", $$"""
            public class Items : IEnumerable<int>
            {
                {{enumerator}}
                IEnumerator<int> IEnumerable<int>.GetEnumerator() => throw new InvalidOperationException();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new InvalidOperationException();
            }
            """)).Json);

    [Theory]
    [InlineData("string")]
    [InlineData("char?")]
    [InlineData("bool?")]
    [InlineData("int?")]
    [InlineData("double?")]
    [InlineData("DateOnly?")]
    [InlineData("Plan?")]
    [InlineData("Access?")]
    [InlineData("int[]")]
    [InlineData("byte[]")]
    [InlineData("ImmutableArray<int>")]
    [InlineData("ImmutableArray<int>?")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("Address")]
    [InlineData("Money?")]
    [InlineData("TextId")]
    [InlineData("Level?")]
    [InlineData("Wrapped")]
    [InlineData("Tags")]
    [InlineData("Tags?")]
    [InlineData("Yes")]
    [InlineData("JsonElement")]
    [InlineData("JsonElement?")]
    [InlineData("JsonNode")]
    [InlineData("MailAddress")]
    [InlineData("CultureInfo")]
    public void A_null_is_written_where_that_is_asked_for(string type) => Assert.Equal(
        """{"id":"1","data":{"a":null}}""",
        GeneratorHarness.Run(Source($"[VeroTrait(WriteNull = true)] public {type} A = default!; [VeroTrait] public {type} B = default!;")).Json);

    [Fact]
    public void What_is_no_null_is_written_as_ever_where_nulls_are()
    {
        Assert.Equal("""{"id":"1","data":{"a":"x","b":0,"c":false,"d":"","e":[],"f":"Free"}}""", GeneratorHarness.Run(Source("""
            [VeroTrait("a", WriteNull = true)] public string A = "x"; [VeroTrait("b", WriteNull = true)] public int B;
            [VeroTrait(WriteNull = true)] public bool? C = false; [VeroTrait(WriteNull = true)] public string D = ""; [VeroTrait(WriteNull = true)] public List<int> E = new();
            [VeroTrait(WriteNull = true)] public Plan? F = Plan.Free;
            """)).Json);
    }

    [Fact]
    public void An_invariant_culture_is_null_where_nulls_are_written() => Assert.Equal(
        """{"id":"1","data":{"a":null}}""",
        GeneratorHarness.Run(Source("[VeroTrait(WriteNull = true)] public CultureInfo A = CultureInfo.InvariantCulture; [VeroTrait] public CultureInfo B = CultureInfo.InvariantCulture;")).Json);

    [Fact]
    public void Nulls_are_written_inside_objects_too() => Assert.Equal(
        """{"id":"1","data":{"home":{"city":null}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            "[VeroTrait] public Address Home = new();", "public class Address { [VeroTrait(WriteNull = true)] public string? City; [VeroTrait] public string? Zip; }")).Json);

    [Fact]
    public void A_type_with_an_id_is_written_as_its_traits() => Assert.Equal(
        """{"id":"1","data":{"company":{"name":"ACME","timezone":99,"a":1}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Company Company = new();", """
            public class Company
            {
                [VeroId] public int Id = 2; [VeroEmail] public string Email = "a@b.c"; [VeroChannel("push", "ios")] public string Token = "t"; [VeroLanguage] public string Language = "en";
                [VeroTrait] public string Name = "ACME"; [VeroTrait("timezone")] public int Zone = 99; [VeroData] public Dictionary<string, object> More = new() { ["a"] = 1 };
            }
            """)).Json);

    [Theory]
    [InlineData("[\"name\"] = 1", "the dictionary contains the key \"name\"" + ValueProblems.KeyOfAnotherMember)]
    [InlineData("[\"\\ud800\"] = 1, [\"\\ud801\"] = 2", ValueProblems.DuplicateKey)]
    public void Entries_of_an_object_are_checked(string entries, string problem) => Assert.Equal(
        $"Customer.Company: {problem} (Company.More)",
        Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Company Company = new();", $$"""
            public class Company { [VeroTrait] public string? Name; [VeroData] public Dictionary<string, object> More = new() { {{entries}} }; }
            """)).Requests).Message);

    [Fact]
    public void Reserved_keys_of_an_object_are_keys_like_any_other() => Assert.Equal(
        """{"id":"1","data":{"home":{"timezone":"Europe/Zurich","language":7,"userAgent":[1]}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Home Home = new();", """
            public class Home { [VeroTrait("timezone")] public string Zone = "Europe/Zurich"; [VeroTrait("language")] public int Language = 7; [VeroData] public Dictionary<string, object> More = new() { ["userAgent"] = new[] { 1 } }; }
            """)).Json);

    [Fact]
    public void Inherited_and_shadowed_members_of_an_object_are_written_as_a_customers_are() => Assert.Equal(
        """{"id":"1","data":{"home":{"city":"new","street":"s","zip":"override"}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public Home Home = new();", """
            public abstract class Base { [VeroTrait] public string City = "old"; [VeroTrait] public string Street = "s"; [VeroTrait] public virtual string Zip => "base"; }
            public class Home : Base { [VeroTrait] public new string City = "new"; public new int Street = 1; public override string Zip => "override"; }
            """)).Json);

    [Theory]
    [InlineData("public partial class Customer")]
    [InlineData("public partial struct Customer")]
    [InlineData("public sealed partial record Customer")]
    public void A_partial_type_writes_values_of_its_own_private_types(string declaration) => Assert.Equal(
        """{"id":"1","data":{"homes":[{"city":"Bern","kind":"Flat","tags":["a"]}]}}""",
        GeneratorHarness.Run($$"""
            using System.Collections.Generic;
            using Vero.Typed;
            {{declaration}}
            {
                public Customer() { }
                [VeroId] public int Id => 1;
                [VeroTrait] private List<Home> Homes => new() { new Home() };
                private enum Kind { House, Flat }
                private sealed class Home { [VeroTrait] public string City => "Bern"; [VeroTrait] internal Kind Kind => Kind.Flat; [VeroTrait] public string[] Tags => new[] { "a" }; }
            }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    public void A_generic_customer_writes_values_of_its_nested_types(string kind) => Assert.Equal(
        """{"id":"1","data":{"homes":[{"city":"Bern"}],"by_name":{"a":["x"]}}}""",
        GeneratorHarness.Run($$"""
            using System.Collections.Generic;
            using Vero.Typed;
            public {{kind}} Customer<T> where T : class, new()
            {
                [VeroId] public int Id => 1;
                [VeroTrait] public List<Home> Homes => new() { new Home() };
                [VeroTrait] public Dictionary<string, HashSet<string>> ByName => new() { ["a"] = new() { "x" } };
                public sealed class Home { [VeroTrait] public string City => "Bern"; }
            }
            public static class Case { public static IdentifyRequest Make() => new Customer<object>().ToIdentifyRequest(); }
            """).Json);

    [Fact]
    public void A_type_parameter_inside_is_judged_where_it_is_closed()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            using System.Collections.Generic;
            using Vero.Typed;
            public class Box<T> { [VeroTrait] public T? Content { get; set; } }
            public abstract class Entity<T> { [VeroId] public int Id => 1; [VeroTrait] public List<T>? All { get; set; } [VeroTrait] public Box<T>? Box { get; set; } [VeroData] public Dictionary<string, T>? Extra { get; set; } }
            public class Customer : Entity<int> { [VeroTrait] public string A => "a"; }
            public static class Case { public static IdentifyRequest Make() => new Customer { All = new() { 1 }, Box = new() { Content = 2 }, Extra = new() { ["k"] = 3 } }.ToIdentifyRequest(); }
            """);
        Assert.Equal("""{"id":"1","data":{"all":[1],"box":{"content":2},"a":"a","k":3}}""", run.Json);
    }

    [Fact]
    public void A_value_of_another_assembly_is_named_by_its_assembly()
    {
        CompiledAssembly shared = GeneratorHarness.Run(
            """
            using Vero.Typed;
            [assembly: VeroSerialization(Naming = Naming.CamelCase)]
            namespace Shared { [VeroSerialization(ValueOnly = true)] public sealed class Address { [VeroTrait] public string StreetName { get; set; } = "s"; } }
            """,
            new HarnessOptions { AssemblyName = "Shared" }).ToAssembly();
        Assert.Equal("""{"id":"1","data":{"home_address":{"streetName":"s"}}}""", GeneratorHarness.Run(
            CustomerSource.WithMembers("[VeroTrait] public Shared.Address HomeAddress = new();"), new HarnessOptions { References = [shared] }).Json);
    }

    [Fact]
    public void One_method_is_made_for_each_type()
    {
        string text = GeneratorHarness.Run(Source("""
            [VeroTrait] public Address? Home; [VeroTrait] public Address? Work; [VeroTrait] public List<Address>? Others; [VeroTrait] public List<Address?>? More;
            """)).Text;
        Assert.Equal(3, text.Split("private static void __Vero").Length - 1);
    }

    [Theory]
    [InlineData("[VeroTrait] public double[] A = { double.NaN };", "Customer.A: " + ValueProblems.NotANumber)]
    [InlineData("[VeroTrait] public Dictionary<string, Plan> A = new() { [\"canary\"] = (Plan)99 };", "Customer.A: " + ValueProblems.UndefinedEnumValue)]
    [InlineData("[VeroTrait] public Access A = (Access)8;", "Customer.A: " + ValueProblems.UndefinedEnumValue)]
    [InlineData("[VeroTrait] public Access A = (Access)9;", "Customer.A: " + ValueProblems.UndefinedEnumValue)]
    [InlineData("[VeroTrait] public Signed A;", "Customer.A: " + ValueProblems.UndefinedEnumValue)]
    [InlineData("[VeroTrait] public KeyValuePair<string, int>[] A = { new(\"canary\", 1), new(\"canary\", 2) };", "Customer.A: " + ValueProblems.DuplicateKey)]
    [InlineData("[VeroTrait] public KeyValuePair<string, int>[] A = { new(null!, 1) };", "Customer.A: " + ValueProblems.KeyNull)]
    [InlineData("[VeroTrait] public JsonElement A = JsonDocument.Parse(\"{\\\"canary\\\":1,\\\"canary\\\":2}\").RootElement;", "Customer.A: " + ValueProblems.DuplicateKey)]
    [InlineData("[VeroTrait] public Address A = new(\"canary\", null, new Geo { Latitude = double.NaN });", "Customer.A: " + ValueProblems.NotANumber + " (Geo.Latitude)")]
    [InlineData("[VeroTrait] public List<Geo> A = new() { new() { Latitude = 1, Longitude = double.NegativeInfinity } };", "Customer.A: " + ValueProblems.NotANumber + " (Geo.Longitude)")]
    [InlineData("[VeroTrait] public Geo A = new(); [VeroTrait] public double B = double.NaN;", "Customer.B: " + ValueProblems.NotANumber)]
    public void What_cannot_be_sent_throws_without_the_value(string members, string message)
    {
        VeroSerializationException e = Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(Source(members)).Requests);
        Assert.Equal(message, e.Message);
    }

    [Fact]
    public void Obsolete_members_and_awkward_names_are_read() => Assert.Equal(
        """{"id":"1","data":{"class":{"event":"x","system":[1]}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            "[VeroTrait] public @class @class = new();",
            "#pragma warning disable CS0612, CS8981\npublic class @class { [VeroTrait, Obsolete] public string @event = \"x\"; [VeroTrait] public int[] System = { 1 }; }\n")).Json);

    private static string Source(string members) => Usings + CustomerSource.WithMembers(members, Declarations);
}
