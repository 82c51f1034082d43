using System.Collections;
using System.Collections.Immutable;
using System.Collections.Specialized;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Newtonsoft.Json.Linq;

namespace Vero.Typed.Tests.Serialization;

/// <summary>Values whose type is known only at run time: never laxer than the rule for declared types.</summary>
public class RunTimeValueTests
{
    private const string Canary = "c4n4ry";

    /// <summary>Values that another library or an old collection brings, by name.</summary>
    private static readonly Dictionary<string, Func<object>> CannotBeSent = new()
    {
        ["JObject"] = static () => JObject.Parse("""{"c4n4ry":{"street":"x"}}"""),
        ["an empty JObject"] = static () => new JObject(),
        ["JArray"] = static () => JArray.Parse("""["c4n4ry",[1]]"""),
        ["JValue"] = static () => new JValue(Canary),
        ["JProperty"] = static () => new JProperty(Canary, 1),
        ["XmlDocument"] = static () => Xml(),
        ["XmlElement"] = static () => Xml().DocumentElement!,
        ["XmlNodeList"] = static () => Xml().ChildNodes,
        ["NameValueCollection"] = static () => new NameValueCollection { [Canary] = "x" },
        ["ILookup"] = static () => new[] { Canary }.ToLookup(static text => text.Length),
        ["IGrouping"] = static () => new[] { Canary }.GroupBy(static text => text.Length).Single(),
        ["groups"] = static () => new[] { Canary }.GroupBy(static text => text.Length),
        ["BitArray"] = static () => new BitArray(3),
        ["several sequences"] = static () => new Several(),
        ["a tree"] = static () => new Tree(),
        ["pairs with other keys"] = static () => new[] { KeyValuePair.Create(1, Canary) },
        ["a dictionary with other keys"] = static () => new Dictionary<int, string> { [1] = Canary },
        ["a value object"] = static () => new Level(7),
        ["an annotated type"] = static () => new PartOfUser(),
        ["BigInteger"] = static () => System.Numerics.BigInteger.One,
        ["an anonymous type"] = static () => new { Canary },
    };

    public static TheoryData<string> Names => [.. CannotBeSent.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_would_be_nonsense_is_refused_with_its_type(string name)
    {
        object value = CannotBeSent[name]();
        foreach (object at in (object[])[value, new[] { value }, new Dictionary<string, object> { ["k"] = value }])
        {
            VeroSerializationException exception = Body.RefusedTrait("More", (ref w) => w.RunTimeValue(",\"v\":"u8, at, "More"), name == "an anonymous type" ? null : Canary);
            Assert.StartsWith("Shop.Customer.More: a value has the type ", exception.Message, StringComparison.Ordinal);
            Assert.EndsWith(ValueProblems.TypeCannotBeSent, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_a_collection_or_a_dictionary_is_sent_as_such()
    {
        Assert.Equal("""["a",null,"b"]""", Sent(new[] { "a", null, "b" }));
        Assert.Equal("[1,2]", Sent(new HashSet<int> { 1, 2 }));
        Assert.Equal("[1,2]", Sent(new[] { 1, 2 }.Where(static _ => true)));
        Assert.Equal("""["Monday"]""", Sent(new List<DayOfWeek> { DayOfWeek.Monday }));
        Assert.Equal("[1,\"x\"]", Sent(new ArrayList { 1, "x" }));
        Assert.Equal("[[1],[]]", Sent(new List<IEnumerable> { new[] { 1 }, Array.Empty<string>() }));
        Assert.Equal("""{"a":1}""", Sent(new Hashtable { ["a"] = 1 }));
        Assert.Equal("[1]", Sent(new ArraySegment<int>([0, 1, 2], 1, 1)));
        Assert.Equal("[1]", Sent(ImmutableArray.Create(1)));
        Assert.Equal("""{"a":1}""", Sent(ImmutableSortedDictionary<string, int>.Empty.Add("a", 1)));
    }

    // What a member that is declared with the type sends.
    [Fact]
    public void Pairs_with_string_keys_are_an_object()
    {
        Assert.Equal("""{"a":1,"b":2}""", Sent(new[] { KeyValuePair.Create("a", 1), KeyValuePair.Create("b", 2) }));
        Assert.Equal("""{"a":1.50}""", Sent(new List<KeyValuePair<string, decimal>> { new("a", 1.50m) }));
        Assert.Equal("""{"a":true}""", Sent(new[] { KeyValuePair.Create("a", true) }));
        Assert.Equal("""{"a":"x","b":null}""", Sent(new[] { KeyValuePair.Create<string, string?>("a", "x"), KeyValuePair.Create("b", (string?)null) }));
        Assert.Equal("""{"a":[1]}""", Sent(new[] { KeyValuePair.Create("a", (object?)new[] { 1 }) }));
        Assert.Equal("{}", Sent(Array.Empty<KeyValuePair<string, int>>()));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.DuplicateKey, Refused(new[] { KeyValuePair.Create(Canary, 1), KeyValuePair.Create(Canary, 2) }));
    }

    [Fact]
    public void A_struct_that_was_never_set_is_null()
    {
        foreach (object unset in (object[])[default(ArraySegment<int>), default(ArraySegment<string>), default(ImmutableArray<int>), default(ImmutableArray<KeyValuePair<string, object?>>)])
        {
            Assert.Equal("", Body.Data((ref w) => w.RunTimeValue(",\"v\":"u8, unset, "More")));
            Assert.Equal("[null]", Sent(new[] { unset }));
            Assert.Equal("""{"a":null}""", Sent(new Dictionary<string, object> { ["a"] = unset }));
        }

        Assert.Equal("", Body.Data((ref w) => w.RunTimeValue(",\"v\":"u8, default(JsonElement), "More")));
        Assert.Equal("""{"id":"7"}""", Body.Of((ref w) =>
        {
            w.Id("7", "Id");
            int c = w.BeginChannels();
            w.Channels(",{\"type\":\"push\",\"platform\":\"ios\",\"address\":\""u8, default(ArraySegment<string>), "Token");
            w.Channels(default(ImmutableArray<VeroChannel>), "Channels");
            w.EndChannels(c);
        }).ToJson());
    }

    [Fact]
    public void A_member_of_such_a_type_is_left_out_too()
    {
        Assert.Equal("""{"id":"7"}""", new UnsetUser().ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"segment":["a"],"many":[["b"],null]}}""", new UnsetUser { Segment = new ArraySegment<string>(["a"]), Many = [new ArraySegment<string>(["b"]), default] }.ToIdentifyRequest().ToJson());
    }

    [Fact]
    public void A_node_that_is_no_valid_JSON_is_refused_without_its_keys()
    {
        Assert.Equal("Shop.Customer.More: " + ValueProblems.DuplicateKey, Refused(JsonNode.Parse("""{"c4n4ry":1,"c4n4ry":2}""")!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.DuplicateKey, Refused(JsonNode.Parse("""{"a":[{"c4n4ry":1,"c4n4\u0072y":2}]}""")!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonNotUnicode, Refused(JsonNode.Parse("""["c4n4ry\ud83d"]""")!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonNotUnicode, Refused(JsonNode.Parse("""{"c4n4ry\ud83d":1}""")!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.NotANumber, Refused(JsonValue.Create(double.NaN)));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.NotANumber, Refused(JsonValue.Create(float.NegativeInfinity)));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.NotANumber, Refused(new JsonObject { [Canary] = double.PositiveInfinity }));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonValue, Refused(JsonValue.Create(new Poco { Number = double.NaN })!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonValue, Refused(JsonValue.Create(new Poco { Itself = true })!));
    }

    [Fact]
    public void A_sequence_of_nulls_that_never_ends_is_too_large()
    {
        string expected = "Shop.Customer: " + ValueProblems.BodyTooLarge;
        foreach (WriteBody write in (WriteBody[])[
            static (ref w) => w.Channels(",{\"address\":\""u8, Enumerable.Repeat((string?)null, int.MaxValue), "Token"),
            static (ref w) => w.Channels(Enumerable.Repeat((VeroChannel?)null, int.MaxValue), "Channels"),
            static (ref w) => w.RunTimeValue(",\"v\":"u8, Enumerable.Repeat((string?)null, int.MaxValue), "More"),
            static (ref w) => w.RunTimeValue(",\"v\":"u8, Enumerable.Range(0, int.MaxValue).Select(static i => KeyValuePair.Create($"{i}", (string?)null)), "More")])
        {
            Assert.Equal(expected, Assert.Throws<VeroSerializationException>(() => Body.Request(write)).Message);
        }

        Assert.Equal(
            "Vero.Typed.Tests.Serialization.EndlessUser: " + ValueProblems.BodyTooLarge,
            Assert.Throws<VeroSerializationException>(() => new EndlessUser().ToIdentifyRequest()).Message);
    }

    private static XmlDocument Xml()
    {
        var document = new XmlDocument();
        document.LoadXml("<c4n4ry><a>1</a></c4n4ry>");
        return document;
    }

    private static string Sent(object value) => Body.Value((ref w) => w.RunTimeValue(",\"v\":"u8, value, "More"));

    private static string Refused(object value) => Body.RefusedTrait("More", (ref w) => w.RunTimeValue(",\"v\":"u8, value, "More"), Canary).Message;

    private sealed class Several : IEnumerable<int>, IEnumerable<string>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        IEnumerator<string> IEnumerable<string>.GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => Array.Empty<int>().GetEnumerator();
    }

    private sealed class Tree : IEnumerable<Tree>
    {
        public IEnumerator<Tree> GetEnumerator() => Enumerable.Empty<Tree>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Poco
    {
        public double Number { get; init; }

        public bool Itself { get; init; }

        public Poco? Again => Itself ? this : null;
    }

    private readonly record struct Level(int Value);
}

internal sealed class PartOfUser
{
    [VeroTrait]
    public int Points { get; set; }
}

internal sealed class HoldsPart
{
    [VeroId]
    public int Id { get; set; } = 7;

    [VeroTrait]
    public PartOfUser? Part { get; set; }
}

internal sealed class UnsetUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait]
    public ArraySegment<string> Segment { get; set; }

    [VeroTrait]
    public List<ArraySegment<string>>? Many { get; set; }

    [VeroData]
    public ArraySegment<KeyValuePair<string, int>> More { get; set; }

    [VeroChannel("push", "ios")]
    public ArraySegment<string> Tokens { get; set; }
}

internal sealed class EndlessUser
{
    [VeroId]
    public int Id => 7;

    [VeroData]
    public IEnumerable<KeyValuePair<string, object?>> More => Enumerable.Repeat(KeyValuePair.Create("a", (object?)null), int.MaxValue);
}
