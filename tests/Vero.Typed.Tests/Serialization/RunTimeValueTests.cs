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
        ["an array of two dimensions"] = static () => new[,] { { Canary, "b" }, { "c", "d" } },
        ["an empty array of two dimensions"] = static () => new int[0, 0],
        ["an array of such"] = static () => new[] { new int[1, 1] },
        ["a tree by an interface"] = static () => new Branch { Parts = { new Branch(), new Branch() } },
        ["several sequences, one of them of pairs"] = static () => new DictionaryAndMore(),
        ["pairs with keys of several names"] = static () => new Dictionary<Rights, int> { [Rights.Read] = 1 },
        ["tuples"] = static () => new List<(string, int)> { (Canary, 1) },
        ["what an object of JSON enumerates"] = static () => JsonDocument.Parse("{}").RootElement.EnumerateObject(),
        ["a queue with priorities"] = static () => new PriorityQueue<string, int>([(Canary, 1)]).UnorderedItems,
        ["StringCollection"] = static () => new StringCollection { Canary },
        ["StringDictionary"] = static () => new StringDictionary { [Canary] = "x" },

        // What would throw as soon as there is something in it.
        ["an empty list of what cannot be sent"] = static () => new List<System.Numerics.BigInteger>(),
        ["an empty array of what cannot be sent"] = static () => Array.Empty<Stream>(),
        ["an empty list of lists of such"] = static () => new List<List<Level>>(),
        ["an empty dictionary with other keys"] = static () => new Dictionary<Guid, int>(),
        ["an empty dictionary of what cannot be sent"] = static () => new Dictionary<string, JObject>(),
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
        Assert.Equal("[[1],[]]", Sent(new List<IList> { new[] { 1 }, new ArrayList() }));
        Assert.Equal("""[1,"x"]""", Sent(new List<IComparable> { 1, "x" }));
        Assert.Equal("[[1,2],[3]]", Sent(new[] { new[] { 1, 2 }, [3] }));
    }

    // To the runtime, all of these are a byte[].
    [Fact]
    public void Only_bytes_are_Base64()
    {
        Assert.Equal("\"AQL/\"", Sent(new byte[] { 1, 2, 255 }));
        Assert.Equal("[-1,2]", Sent(new sbyte[] { -1, 2 }));
        Assert.Equal("""["Small","Large"]""", Sent(new[] { Size.Small, Size.Large }));
        Assert.Equal("""[[-1],["Small"]]""", Sent(new object[] { new sbyte[] { -1 }, new[] { Size.Small } }));
        Assert.Equal("[1,2]", Sent(new ArraySegment<byte>([1, 2])));
        Assert.Equal("[1,2]", Sent(new List<byte> { 1, 2 }));
    }

    [Fact]
    public void Keys_that_are_an_enum_are_its_names()
    {
        Assert.Equal("""{"Friday":1}""", Sent(new Dictionary<DayOfWeek, int> { [DayOfWeek.Friday] = 1 }));
        Assert.Equal("""{"Friday":[1]}""", Sent(new Hashtable { [DayOfWeek.Friday] = new[] { 1 } }));
        Assert.Equal("""{"a":{"Friday":null}}""", Sent(new Dictionary<string, SortedDictionary<DayOfWeek, string?>> { ["a"] = new() { [DayOfWeek.Friday] = null } }));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.UndefinedEnumValue, Refused(new Dictionary<DayOfWeek, int> { [(DayOfWeek)77] = 1 }));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.DuplicateKey, Refused(new Hashtable { [DayOfWeek.Friday] = 1, ["Friday"] = 2 }));
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
        Assert.Equal("""{"a":1,"b":null}""", Sent(new[] { KeyValuePair.Create("a", (int?)1), KeyValuePair.Create("b", (int?)null) }));
        Assert.Equal("""{"a":["x"]}""", Sent(new[] { KeyValuePair.Create("a", new[] { "x" }) }));
        using var message = new HttpRequestMessage { Headers = { { "A", ["x", "y"] } } };
        Assert.Equal("""{"A":["x","y"]}""", Sent(message.Headers));
    }

    [Fact]
    public void Pairs_have_values_of_every_type()
    {
        Assert.Equal(
            ["1", "1", "1", "1", "1", "1", "1", "1", "1.5", "1.5", "1.5", "true", "\"x\"", "\"2026-01-02\"", "\"03:00:00\"", "\"03:00:00\"", "\"2026-01-02T00:00:00\"", "\"2026-01-02T00:00:00+00:00\"", "[1]", "[1]", "\"https://a.b\""],
            new object[]
            {
                Pairs((sbyte)1), Pairs((short)1), Pairs(1), Pairs(1L), Pairs((byte)1), Pairs((ushort)1), Pairs(1U), Pairs(1UL), Pairs(1.5f), Pairs(1.5), Pairs(1.5m), Pairs(true), Pairs('x'),
                Pairs(new DateOnly(2026, 1, 2)), Pairs(new TimeOnly(3, 0)), Pairs(TimeSpan.FromHours(3)), Pairs(new DateTime(2026, 1, 2)), Pairs(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)),
                Pairs(JsonDocument.Parse("[1]").RootElement), Pairs<JsonNode>(new JsonArray(1)), Pairs(new Uri("https://a.b")),
            }.Select(static pairs => Sent(pairs)["{\"a\":".Length..^1]));

        static IEnumerable<KeyValuePair<string, T>> Pairs<T>(T value) => new[] { KeyValuePair.Create("a", value) }.Where(static _ => true);
    }

    [Fact]
    public void Pairs_whose_keys_meet_are_refused()
    {
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
    public void What_the_type_of_a_JSON_value_throws_is_the_reason()
    {
        VeroSerializationException exception = Assert.Throws<VeroSerializationException>(() => Sent(JsonValue.Create(new Unwilling())!));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.StepFailed("JsonNode.ToJsonString", new FormatException()), exception.Message);
        Assert.IsType<FormatException>(exception.InnerException);
    }

    [Fact]
    public void JSON_of_a_document_that_is_gone_is_refused()
    {
        JsonDocument document = JsonDocument.Parse("""{"c4n4ry":[1]}""");
        JsonElement element = document.RootElement;
        JsonNode node = JsonObject.Create(element)!;
        JsonNode array = JsonArray.Create(element.GetProperty(Canary))!;
        document.Dispose();
        foreach (object gone in (object[])[document, element, node, array, new object[] { element }, new JsonObject { ["a"] = node }])
            Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonDisposed, Refused(gone));
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonDisposed, Body.RefusedTrait("More", (ref w) => w.Json(",\"v\":"u8, element, "More"), Canary).Message);
        Assert.Equal("Shop.Customer.More: " + ValueProblems.JsonDisposed, Body.RefusedTrait("More", (ref w) => w.Json(",\"v\":"u8, node, "More"), Canary).Message);
    }

    // Not as data of a theory: attributes hold UTF-8, where half a pair would be U+FFFD.
    [Fact]
    public void A_string_of_JSON_is_as_strict()
    {
        foreach ((string json, string problem) in ((string, string)[])[
            ("[\"c4n4ry\ud800\"]", ValueProblems.JsonNotUnicode), ("""["c4n4ry\ud800"]""", ValueProblems.JsonNotUnicode), ("""{"c4n4ry":1,"c4n4\u0072y":2}""", ValueProblems.DuplicateKey),
            ("c4n4ry", ValueProblems.NotJson), ("[NaN]", ValueProblems.NotJson), ("[1] /* c4n4ry */", ValueProblems.NotJson), (new string('[', 63) + new string(']', 63), ValueProblems.TooDeep)])
        {
            Assert.Equal("Shop.Customer.More: " + problem, Body.RefusedTrait("More", (ref w) => w.JsonText(",\"v\":"u8, json, "More"), Canary).Message);
        }
    }

    // A request has 64 levels. What is around the value is known to the compiler only, or not at all.
    [Fact]
    public void What_is_written_can_be_read_back_however_deep_it_is()
    {
        var written = new List<int>();
        for (int depth = 57; depth <= 62; depth++)
        {
            string json = new string('[', depth) + new string(']', depth);
            JsonElement element = JsonDocument.Parse(json).RootElement;
            foreach (DeepUser user in (DeepUser[])[
                new() { One = element }, new() { Many = [element] }, new() { ByName = new() { ["a"] = [element] } }, new() { Part = new DeepPart { Inner = element } },
                new() { Part = new DeepPart { More = new() { ["a"] = new object[] { element } } } }, new() { More = new() { ["a"] = element } }, new() { Nodes = [JsonNode.Parse(json)] }, new() { Text = [json] }])
            {
                try
                {
                    IdentifyRequest request = user.ToIdentifyRequest();
                    Assert.Equal(request, IdentifyRequest.Parse(request.ToJson()));
                    written.Add(depth);
                }
                catch (VeroSerializationException exception)
                {
                    Assert.StartsWith($"Vero.Typed.Tests.Serialization.DeepUser.{exception.MemberName}: {ValueProblems.TooDeep}", exception.Message, StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal([8, 8, 8, 8, 6, 2], written.CountBy(static depth => depth).Select(static count => count.Value));
    }

    [Fact]
    public void An_entry_of_a_part_says_which_part()
    {
        VeroSerializationException exception = Assert.Throws<VeroSerializationException>(() => new DeepUser { Part = new DeepPart { More = new() { ["a"] = new Level(1) } } }.ToIdentifyRequest());
        Assert.EndsWith("(DeepPart.More)", exception.Message, StringComparison.Ordinal);
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

    [Fact]
    public void A_path_through_a_sequence_that_never_ends_ends()
    {
        foreach (Func<IdentifyRequest> make in (Func<IdentifyRequest>[])[() => new EndlessGroups().ToIdentifyRequest(), () => new EndlessGroups(null).ToIdentifyRequest(), () => new EndlessDevices().ToIdentifyRequest(), () => new EndlessDevices(null).ToIdentifyRequest()])
            Assert.EndsWith(": " + ValueProblems.BodyTooLarge, Assert.Throws<VeroSerializationException>(make).Message, StringComparison.Ordinal);
        Assert.Equal("Vero.Typed.Tests.Serialization.EndlessCount.Groups.Count: " + ValueProblems.TooManyToCount, Assert.Throws<VeroSerializationException>(() => new EndlessCount().ToIdentifyRequest()).Message);
        Assert.Equal(
            "Vero.Typed.EditTagsRequest: " + ValueProblems.BodyTooLarge,
            Assert.Throws<VeroSerializationException>(() => new EditTagsRequest(new VeroIdentity("7"), Enumerable.Range(0, int.MaxValue).Select(static i => $"{i}"))).Message);
    }

    [Fact]
    public void A_path_through_an_array_that_was_never_set_meets_null()
    {
        Assert.Equal("""{"id":"7"}""", new UnsetPaths().ToIdentifyRequest().ToJson());
        Assert.Equal("""{"id":"7","data":{"length":1,"count":1,"is_empty":false,"names":["a"]}}""", new UnsetPaths { Groups = [new Group { Name = "a" }] }.ToIdentifyRequest().ToJson());
    }

    [Fact]
    public void Tags_that_were_never_set_are_none()
    {
        var user = new VeroIdentity("7");
        Assert.Equal("""{"id":"7","add":["a"]}""", new EditTagsRequest(user, ["a"], default(ImmutableArray<string>)).ToJson());
        Assert.Equal("""{"id":"7","remove":["a"]}""", new EditTagsRequest(user, default(ArraySegment<string>), ["a"]).ToJson());
        Assert.EndsWith(ValueProblems.NoTags, Assert.Throws<VeroSerializationException>(() => new EditTagsRequest(user, default(ImmutableArray<string>))).Message, StringComparison.Ordinal);
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

    private sealed class Unwilling
    {
        public int Number => throw new FormatException();
    }

    private interface IPart;

    private sealed class Branch : IPart, IEnumerable<IPart>
    {
        public List<IPart> Parts { get; } = [];

        public IEnumerator<IPart> GetEnumerator() => Parts.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class DictionaryAndMore : Dictionary<string, int>, IEnumerable<int>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator() => Values.GetEnumerator();
    }

    private enum Size : byte
    {
        Small,
        Large,
    }

    [Flags]
    private enum Rights
    {
        None = 0,
        Read = 1,
    }

    private readonly record struct Level(int Value);
}

internal sealed class DeepUser
{
    [VeroId]
    public int Id => 7;

    [VeroTrait]
    public JsonElement One { get; set; }

    [VeroTrait]
    public List<JsonElement>? Many { get; set; }

    [VeroTrait]
    public Dictionary<string, List<JsonElement>>? ByName { get; set; }

    [VeroTrait]
    public DeepPart? Part { get; set; }

    [VeroTrait]
    public List<JsonNode?>? Nodes { get; set; }

    [VeroTrait(Converter = nameof(ToNode))]
    public List<string>? Text { get; set; }

    [VeroData]
    public Dictionary<string, object?>? More { get; set; }

    internal static JsonNode? ToNode(string text) => JsonNode.Parse(text);
}

internal sealed class DeepPart
{
    [VeroTrait]
    public JsonElement Inner { get; set; }

    [VeroData]
    public Dictionary<string, object?>? More { get; set; }
}

internal sealed class Group
{
    public string? Name { get; set; }

    public List<Group>? Members { get; set; } = [];
}

[VeroTrait("names", From = "Groups[].Members[].Name")]
internal sealed class EndlessGroups(Group? group)
{
    public EndlessGroups()
        : this(new Group())
    {
    }

    [VeroId]
    public int Id => 7;

    public IEnumerable<Group?> Groups => Enumerable.Repeat(group, int.MaxValue);
}

[VeroChannel("push", "ios", From = "Groups[].Members[].Name")]
internal sealed class EndlessDevices(Group? group)
{
    public EndlessDevices()
        : this(new Group())
    {
    }

    [VeroId]
    public int Id => 7;

    public IEnumerable<Group?> Groups => Enumerable.Repeat(group, int.MaxValue);
}

[VeroTrait("count", From = "Groups.Count")]
internal sealed class EndlessCount
{
    [VeroId]
    public int Id => 7;

    public IEnumerable<int> Groups
    {
        get
        {
            while (true)
                yield return 1;
        }
    }
}

[VeroTrait("length", From = "Groups.Length"), VeroTrait("count", From = "Groups.Count"), VeroTrait("is_empty", From = "Groups.IsEmpty"), VeroTrait("names", From = "Groups[].Name")]
internal sealed class UnsetPaths
{
    [VeroId]
    public int Id => 7;

    public ImmutableArray<Group> Groups { get; set; }
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
