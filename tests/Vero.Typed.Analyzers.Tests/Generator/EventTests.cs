using Microsoft.CodeAnalysis;
using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Events, as they are sent.</summary>
public sealed class EventTests
{
    private const string Usings = "using System; using System.Collections.Generic; using Vero.Typed;\n";

    [Theory]
    [InlineData("record")]
    [InlineData("partial record")]
    [InlineData("readonly record struct")]
    [InlineData("readonly partial record struct")]
    public void An_event_is_sent_with_its_identity_name_data_and_extras(string kind) => Assert.Equal(
        """{"identity":{"id":"7","email":"ann@example.com"},"event_name":"Placed order","data":{"number":"A-1","total":9.5},"extras":{"source":"shop","created_at":"2026-03-01T09:30:00+01:00"}}""",
        Json($$"""
            [VeroEvent("Placed order", Source = "shop")]
            public {{kind}} OrderPlaced([VeroId] int CustomerId, [VeroEmail] string? Email, [VeroTrait] string Number, [VeroTrait] decimal Total, [VeroCreatedAt] DateTimeOffset At);
            """,
            """new OrderPlaced(7, "ann@example.com", "A-1", 9.5m, new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1))).ToTrackRequest()"""));

    [Theory]
    [InlineData("class")]
    [InlineData("partial class")]
    [InlineData("struct")]
    [InlineData("partial struct")]
    public void An_event_without_an_identity_is_given_one(string kind) => Assert.Equal(
        [
            """{"identity":{"id":"v-7"},"event_name":"Cart left","data":{"items":3}}""",
            """{"identity":{"id":"8","email":"a@b"},"event_name":"Cart left","data":{"items":3}}""",
        ],
        AllJson(
            $$"""[VeroEvent] public {{kind}} CartLeft { public CartLeft() { } [VeroTrait] public int Items { get; set; } = 3; }""",
            """new CartLeft().ToTrackRequest(new VeroIdentity("v-7")), new CartLeft().ToTrackRequest(new VeroIdentity("8", "a@b"))"""));

    [Theory]
    [InlineData("partial ")]
    [InlineData("")]
    public void A_given_identity_replaces_that_of_the_event(string partial) => Assert.Equal(
        [
            """{"identity":{"id":"1","email":"own@example.com"},"event_name":"Logged in"}""",
            """{"identity":{"id":"2"},"event_name":"Logged in"}""",
        ],
        AllJson(
            $$"""[VeroEvent] public {{partial}}class LoggedIn { [VeroId] public int Id => 1; [VeroEmail] public string Email => "own@example.com"; }""",
            """new LoggedIn().ToTrackRequest(), new LoggedIn().ToTrackRequest(new VeroIdentity("2"))"""));

    [Theory]
    [InlineData("OrderPlaced", "Order placed")]
    [InlineData("Order", "Order")]
    [InlineData("VATPaid", "VAT paid")]
    [InlineData("PaidVAT", "Paid VAT")]
    [InlineData("Order2Placed", "Order2 placed")]
    [InlineData("order_placed", "Order placed")]
    [InlineData("ÉtéVenu", "Été venu")]
    public void The_name_of_the_type_gives_the_name(string type, string name) =>
        Assert.Equal($$$"""{"identity":{"id":"1"},"event_name":"{{{name}}}"}""", Json($"[VeroEvent] public class {type} {{ }}", $"""new {type}().ToTrackRequest(new VeroIdentity("1"))"""));

    [Fact]
    public void Names_and_sources_are_escaped() => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"a\"b\\c\nd é 😀","extras":{"source":"\"s\""}}""",
        Json("""[VeroEvent("a\"b\\c\nd é 😀", Source = "\"s\"")] public partial class Odd { }""", """new Odd().ToTrackRequest(new VeroIdentity("1"))"""));

    [Theory]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2026, 3, 1, 9, 30, 0, 123, TimeSpan.Zero)", "2026-03-01T09:30:00.123+00:00")]
    [InlineData("DateTimeOffset?", "new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromMinutes(-210))", "2026-03-01T09:30:00-03:30")]
    [InlineData("DateTime", "new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc)", "2026-03-01T09:30:00Z")]
    [InlineData("DateTime?", "new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc)", "2026-03-01T09:30:00Z")]
    public void A_date_is_sent_with_its_offset(string type, string value, string sent) => Assert.Equal(
        $$$"""{"identity":{"id":"1"},"event_name":"Happened","extras":{"created_at":"{{{sent}}}"}}""",
        Json($"[VeroEvent] public class Happened {{ [VeroCreatedAt] public {type} At {{ get; set; }} = {value}; }}", """new Happened().ToTrackRequest(new VeroIdentity("1"))"""));

    [Theory]
    [InlineData("DateTimeOffset?")]
    [InlineData("DateTime?")]
    public void A_date_that_is_null_is_left_out(string type) => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"Happened"}""",
        Json($"[VeroEvent] public class Happened {{ [VeroCreatedAt] public {type} At {{ get; set; }} }}", """new Happened().ToTrackRequest(new VeroIdentity("1"))"""));

    [Theory]
    [InlineData("DateTimeOffset")]
    [InlineData("DateTime")]
    public void A_date_that_was_never_set_throws(string type) => Throws(
        $"[VeroEvent] public class Happened {{ [VeroCreatedAt] public {type} At {{ get; set; }} }}", """new Happened().ToTrackRequest(new VeroIdentity("1"))""", "Happened", "At");

    [Fact]
    public void A_date_of_an_unspecified_kind_throws() => Throws(
        "[VeroEvent] public class Happened { [VeroCreatedAt] public DateTime At => new DateTime(2026, 3, 1); }", """new Happened().ToTrackRequest(new VeroIdentity("1"))""", "Happened", "At");

    [Theory]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)] [VeroEvent] public class Happened { MEMBER }")]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)] public abstract class Base { MEMBER } [VeroEvent] public partial class Happened : Base { }")]
    public void A_type_says_what_unspecified_means(string source) => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"Happened","extras":{"created_at":"2026-03-01T00:00:00Z"}}""",
        Json(
            source.Replace("MEMBER", "[VeroCreatedAt] public DateTime At => new DateTime(2026, 3, 1);", StringComparison.Ordinal)
                .Replace("abstract class Base { [VeroCreatedAt]", "abstract class Base { [VeroCreatedAt]", StringComparison.Ordinal)
                .Replace("public abstract class Base", "[VeroEvent] public abstract class Base", StringComparison.Ordinal),
            """new Happened().ToTrackRequest(new VeroIdentity("1"))"""));

    [Fact]
    public void Values_of_all_kinds_go_to_the_data_as_those_of_a_user() => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"Bought","data":{"lines":[{"sku":"a","count":2}],"plan":"Pro","zone":null,"timezone":10,"gift":true}}""",
        Json(
            """
            public enum Plan { Free, Pro }
            public record Line([VeroTrait] string Sku, [VeroTrait] int Count);
            [VeroEvent] public partial record Bought
            {
                [VeroTrait] public Line[] Lines => [new("a", 2)];
                [VeroTrait] public Plan Plan => Plan.Pro;
                [VeroTrait(WriteNull = true)] public string? Zone => null;
                [VeroTrait("timezone")] public int Offset => 10;
                [VeroData] public Dictionary<string, object?> More => new() { ["gift"] = true };
            }
            public record Buyer([VeroId] int Id, [VeroTrait] Line Last);
            """,
            """new Bought().ToTrackRequest(new VeroIdentity("1"))"""));

    [Fact]
    public void Freeform_values_can_be_strings() => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"Paid","data":{"total":"9.5","timezone":10}}""",
        Json(
            """[VeroSerialization(FreeformValues = FreeformValues.Strings)] [VeroEvent] public record Paid([VeroTrait] decimal Total, [VeroTrait("timezone")] int Offset);""",
            """new Paid(9.5m, 10).ToTrackRequest(new VeroIdentity("1"))"""));

    [Theory]
    [InlineData("partial ")]
    [InlineData("")]
    public void Generic_and_nested_types_can_be_events(string partial) => Assert.Equal(
        """{"identity":{"id":"1"},"event_name":"Changed","data":{"value":5}}""",
        Json(
            $$"""public {{partial}}class Outer<TUser> { [VeroEvent] public {{partial}}record Changed<T>([VeroTrait] int Value, T Other); }""",
            """new Outer<string>.Changed<Guid>(5, default).ToTrackRequest(new VeroIdentity("1"))"""));

    [Fact]
    public void A_base_can_have_what_events_have_in_common() => Assert.Equal(
        [
            """{"identity":{"id":"1"},"event_name":"Came","data":{"store":"X"},"extras":{"created_at":"2026-03-01T00:00:00Z"}}""",
            """{"identity":{"id":"1"},"event_name":"went away","data":{"store":"X","minutes":4},"extras":{"created_at":"2026-03-01T00:00:00Z"}}""",
        ],
        AllJson(
            """
            public abstract class Shared { [VeroTrait] public string Store => "X"; }
            [VeroEvent] public abstract class Visit : Shared { [VeroId] public int Id => 1; [VeroCreatedAt] public DateTime At => new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc); }
            [VeroEvent] public partial class Came : Visit { }
            [VeroEvent("went away")] public class Went : Visit { [VeroTrait] public int Minutes => 4; }
            """,
            "new Came().ToTrackRequest(), new Went().ToTrackRequest()"));

    [Fact]
    public void A_derived_event_is_sent_whole_through_its_base_and_through_the_interfaces() => Assert.Equal(
        [
            """{"identity":{"id":"1"},"event_name":"Base event","data":{"a":1,"b":2}}""",
            """{"identity":{"id":"9"},"event_name":"Other","data":{"a":1,"c":3}}""",
            """{"identity":{"id":"5"},"event_name":"Other","data":{"a":1,"c":3}}""",
        ],
        AllJson(
            """
            [VeroEvent("Base event")] public partial class Happened { [VeroTrait] public int A => 1; }
            public partial class More : Happened { [VeroTrait] public int B => 2; }
            [VeroEvent] public partial class Other : Happened { [VeroId] public int Id => 9; [VeroTrait] public int C => 3; }
            """,
            """((Happened)new More()).ToTrackRequest(new VeroIdentity("1")), ((IVeroUserEvent)new Other()).ToTrackRequest(), ((IVeroEvent)new Other()).ToTrackRequest(new VeroIdentity("5"))"""));

    [Fact]
    public void Derived_events_of_another_assembly_override_those_of_their_base()
    {
        CompiledAssembly domain = GeneratorHarness.Run(
            Usings + "namespace Domain { [VeroEvent] public partial class Happened { [VeroId] public int Id => 1; [VeroTrait] public int A => 1; } }",
            new HarnessOptions { AssemblyName = "Domain" }).ToAssembly();
        Assert.Equal(
            """{"identity":{"id":"1"},"event_name":"More","data":{"a":1,"b":2}}""",
            GeneratorHarness.Run(
                Usings + """
                    [VeroEvent] public partial class More : Domain.Happened { [VeroTrait] public int B => 2; }
                    public static class Case { public static VeroRequest Make() => ((Domain.Happened)new More()).ToTrackRequest(); }
                    """,
                new HarnessOptions { References = [domain] }).Json);
    }

    [Fact]
    public void What_is_written_to_a_buffer_is_the_body() => Assert.Equal(
        ["""{"identity":{"id":"1"},"event_name":"Ping"}""", """{"identity":{"id":"2"},"event_name":"Ping"}"""],
        AllJson(
            """
            [VeroEvent] public partial class Ping { [VeroId] public int Id => 1; }
            public static class Written
            {
                public static TrackRequest By(Action<System.Buffers.IBufferWriter<byte>> write)
                {
                    var buffer = new System.Buffers.ArrayBufferWriter<byte>();
                    write(buffer);
                    return TrackRequest.Parse(buffer.WrittenSpan);
                }
            }
            """,
            """Written.By(b => new Ping().WriteTrackRequest(b)), Written.By(b => new Ping().WriteTrackRequest(b, new VeroIdentity("2")))"""));

    [Theory]
    [InlineData("default(VeroIdentity)")]
    [InlineData("new VeroIdentity(\" \")")]
    [InlineData("new VeroIdentity(\"1\", \"c4n4ry\")")]
    public void An_identity_that_is_none_throws(string identity) =>
        Throws("[VeroEvent] public partial class Ping { }", $"new Ping().ToTrackRequest({identity})", "Ping", "user");

    [Theory]
    [InlineData("[VeroId] public string? UserId => null;", "UserId")]
    [InlineData("[VeroId] public string UserId => \" \";", "UserId")]
    [InlineData("[VeroId] public int? UserId => null;", "UserId")]
    [InlineData("[VeroId] public int UserId => 0;", "UserId")]
    [InlineData("[VeroId] public int UserId => 1; [VeroEmail] public string Email => \"c4n4ry\";", "Email")]
    [InlineData("[VeroId] public int UserId => 1; [VeroEmail] public string Email => \"c4n4ry@\" + new string('x', 250);", "Email")]
    public void An_own_identity_that_is_none_throws_and_a_given_one_replaces_it(string members, string member)
    {
        foreach (string partial in (string[])["partial ", ""])
        {
            string source = $$"""[VeroEvent] public {{partial}}class Ping { {{members}} }""";
            var thrown = Assert.Throws<VeroSerializationException>(() => Json(source, "new Ping().ToTrackRequest()"));
            Assert.Equal(("Ping", member), (thrown.TypeName, thrown.MemberName));
            Assert.DoesNotContain("c4n4ry", thrown.ToString(), StringComparison.Ordinal);
            Assert.Equal("""{"identity":{"id":"2"},"event_name":"Ping"}""", Json(source, "new Ping().ToTrackRequest(new VeroIdentity(\"2\"))"));
        }
    }

    [Fact]
    public void A_type_that_is_a_value_of_another_can_be_an_event_too() => Assert.Equal(
        ["""{"identity":{"id":"1"},"event_name":"Ping","data":{"a":1}}""", """{"id":"2","data":{"last":{"a":1}}}"""],
        AllJson(
            "[VeroEvent] public partial record Ping([VeroTrait] int A); public record User([VeroId] int Id, [VeroTrait] Ping Last);",
            """new Ping(1).ToTrackRequest(new VeroIdentity("1")), new User(2, new Ping(1)).ToIdentifyRequest()"""));

    [Fact]
    public void The_documentation_shows_the_body() => Assert.Contains(
        """
        /// {
        ///   "identity": {
        ///     "id": string,  // Id
        ///     "email"?: string  // Email
        ///   },
        ///   "event_name": "Placed order",
        ///   "data": {
        ///     "total": number  // Total
        ///   },
        ///   "extras": {
        ///     "source": "shop",
        ///     "created_at"?: string  // At
        ///   }
        /// }
        """,
        string.Join('\n', GeneratorHarness.Run(Usings + """
            [VeroEvent("Placed order", Source = "shop")]
            public record OrderPlaced([VeroId] int Id, [VeroEmail] string? Email, [VeroTrait] decimal Total, [VeroCreatedAt] DateTime? At);
            """).Text.Split('\n').Select(static line => line.TrimStart())),
        StringComparison.Ordinal);

    [Fact]
    public void An_edit_of_the_name_is_seen()
    {
        const string Source = Usings + "[VeroEvent(\"a\")] public class Ping { }";
        GeneratorRun edited = GeneratorHarness.Run(Source).Edited(Source.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], edited.OutputReasons().Where(static reason => reason != IncrementalStepRunReason.Cached));
    }

    private static string Json(string source, string request) => Assert.Single(AllJson(source, request));

    private static IReadOnlyList<string> AllJson(string source, string requests) =>
        GeneratorHarness.Run($"{Usings}{source}\npublic static class Case {{ public static VeroRequest[] MakeAll() => [{requests}]; }}").AllJson;

    private static void Throws(string source, string request, string type, string member)
    {
        string message = Assert.Throws<VeroSerializationException>(() => Json(source, request)).Message;
        Assert.Contains(type, message, StringComparison.Ordinal);
        Assert.Contains(member, message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", message, StringComparison.Ordinal);
    }
}
