using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>[VeroData]: a dictionary whose entries go straight into data.</summary>
public sealed class DataTests
{
    private const string Usings = """
        using System.Collections;
        using System.Collections.Immutable;
        using System.Dynamic;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        """;

    [Theory]
    [InlineData("Dictionary<string, string>", "new() { [\"b\"] = \"x\", [\"a\"] = \"y\" }", "\"b\":\"x\",\"a\":\"y\"")]
    [InlineData("Dictionary<string, string?>", "new() { [\"b\"] = null, [\"a\"] = \"y\" }", "\"a\":\"y\"")]
    [InlineData("IReadOnlyDictionary<string, int?>", "new Dictionary<string, int?> { [\"b\"] = null, [\"a\"] = 7 }", "\"a\":7")]
    [InlineData("IDictionary<string, bool>", "new Dictionary<string, bool> { [\"b\"] = true, [\"a\"] = false }", "\"b\":true,\"a\":false")]
    [InlineData("IDictionary<string, bool?>", "new Dictionary<string, bool?> { [\"b\"] = true, [\"a\"] = null }", "\"b\":true")]
    [InlineData("SortedDictionary<string, DayOfWeek>", "new() { [\"b\"] = DayOfWeek.Friday, [\"a\"] = default }", "\"a\":\"Sunday\",\"b\":\"Friday\"")]
    [InlineData("List<KeyValuePair<string, double>>", "new() { new(\"k\", 1.5) }", "\"k\":1.5")]
    [InlineData("KeyValuePair<string, Guid>[]", "new[] { KeyValuePair.Create(\"k\", Guid.Empty) }", "\"k\":\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("IEnumerable<KeyValuePair<string, decimal>>", "new[] { KeyValuePair.Create(\"k\", 1.50m) }.Where(p => true)", "\"k\":1.50")]
    [InlineData("ImmutableDictionary<string, DateOnly>", "ImmutableDictionary<string, DateOnly>.Empty.Add(\"k\", new DateOnly(2024, 1, 2))", "\"k\":\"2024-01-02\"")]
    [InlineData("ImmutableArray<KeyValuePair<string, char>>", "ImmutableArray.Create(KeyValuePair.Create(\"k\", 'c'))", "\"k\":\"c\"")]
    [InlineData("Dictionary<string, JsonElement>", "JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(\"{\\\"k\\\":[1, {\\\"a\\\":null}],\\\"n\\\":null}\")!", "\"k\":[1,{\"a\":null}]")]
    [InlineData("Dictionary<string, JsonNode?>", "new() { [\"k\"] = new JsonArray(1, null, \"x\"), [\"n\"] = null }", "\"k\":[1,null,\"x\"]")]
    [InlineData("JsonObject", "new() { [\"k\"] = 1.5, [\"n\"] = null, [\"o\"] = new JsonObject { [\"x\"] = true } }", "\"k\":1.5,\"o\":{\"x\":true}")]
    [InlineData("Dictionary<string, byte[]>", "new() { [\"k\"] = new byte[] { 1, 2, 3 } }", "\"k\":\"AQID\"")]
    [InlineData("IDictionary<string, object?>", "new ExpandoObject()", "")]
    [InlineData("Dictionary<string, dynamic>", "new() { [\"k\"] = 1 }", "\"k\":1")]
    [InlineData("Bag", "new() { { \"k\", 1 } }", "\"k\":1")]
    [InlineData("Dictionary<string, string>", "new() { [\"q\\\"é\\n\"] = \"x\" }", "\"q\\\"é\\n\":\"x\"")]
    [InlineData("Dictionary<string, object>", "new() { [\"timezone\"] = -3, [\"language\"] = \"en-AU\", [\"userAgent\"] = \"x\" }", "\"timezone\":-3,\"language\":\"en-AU\",\"userAgent\":\"x\"")]
    public void The_entries_go_into_data(string type, string value, string json) => Assert.Equal(
        json.Length == 0 ? """{"id":"1"}""" : $$$"""{"id":"1","data":{{{{json}}}}}""",
        GeneratorHarness.Run(Source($"[VeroData] public {type} Extra {{ get; set; }} = {value}; [VeroData] public {type}? Nothing {{ get; }}")).Json);

    [Theory]
    [InlineData("null", "")]
    [InlineData("DBNull.Value", "")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("'x'", "\"x\"")]
    [InlineData("true", "true")]
    [InlineData("(sbyte)-1", "-1")]
    [InlineData("(byte)1", "1")]
    [InlineData("(short)-1", "-1")]
    [InlineData("(ushort)1", "1")]
    [InlineData("1", "1")]
    [InlineData("1u", "1")]
    [InlineData("long.MinValue", "-9223372036854775808")]
    [InlineData("ulong.MaxValue", "18446744073709551615")]
    [InlineData("1.5f", "1.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50m", "1.50")]
    [InlineData("Guid.Empty", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("new Uri(\"https://example.com\")", "\"https://example.com\"")]
    [InlineData("new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("DateTimeOffset.UnixEpoch", "\"1970-01-01T00:00:00+00:00\"")]
    [InlineData("new DateOnly(2024, 1, 2)", "\"2024-01-02\"")]
    [InlineData("new TimeOnly(3, 4, 5)", "\"03:04:05\"")]
    [InlineData("TimeSpan.FromHours(1)", "\"01:00:00\"")]
    [InlineData("CultureInfo.GetCultureInfo(\"en-AU\")", "\"en-AU\"")]
    [InlineData("CultureInfo.InvariantCulture", "")]
    [InlineData("new MailAddress(\"a@b.c\")", "\"a@b.c\"")]
    [InlineData("new byte[] { 1, 2, 3 }", "\"AQID\"")]
    [InlineData("DayOfWeek.Friday", "\"Friday\"")]
    [InlineData("Renamed.A", "\"a 1\"")]
    [InlineData("Renamed.B", "\"b 2\"")]
    [InlineData("Access.Read | Access.Delete", "\"Read, Delete\"")]
    [InlineData("Access.Write", "\"Write\"")]
    [InlineData("Access.None", "\"None\"")]
    [InlineData("(int?)1", "1")]
    [InlineData("new[] { 1, 2 }", "[1,2]")]
    [InlineData("new object?[] { 1, null, \"x\", new List<int>() }", "[1,null,\"x\",[]]")]
    [InlineData("new ArrayList { 1, \"x\" }", "[1,\"x\"]")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "{\"a\":1}")]
    [InlineData("new Dictionary<string, object?> { [\"a\"] = null }", "{\"a\":null}")]
    [InlineData("new Hashtable { [\"a\"] = 1 }", "{\"a\":1}")]
    [InlineData("Expando()", "{\"a\":1}")]
    [InlineData("JsonDocument.Parse(\"{\\\"a\\\": [1.0, true ]}\")", "{\"a\":[1.0,true]}")]
    [InlineData("JsonDocument.Parse(\"\\\"\\\\u00e9\\\\\\\"\\\"\").RootElement", "\"é\\\"\"")]
    [InlineData("JsonDocument.Parse(\"null\").RootElement", "")]
    [InlineData("default(JsonElement)", "")]
    [InlineData("JsonValue.Create(Guid.Empty)", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("JsonNode.Parse(\"[1,[],{}]\")", "[1,[],{}]")]
    public void An_object_is_written_by_the_type_that_it_has(string value, string json) => Assert.Equal(
        json.Length == 0 ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"k":{{{json}}}}}""",
        GeneratorHarness.Run(Source($"[VeroData] public Dictionary<string, object?> Extra = new() {{ [\"k\"] = {value} }};")).Json);

    [Fact]
    public void Entries_come_behind_the_declared_members_and_those_of_several_dictionaries_in_their_order() => Assert.Equal(
        """{"id":"1","data":{"name":"Ada","timezone":3,"a":1,"b":"x"}}""",
        GeneratorHarness.Run(Source("""
            [VeroData] public Dictionary<string, int> First = new() { ["a"] = 1 };
            [VeroTrait] public string Name = "Ada";
            [VeroData] public Dictionary<string, string> Second = new() { ["b"] = "x" };
            [VeroTimezone] public int Zone = 3;
            """)).Json);

    [Fact]
    public void A_positional_record_and_a_partial_class_have_entries_too()
    {
        Assert.Equal("""{"id":"1","data":{"a":1}}""", GeneratorHarness.Run("""
            using System.Collections.Generic;
            using Vero.Typed;
            public record Customer([VeroId] int Id, [VeroData] IReadOnlyDictionary<string, object?> Extra);
            public static class Case { public static IdentifyRequest Make() => new Customer(1, new Dictionary<string, object?> { ["a"] = 1 }).ToIdentifyRequest(); }
            """).Json);
        Assert.Equal("""{"id":"1","data":{"a":1}}""", GeneratorHarness.Run("""
            using System.Collections.Generic;
            using Vero.Typed;
            public partial class Customer { [VeroData] private readonly Dictionary<string, object?> _extra = new() { ["a"] = 1 }; [VeroId] public int Id = 1; }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);
    }

    [Theory]
    [InlineData("[\"name\"] = 1", "the dictionary contains the key \"name\"" + ValueProblems.KeyOfAnotherMember)]
    [InlineData("[\"nothing\"] = 1", "the dictionary contains the key \"nothing\"" + ValueProblems.KeyOfAnotherMember)]
    [InlineData("[\"timezone\"] = 1", "the dictionary contains the key \"timezone\"" + ValueProblems.KeyOfAnotherMember)]
    [InlineData("[\"language\"] = 1", "the value of \"language\"" + ValueProblems.MustBeString)]
    [InlineData("[\"userAgent\"] = true", "the value of \"userAgent\"" + ValueProblems.MustBeString)]
    [InlineData("[\"userAgent\"] = new[] { \"x\" }", "the value of \"userAgent\"" + ValueProblems.MustBeString)]
    [InlineData("[\" \"] = 1", ValueProblems.KeyBlank)]
    [InlineData("[\"\\ud800\"] = 1, [\"\\ud801\"] = 2", ValueProblems.DuplicateKey)]
    [InlineData("[\"canary\"] = new object()", "a value has the type System.Object" + ValueProblems.TypeCannotBeSent)]
    [InlineData("[\"canary\"] = double.NaN", ValueProblems.NotANumber)]
    [InlineData("[\"canary\"] = new[] { float.PositiveInfinity }", ValueProblems.NotANumber)]
    [InlineData("[\"canary\"] = JsonValue.Create(double.NaN)", ValueProblems.NotANumber)]
    [InlineData("[\"canary\"] = (DayOfWeek)99", ValueProblems.UndefinedEnumValue)]
    [InlineData("[\"canary\"] = (Access)8", ValueProblems.UndefinedEnumValue)]
    [InlineData("[\"canary\"] = Deep(63)", ValueProblems.TooDeep)]
    [InlineData("[\"canary\"] = JsonNode.Parse(new string('[', 63) + new string(']', 63))", ValueProblems.TooDeep)]
    [InlineData("[\"canary\"] = JsonDocument.Parse(new string('[', 63) + new string(']', 63))", ValueProblems.TooDeep)]
    [InlineData("[\"canary\"] = new Dictionary<int, int> { [1] = 2 }", "a value has the type System.Collections.Generic.Dictionary`2", true)]
    [InlineData("[\"canary\"] = JsonDocument.Parse(\"{\\\"canary\\\":1,\\\"canary\\\":2}\")", ValueProblems.DuplicateKey)]
    [InlineData("[\"canary\"] = JsonDocument.Parse(\"\\\"\\\\ud800\\\"\")", ValueProblems.JsonNotUnicode)]
    public void What_cannot_be_sent_throws_without_the_value(string entries, string problem, bool isStart = false)
    {
        GeneratorRun run = GeneratorHarness.Run(Source($$"""
            [VeroTrait] public string Name = "Ada"; [VeroTrait] public string? Nothing; [VeroTimezone] public int? Zone;
            [VeroData] public Dictionary<string, object?> Extra = new() { {{entries}} };
            """));
        VeroSerializationException e = Assert.Throws<VeroSerializationException>(run.Requests);
        Assert.Equal(("Customer", "Extra"), (e.TypeName, e.MemberName));
        Assert.StartsWith($"Customer.Extra: {problem}", e.Message, StringComparison.Ordinal);
        if (!isStart)
            Assert.Equal($"Customer.Extra: {problem}", e.Message);
        Assert.DoesNotContain("canary", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15", ValueProblems.TimezoneRange)]
    [InlineData("-13L", ValueProblems.TimezoneRange)]
    [InlineData("5.5", ValueProblems.TimezoneNotInteger)]
    [InlineData("1e300", ValueProblems.TimezoneNotInteger)]
    [InlineData("\"10\"", ValueProblems.TimezoneNotInteger)]
    [InlineData("true", ValueProblems.TimezoneNotInteger)]
    [InlineData("TimeSpan.FromHours(10)", ValueProblems.TimezoneNotInteger)]
    public void A_timezone_among_the_entries_is_checked(string value, string problem)
    {
        GeneratorRun run = GeneratorHarness.Run(Source($"[VeroData] public Dictionary<string, object> Extra = new() {{ [\"timezone\"] = {value} }};"));
        Assert.Equal($"Customer.Extra: {problem}", Assert.Throws<VeroSerializationException>(run.Requests).Message);
    }

    [Theory]
    [InlineData("[VeroData] public List<KeyValuePair<string, int>> Extra = new() { new(\"canary\", 1), new(\"canary\", 2) };")]
    [InlineData("[VeroData] public Dictionary<string, int> First = new() { [\"canary\"] = 1 }; [VeroData] public Dictionary<string, int> Extra = new() { [\"canary\"] = 2 };")]
    [InlineData("[VeroData] public KeyValuePair<string, int>[] Extra = Enumerable.Range(0, 12).Select(i => new KeyValuePair<string, int>($\"k{i % 11}\", i)).ToArray();")]
    [InlineData("[VeroData] public KeyValuePair<string, int>[] Extra = Enumerable.Range(0, 13).Select(i => new KeyValuePair<string, int>($\"k{i % 12}\", i)).ToArray();")]
    [InlineData("[VeroData] public KeyValuePair<string, int>[] Extra = Enumerable.Range(0, 1000).Select(i => new KeyValuePair<string, int>($\"k{i % 999}\", i)).ToArray();")]
    public void A_key_that_is_there_twice_throws(string members)
    {
        GeneratorRun run = GeneratorHarness.Run(Source(members));
        Assert.Equal("Customer.Extra: " + ValueProblems.DuplicateKey, Assert.Throws<VeroSerializationException>(run.Requests).Message);
    }

    [Fact]
    public void A_thousand_entries_are_told_apart()
    {
        string json = GeneratorHarness.Run(Source(
            "[VeroData] public Dictionary<string, object> Extra = Enumerable.Range(0, 1000).ToDictionary(i => $\"k{i}\", i => (object)i);")).Json;
        Assert.EndsWith(",\"k999\":999}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_looks_like_two_declared_ones_is_another()
    {
        Assert.Equal("""{"id":"1","data":{"x,":1,":foo":2,":,":3,"foo":4,"b":6}}""", GeneratorHarness.Run(Source("""
            [VeroTrait("x,")] public int A = 1; [VeroTrait(":foo")] public int B = 2; [VeroTrait("a\"b")] public int? C;
            [VeroData] public Dictionary<string, int> Extra = new() { [":,"] = 3, ["foo"] = 4, ["b"] = 6 };
            """)).Json);
    }

    private static string Source(string members) => Usings + "\n" + CustomerSource.WithMembers(
        members + """
             private static object Expando() { IDictionary<string, object?> bag = new ExpandoObject(); bag["a"] = 1; return bag; }
             private static object Deep(int levels) { object deep = 1; for (int i = 0; i < levels; i++) deep = new[] { deep }; return deep; }
            """,
        """
        public enum Renamed { [EnumMember(Value = "a 1")] A, [JsonStringEnumMemberName("b 2")] B }
        [Flags] public enum Access { None = 0, Read = 1, Write = 2, Delete = 4 }
        public sealed class Bag : IEnumerable<KeyValuePair<string, int>>
        {
            private readonly List<KeyValuePair<string, int>> _all = new();
            public void Add(string key, int value) => _all.Add(new(key, value));
            IEnumerator<KeyValuePair<string, int>> IEnumerable<KeyValuePair<string, int>>.GetEnumerator() => _all.GetEnumerator();
            public IEnumerator GetEnumerator() => _all.GetEnumerator();
        }
        """);
}
