using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>
/// What a converter, a method, JSON text, a zone id or a path can do wrong at run time, wherever it is and whoever sends it: the exception names type,
/// member and step, never the value.
/// </summary>
public sealed class BadInputTests
{
    private const string Canary = "c4n4ry";

    private const string Types = $$"""
        using System; using System.Collections.Generic; using Vero.Typed;
        public record Bad(string One, string Two) { public int GetTotal() => throw new FormatException("{{Canary}}"); public string? Text => "{{Canary}}{"; public string? GetToken() => throw new FormatException("{{Canary}}"); }
        public record struct BadKey(int One, int Two);
        public class Lazy { public IEnumerable<int> Items() { yield return 1; throw new FormatException("{{Canary}}"); } public IEnumerable<string> Names() { yield return "1"; throw new FormatException("{{Canary}}"); } public IEnumerable<string> Endless() { while (true) yield return "1"; } public IEnumerable<int>? Nothing() => null; }
        [VeroSerialization(ValueOnly = true)] public class NestedLazy { [VeroTrait] public IEnumerable<int> Items() { yield return 1; throw new FormatException("{{Canary}}"); } }
        public record Good(string One, string Two);
        public class Account { public int Number => 7; }
        public class Holder { public Bad? Bad => Make.Bad; public Account? Account => null; public List<Bad> Bads => new() { Make.Bad }; public Holder? Next => null; public Holder Self() => this; public Holder? None() => null; }
        [VeroSerialization(ValueOnly = true)] public class Nested { [VeroTrait] public Bad Inner => Make.Bad; }
        [VeroSerialization(ValueOnly = true)] public class NestedMethod { [VeroTrait] public int GetTotal() => throw new FormatException("{{Canary}}"); }
        [VeroSerialization(ValueOnly = true)] public class NestedPath { [VeroTrait("total", From = "GetTotal()")] public Bad Inner => Make.Bad; }
        [VeroSerialization(ValueOnly = true)] public class NestedOwn { [VeroTrait(Converter = nameof(Fails))] public int Inner => 1; internal static int Fails(int value) => throw new FormatException("{{Canary}}"); }
        [VeroSerialization(ValueOnly = true)] public class NestedJson { [VeroTrait(Json = true)] public string Inner => "{{Canary}}"; }
        [VeroSerialization(ValueOnly = true)] public class NestedData { [VeroData] public Dictionary<string, Bad> Inner => new() { ["a"] = Make.Bad }; }
        [VeroSerialization(ValueOnly = true)] public class NestedTwice { [VeroTrait] public double First => 1; [VeroData] public List<KeyValuePair<string, NestedFirst>> Inner => new() { new("{{Canary}}", new()), new("{{Canary}}", new()) }; }
        [VeroSerialization(ValueOnly = true)] public class NestedKeys { [VeroTrait] public double First => 1; [VeroData] public Dictionary<BadKey, int> Inner => new() { [new()] = 1 }; }
        [VeroSerialization(ValueOnly = true)] public class NestedSecond { [VeroTrait] public double First => 1; [VeroTrait] public Bad Inner => Make.Bad; }
        [VeroSerialization(ValueOnly = true)] public class NestedOuter { [VeroTrait] public NestedFirst First => new(); [VeroTrait] public Bad Inner => Make.Bad; }
        [VeroSerialization(ValueOnly = true)] public class NestedFirst { [VeroTrait] public double First => 1; }
        public static class Make { public static Bad Bad => new("{{Canary}}", "{{Canary}}"); }
        public static class Converters
        {
            [VeroConverter] public static string ToVero(Bad bad) => throw new FormatException(bad.One);
            [VeroConverter] public static string ToVero(BadKey bad) => throw new FormatException("{{Canary}}");
            [VeroConverter] public static string ToVero(Good good) => "{{Canary}}";
        }

        """;

    private const string Own = "internal static string Fails(string value) => throw new FormatException(value); internal static string Gives(string value) => value; "
        + $"internal static System.Collections.Generic.IEnumerable<string> Yields(string value) {{ yield return \"\"; throw new FormatException(value); }} "
        + "internal static int Sum(System.Collections.Generic.IEnumerable<int> value) { int sum = 0; foreach (int item in value) sum += item; return sum; }";

    // The attribute with a place for the path, the member, the path from there, and what the message names.
    public static TheoryData<string, string, string, string> Throwing => new()
    {
        { "VeroTrait(\"x\"{0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Bad? A => Make.Bad", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "BadKey? A => new BadKey()", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "List<Bad> A => new() { Make.Bad }", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "BadKey[][] A => new[] { new BadKey[1] }", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Dictionary<string, Bad> A => new() { [\"a\"] = Make.Bad }", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Dictionary<BadKey, int> A => new() { [new()] = 1 }", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Holder A => new()", "Bad", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Holder[] A => new[] { new Holder() }", "[].Bad", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Holder[] A => new[] { new Holder() }", "[].Bads[]", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "Nested A => new()", "", "Nested.Inner" },
        { "VeroTrait(\"x\"{0})", "Nested A => new()", "", "Converters.ToVero" },
        { "VeroTrait(\"x\"{0})", "List<Nested> A => new() { new() }", "", "Nested.Inner" },
        { "VeroTrait(\"x\"{0})", "Dictionary<string, Nested> A => new() { [\"a\"] = new() }", "", "Nested.Inner" },
        { "VeroTrait(\"x\"{0})", "NestedMethod A => new()", "", "NestedMethod.GetTotal" },
        { "VeroTrait(\"x\"{0})", "List<NestedMethod> A => new() { new() }", "", "NestedMethod.GetTotal" },
        { "VeroTrait(\"x\"{0})", "Dictionary<string, NestedMethod> A => new() { [\"a\"] = new() }", "", "NestedMethod.GetTotal" },
        { "VeroTrait(\"x\"{0})", "NestedLazy A => new()", "", "NestedLazy.Items" },
        { "VeroTrait(\"x\"{0})", "Lazy A => new()", "Items()", "Lazy.Items" },
        { "VeroTrait(\"x\"{0})", "Lazy A => new()", "Names()[].Length", "Lazy.Names" },
        { "VeroTrait(\"x\"{0})", "Lazy[] A => new[] { new Lazy() }", "[].Items()[]", "Lazy.Items" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Sum))", "Lazy A => new()", "Items()", "Lazy.Items" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Yields))", $"string A => \"{Canary}\"", "", "Yields" },
        { "VeroTrait(\"x\"{0})", "NestedPath A => new()", "", "Bad.GetTotal" },
        { "VeroTrait(\"x\"{0})", "NestedOwn A => new()", "", "NestedOwn.Fails" },
        { "VeroTrait(\"x\"{0})", "List<NestedOwn> A => new() { new() }", "", "NestedOwn.Fails" },
        { "VeroTrait(\"x\"{0})", "NestedData A => new()", "", "(NestedData.Inner)" },
        { "VeroTrait(\"x\"{0})", "NestedKeys A => new()", "", "(NestedKeys.Inner)" },
        { "VeroTrait(\"x\"{0})", "NestedSecond A => new()", "", "(NestedSecond.Inner)" },
        { "VeroTrait(\"x\"{0})", "NestedOuter A => new()", "", "(NestedOuter.Inner)" },
        { "VeroTrait(\"x\"{0})", "Bad A => Make.Bad", "GetTotal()", "Bad.GetTotal" },
        { "VeroTrait(\"x\"{0})", "Holder A => new()", "Self().Self().Bad.GetTotal()", "Bad.GetTotal" },
        { "VeroTrait(\"x\"{0})", "Bad[] A => new[] { Make.Bad }", "[].GetTotal()", "Bad.GetTotal" },
        { "VeroTrait(\"x\"{0})", "Holder[] A => new[] { new Holder() }", "[].Bads[].GetTotal()", "Bad.GetTotal" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Fails))", $"string A => \"{Canary}\"", "", "Fails" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Fails))", $"string[] A => new[] {{ \"{Canary}\" }}", "", "Fails" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Fails))", $"Dictionary<string, string> A => new() {{ [\"{Canary}\"] = \"{Canary}\" }}", "", "Fails" },
        { "VeroTrait(\"x\"{0}, Converter = nameof(Fails), Json = true)", $"string A => \"{Canary}\"", "", "Fails" },
        { "VeroTimezone(Id = true{0}, Converter = nameof(Fails))", $"string A => \"{Canary}\"", "", "Fails" },
        { "VeroTimezone(Id = true{0})", "Bad A => Make.Bad", "GetToken()", "Bad.GetToken" },
        { "VeroLanguage({0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroUserAgent({0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroPhoneNumber({0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroPhoneNumber({0})", "Bad A => Make.Bad", "GetToken()", "Bad.GetToken" },
        { "VeroChannel(\"push\", \"ios\"{0})", "Bad A => Make.Bad", "GetToken()", "Bad.GetToken" },
        { "VeroChannel(\"push\", \"ios\"{0})", "List<Bad> A => new() { Make.Bad }", "[].GetToken()", "Bad.GetToken" },
        { "VeroData({0})", "Dictionary<string, Bad> A => new() { [\"a\"] = Make.Bad }", "", "Converters.ToVero" },
        { "VeroData({0})", "Dictionary<BadKey, int> A => new() { [new()] = 1 }", "", "Converters.ToVero" },
        { "VeroData({0})", "Dictionary<string, List<Nested>> A => new() { [\"a\"] = new() { new() } }", "", "Nested.Inner" },
        { "VeroEmail({0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroEmail({0})", "Bad A => Make.Bad", "GetToken()", "Bad.GetToken" },
        { "VeroId({0})", "Bad A => Make.Bad", "", "Converters.ToVero" },
        { "VeroId({0})", "Bad A => Make.Bad", "GetTotal()", "Bad.GetTotal" },
        { "VeroId(Prefix = \"p-\"{0}, Converter = nameof(Fails))", $"string A => \"{Canary}\"", "", "Fails" },
    };

    [Theory]
    [MemberData(nameof(Throwing))]
    public void What_a_converter_or_a_method_throws_is_inside(string attribute, string member, string path, string named) => Assert.All(Sources(attribute, member, path), sent =>
    {
        VeroSerializationException thrown = Thrown(sent.Source);
        Assert.Equal((sent.Type, MemberName(path)), (thrown.TypeName, thrown.MemberName));
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(Canary, Assert.IsType<FormatException>(thrown.InnerException).Message);
    });

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "VeroTrait(\"x\"{0}, Json = true)", $"string A => \"{{{Canary}\"", "", "A" },
        { "VeroTrait(\"x\"{0}, Json = true)", "Bad A => Make.Bad", "Text", "A.Text" },
        { "VeroTrait(\"x\"{0}, Json = true)", "Good A => new(\"\", \"\")", "", "A" },
        { "VeroTrait(\"x\"{0}, Json = true, Converter = nameof(Gives))", $"string A => \"{Canary}\"", "", "A" },
        { "VeroTrait(\"x\"{0})", "NestedJson A => new()", "", "NestedJson.Inner" },
        { "VeroTrait(\"x\"{0})", "List<NestedJson> A => new() { new() }", "", "NestedJson.Inner" },
        { "VeroTrait(\"x\"{0})", "Dictionary<string, NestedJson> A => new() { [\"a\"] = new() }", "", "NestedJson.Inner" },
        { "VeroData({0})", "Dictionary<string, NestedJson> A => new() { [\"a\"] = new() }", "", "NestedJson.Inner" },
        { "VeroTrait(\"x\"{0})", "NestedTwice A => new()", "", "(NestedTwice.Inner)" },
        { "VeroTimezone(Id = true{0})", $"string A => \"{Canary}/{Canary}\"", "", "A" },
        { "VeroTimezone(Id = true{0})", "Bad A => Make.Bad", "Text", "A.Text" },
        { "VeroTimezone(Id = true{0})", "Good A => new(\"\", \"\")", "", "A" },
        { "VeroTimezone(Id = true{0}, Converter = nameof(Gives))", $"string A => \"{Canary}\"", "", "A" },
        { "VeroId({0})", "Holder A => new()", "Account.Number", "A.Account.Number" },
        { "VeroId(Prefix = \"p-\"{0})", "Holder A => new()", "Account.Number", "A.Account.Number" },
        { "VeroId(AllowDefault = true{0})", "Holder A => new()", "Next.Account.Number", "A.Next.Account.Number" },
        { "VeroId({0})", "Holder A => new()", "None().Account.Number", "A.None().Account.Number" },
        { "VeroId({0})", "Holder? A => null", "Account.Number", "A.Account.Number" },
        { "VeroId({0})", "Good? A => null", "", "A" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_named_and_not_shown(string attribute, string member, string path, string named) => Assert.All(Sources(attribute, member, path), sent =>
    {
        VeroSerializationException thrown = Thrown(sent.Source);
        Assert.Equal((sent.Type, MemberName(path)), (thrown.TypeName, thrown.MemberName));
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    });

    [Theory]
    [InlineData("Endless()")]
    [InlineData("Endless()[].Length")]
    public void An_endless_iterator_ends(string path) => Assert.All(Sources("VeroTrait(\"x\"{0})", "Lazy A => new()", path), sent =>
        Assert.Equal(sent.Type, Thrown(sent.Source).TypeName));

    [Fact]
    public void A_converter_may_take_the_first_items_of_an_endless_iterator_and_no_items_are_null()
    {
        GeneratorRun run = GeneratorHarness.Run(Source(
            """
            public class Customer
            {
                [VeroId] public int Id => 1;
                [VeroTrait("a", Converter = nameof(First))] public IEnumerable<int> A() { while (true) yield return 7; }
                [VeroTrait("b", From = "Nothing()")] public Lazy B => new();
                internal static int First(IEnumerable<int> items) { foreach (int item in items) return item; return 0; }
            }
            """,
            "new Customer().ToIdentifyRequest()"));
        Assert.Equal("""{"id":"1","data":{"a":7}}""", Assert.Single(run.Requests()).ToJson());
    }

    [Theory]
    [InlineData("[VeroCreatedAt(From = \"Read()\")] public When A => new();", "A.Read()", "When.Read")]
    [InlineData("[VeroCreatedAt] public Late A => new();", "A", "LateConverter.ToVero")]
    public void The_time_of_an_event_is_no_exception(string member, string name, string step)
    {
        VeroSerializationException thrown = Thrown($$"""
            {{Types}}
            public class When { public DateTimeOffset Read() => throw new FormatException("{{Canary}}"); }
            public class Late { public int One => 1; public int Two => 2; }
            public static class LateConverter { [VeroConverter] public static DateTimeOffset ToVero(Late late) => throw new FormatException("{{Canary}}"); }
            [VeroEvent] public class Ping { [VeroId] public int Id => 1; {{member}} }
            public static class Case { public static VeroRequest[] MakeAll() => new VeroRequest[] { new Ping().ToTrackRequest() }; }
            """);
        Assert.Equal(("Ping", name), (thrown.TypeName, thrown.MemberName));
        Assert.Contains(step, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, thrown.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(thrown.InnerException);
    }

    private static string MemberName(string path) => path.Length == 0 ? "A" : path.StartsWith('[') ? "A" + path : $"A.{path}";

    // A class, a partial class, an event, and maps of both; each alone, so that each throws by itself.
    private static IEnumerable<(string Type, string Source)> Sources(string attribute, string member, string path)
    {
        bool isId = attribute.StartsWith("VeroId", StringComparison.Ordinal);
        string id = isId ? "" : "[VeroId] public int Id => 1; ";
        string onMember = Attribute(path);
        yield return ("Customer", Source($"public class Customer {{ {id}[{onMember}] public {member}; {Own} }}", "new Customer().ToIdentifyRequest()"));
        yield return ("Customer", Source($"public partial class Customer {{ {id}[{onMember}] private {member}; {Own} }}", "new Customer().ToIdentifyRequest()"));
        string map = $"[{Attribute(MemberName(path))}]{(isId ? "" : " [VeroId(From = \"Id\")]")} public static partial class Map {{ {Own} }} public class Foreign {{ public int Id => 1; public {member}; }}";
        yield return ("Foreign", Source($"[VeroMap(typeof(Foreign))] {map}", "new Foreign().ToIdentifyRequest()"));
        if (attribute.StartsWith("VeroChannel", StringComparison.Ordinal) || attribute.StartsWith("VeroPhone", StringComparison.Ordinal)
            || attribute.StartsWith("VeroTimezone", StringComparison.Ordinal) || attribute.StartsWith("VeroLanguage", StringComparison.Ordinal) || attribute.StartsWith("VeroUserAgent", StringComparison.Ordinal))
        {
            yield break;
        }

        yield return ("Ping", Source($"[VeroEvent] public class Ping {{ {id}[{onMember}] public {member}; {Own} }}", "new Ping().ToTrackRequest()"));
        yield return ("Ping", Source($"[VeroEvent] public partial class Ping {{ {id}[{onMember}] private {member}; {Own} }}", "new Ping().ToTrackRequest()"));
        yield return ("Foreign", Source($"[VeroMap(typeof(Foreign)), VeroEvent(\"Ping\")] {map}", "new Foreign().ToTrackRequest()"));

        string Attribute(string from)
        {
            string option = from.Length == 0 ? "" : $"From = \"{from}\"";
            return attribute.Replace("({0}", "(" + option, StringComparison.Ordinal).Replace("{0}", option.Length == 0 ? "" : ", " + option, StringComparison.Ordinal);
        }
    }

    private static string Source(string declarations, string request) =>
        $"{Types}{declarations}\npublic static class Case {{ public static VeroRequest[] MakeAll() => new VeroRequest[] {{ {request} }}; }}";

    private static VeroSerializationException Thrown(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(source);
        return Assert.Throws<VeroSerializationException>(() => run.Requests());
    }
}
