using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Events with paths, converters, maps, methods, constants, JSON text and prefixes: what they send, what an IDE shows, and what an edit regenerates.</summary>
public sealed class ComposedEventTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Vero.Typed;\n";

    private const string Shop = """
        public class Order { public int Number => 17; public Buyer? Buyer { get; set; } public List<Line> Lines { get; } = new(); public DateTimeOffset Placed => new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero); }
        public class Buyer { public int Key => 7; public string? Mail { get; set; } }
        public record Line(string Sku, Money Price);
        public readonly record struct Money(decimal Amount, string Currency);
        public static class Converters { [VeroConverter] public static string ToText(Money money) => FormattableString.Invariant($"{money.Amount} {money.Currency}"); }

        """;

    private const string Placed = """
        [VeroEvent("Placed order")]
        [VeroTrait("kind", Value = "web")]
        public partial class Placed
        {
            [VeroId(From = "Buyer.Key", Prefix = "shop-")] [VeroEmail(From = "Buyer.Mail")] [VeroCreatedAt(From = "Placed")]
            [VeroTrait("number", From = "Number")] [VeroTrait("skus", From = "Lines[].Sku")] [VeroTrait("prices", From = "Lines[].Price")] [VeroTrait("count", From = "Lines.Count")]
            public Order Order { get; set; } = new();
            [VeroTrait] public Money Total { get; set; } = new(2.5m, "EUR");
            [VeroTrait(Json = true)] public string Raw => "{\"a\":[1]}";
            [VeroTrait("zone", Converter = nameof(Short))] public string Zone => "Europe";
            [VeroTrait] public int GetRank() => 3;
            public static string Short(string zone) => zone.Substring(0, 2);
        }

        """;

    [Theory]
    [InlineData("partial class")]
    [InlineData("class")]
    public void Everything_that_reaches_a_value_of_a_user_reaches_one_of_an_event(string kind) => Assert.Equal(
        [
            """{"identity":{"id":"shop-7","email":"a@b"},"event_name":"Placed order","data":{"kind":"web","number":17,"skus":["x","y"],"prices":["1 EUR","1.5 EUR"],"count":2,"total":"2.5 EUR","raw":{"a":[1]},"zone":"Eu","rank":3},"extras":{"created_at":"2026-03-01T09:30:00+00:00"}}""",
            """{"identity":{"id":"8"},"event_name":"Placed order","data":{"kind":"web","number":17,"skus":[],"prices":[],"count":0,"total":"2.5 EUR","raw":{"a":[1]},"zone":"Eu","rank":3},"extras":{"created_at":"2026-03-01T09:30:00+00:00"}}""",
        ],
        AllJson(
            Shop + Placed.Replace("partial class", kind, StringComparison.Ordinal),
            """
            new Placed { Order = new Order { Buyer = new Buyer { Mail = "a@b" }, Lines = { new("x", new(1, "EUR")), new("y", new(1.5m, "EUR")) } } }.ToTrackRequest(),
            new Placed().ToTrackRequest(new VeroIdentity("8"))
            """));

    [Fact]
    public void A_path_of_the_id_that_meets_null_is_a_missing_id()
    {
        var thrown = Assert.Throws<VeroSerializationException>(() => AllJson(Shop + Placed, "new Placed().ToTrackRequest()"));
        Assert.Equal(("Placed", "Order.Buyer.Key"), (thrown.TypeName, thrown.MemberName));
    }

    [Theory]
    [InlineData("[VeroTrait] public Money A => new(1, \"x\"); public readonly record struct Money(int B, string C); public static class C { [VeroConverter] public static string To(Money m) => throw new FormatException(\"c4n4ry\"); }", "A")]
    [InlineData("[VeroTrait] public int GetA() => throw new FormatException(\"c4n4ry\");", "GetA()")]
    [InlineData("[VeroTrait(\"x\", From = \"Length\", Converter = nameof(To))] public string A => \"c4n4ry\"; public static string To(int length) => throw new FormatException(\"c4n4ry\");", "A.Length")]
    [InlineData("[VeroTrait(Json = true)] public string A => \"{c4n4ry\";", "A")]
    public void What_throws_is_named_without_its_value(string members, string member)
    {
        var thrown = Assert.Throws<VeroSerializationException>(() =>
            AllJson($$"""[VeroEvent] public partial class Ping { {{members}} }""", """new Ping().ToTrackRequest(new VeroIdentity("1"))"""));
        Assert.Equal(("Ping", member), (thrown.TypeName, thrown.MemberName));
        Assert.DoesNotContain("c4n4ry", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_cannot_be_annotated_is_mapped_to_an_event() => Assert.Equal(
        [
            """{"identity":{"id":"c-7"},"event_name":"Invoice paid","data":{"number":17,"kind":"sdk"},"extras":{"source":"sdk","created_at":"2026-03-01T09:30:00+00:00"}}""",
            """{"identity":{"id":"8"},"event_name":"Invoice paid","data":{"number":17,"kind":"sdk"},"extras":{"source":"sdk","created_at":"2026-03-01T09:30:00+00:00"}}""",
        ],
        AllJson(
            Shop + """
                [VeroMap(typeof(Order))] [VeroEvent("Invoice paid", Source = "sdk")]
                [VeroId(From = "Buyer.Key", Prefix = "c-")] [VeroTrait("number", From = "Number")] [VeroTrait("kind", Value = "sdk")] [VeroCreatedAt(From = "Placed")]
                public static partial class InvoicePaid;
                """,
            """new Order { Buyer = new() }.ToTrackRequest(), new Order().ToTrackRequest(new VeroIdentity("8"))"""));

    [Fact]
    public void The_documentation_shows_where_each_value_comes_from() => Assert.Equal(
        """
        {
          "identity": {
            "id": "shop-...",  // Order.Buyer.Key
            "email"?: string  // Order.Buyer.Mail
          },
          "event_name": "Placed order",
          "data": {
            "kind": "web",
            "number"?: integer,  // Order.Number
            "skus"?: [string | null, ...],  // Order.Lines[].Sku
            "prices"?: [string | null, ...],  // Order.Lines[].Price
            "count"?: integer,  // Order.Lines.Count
            "total": string,  // Total
            "raw": any,  // Raw
            "zone": string,  // Zone
            "rank": integer  // GetRank()
          },
          "extras"?: {
            "created_at"?: string  // Order.Placed
          }
        }
        """,
        PreviewText.Of(GeneratorHarness.Run(Usings + Shop + Placed), "ToTrackRequest"));

    [Fact]
    public void An_edit_in_a_converters_or_a_paths_file_regenerates_exactly_the_events_that_use_it()
    {
        const string Event = Usings + "[VeroEvent] public partial record Paid([VeroId] int Id, [VeroTrait] Money Sum);";
        const string Path = Usings + "[VeroEvent] public partial record Moved([VeroId] int Id, [VeroTrait(\"city\", From = \"City\")] Address To);";
        const string Other = Usings + "[VeroEvent] public partial record Came([VeroId] int Id, [VeroTrait] string Store);";
        const string Converters = Usings + "public readonly record struct Money(int A, int B); public static class C { [VeroConverter] public static int To(Money m) => 1; }";
        const string Values = "public class Address { public string? City; }";
        GeneratorRun run = GeneratorHarness.Run([Event, Path, Other, Converters, Values]);

        Assert.Equal(1, Modified(Event, Path, Other, Converters.Replace("static int To(Money m) => 1", "static string To(Money m) => \"1\"", StringComparison.Ordinal), Values));
        Assert.Equal(0, Modified(Event, Path, Other, Converters.Replace("=> 1", "=> 2", StringComparison.Ordinal), Values));
        Assert.Equal(1, Modified(Event, Path, Other, Converters, Values.Replace("string? City", "int City", StringComparison.Ordinal)));
        Assert.Equal(0, Modified(Event, Path, Other, Converters, Values.Replace("City;", "City; public int More;", StringComparison.Ordinal)));

        int Modified(params string[] sources) => run.Edited(sources).Reasons(TrackingNames.Type).Count(static reason => reason == IncrementalStepRunReason.Modified);
    }

    private static IReadOnlyList<string> AllJson(string source, string requests) =>
        GeneratorHarness.Run($"{Usings}{source}\npublic static class Case {{ public static VeroRequest[] MakeAll() => [{requests}]; }}").AllJson;
}
