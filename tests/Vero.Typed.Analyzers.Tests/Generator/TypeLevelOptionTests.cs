using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

/// <summary>Constants, prefixes, replaced ids, methods, JSON text, zone ids and dates of unspecified kind.</summary>
public sealed class TypeLevelOptionTests
{
    [Theory]
    [InlineData("\"vendor\"", "\"vendor\"")]
    [InlineData("\"a\\\"b\\n\"", "\"a\\\"b\\n\"")]
    [InlineData("true", "true")]
    [InlineData("7", "7")]
    [InlineData("-9223372036854775808L", "-9223372036854775808")]
    [InlineData("18446744073709551615UL", "18446744073709551615")]
    [InlineData("1.5", "1.5")]
    [InlineData("0.1f", "0.1")]
    [InlineData("1e21", "1E+21")]
    [InlineData("'c'", "\"c\"")]
    [InlineData("System.DayOfWeek.Monday", "\"Monday\"")]
    public void A_constant_on_a_type(string constant, string expected) => Assert.Equal(
        $$$"""{"id":"1","data":{"kind":{{{expected}}}}}""",
        Json($"[VeroTrait(\"kind\", Value = {constant})]", "[VeroId] public int Id = 1;"));

    [Theory]
    [InlineData("Roles.Buyer")]
    [InlineData("Roles.Buyer | Roles.Seller")]
    [InlineData("Roles.Both | Roles.Admin")]
    [InlineData("(Roles)(-1)")]
    [InlineData("Roles.None")]
    public void A_constant_of_flags_is_sent_as_a_member_is(string constant)
    {
        const string Roles = """[System.Flags] public enum Roles : sbyte { None, Seller = 2, Buyer = 1, Both = 3, [System.Text.Json.Serialization.JsonStringEnumMemberName("root\"")] Admin = 4, Rest = -8 }""";
        Assert.Equal(
            Json("", $"[VeroId] public int Id = 1; [VeroTrait(\"kind\")] public Roles Kind = {constant};", after: Roles),
            Json($"[VeroTrait(\"kind\", Value = {constant})]", "[VeroId] public int Id = 1;", after: Roles));
    }

    [Theory]
    [InlineData("[VeroTrait(\"timezone\", Value = 10)]", "\"timezone\":10")]
    [InlineData("[VeroTrait(\"timezone\", Value = -12L)]", "\"timezone\":-12")]
    [InlineData("[VeroTrait(\"timezone\", Value = (byte)14)]", "\"timezone\":14")]
    [InlineData("[VeroTrait(\"language\", Value = \"en-AU\")]", "\"language\":\"en-AU\"")]
    [InlineData("[VeroTrait(\"userAgent\", Value = \"a\\\"b\")]", "\"userAgent\":\"a\\\"b\"")]
    [InlineData("[VeroTrait(\"timezone\", Value = 10)] [VeroTrait(\"language\", Value = \"de\")] [VeroTrait(\"kind\", Value = \"a\")]", "\"timezone\":10,\"language\":\"de\",\"kind\":\"a\"")]
    public void A_constant_under_a_reserved_key(string attributes, string expected)
    {
        Assert.Equal($$$"""{"id":"1","data":{{{{expected}}}}}""", Json(attributes, "[VeroId] public int Id = 1;"));
        Assert.Equal($$$"""{"id":"1","data":{{{{expected}}}}}""", Json("[VeroSerialization(FreeformValues = FreeformValues.Strings)]" + attributes, "[VeroId] public int Id = 1;"));
        Assert.Equal(
            $$$"""{"identity":{"id":"1"},"event_name":"Paid","data":{{{{expected}}}}}""",
            GeneratorHarness.Run($$"""
                using Vero.Typed;
                [VeroEvent] {{attributes}} public class Paid { [VeroId] public int Id = 1; }
                public static class Case { public static TrackRequest Make() => new Paid().ToTrackRequest(); }
                """).Json);
    }

    [Fact]
    public void A_constant_under_phone_number_is_one_of_users_only()
    {
        const string Number = "[VeroTrait(\"phone_number\", Value = \"+61 491 570 006\")]";
        Assert.Equal("""{"id":"1","data":{"phone_number":"+61491570006"}}""", Json(Number, "[VeroId] public int Id = 1;"));
        Assert.Equal(
            """{"identity":{"id":"1"},"event_name":"Paid","data":{"phone_number":"+61 491 570 006"}}""",
            GeneratorHarness.Run($$"""
                using Vero.Typed;
                [VeroEvent] {{Number}} public class Paid { [VeroId] public int Id = 1; }
                public static class Case { public static TrackRequest Make() => new Paid().ToTrackRequest(); }
                """).Json);
    }

    [Theory]
    [InlineData("[VeroTrait(\"timezone\", Value = 600)]", "timezone")]
    [InlineData("[VeroTrait(\"timezone\", Value = ulong.MaxValue)]", "timezone")]
    [InlineData("[VeroTrait(\"language\", Value = \"English\")]", "language")]
    [InlineData("[VeroTrait(\"phone_number\", Value = \"0491 570 006\")]", "phone_number")]
    public void A_constant_that_Vero_would_misread_throws(string attribute, string key) =>
        Assert.Contains($"Customer.{key}", Assert.Throws<VeroSerializationException>(() => Json(attribute, "[VeroId] public int Id = 1;")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_constant_is_sent_of_derived_types_too_and_they_may_say_another() => Assert.Equal(
        """{"id":"1","data":{"kind":"b","level":1,"a":2}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            [VeroTrait("kind", Value = "a")] [VeroTrait("level", Value = 1)] public partial class A { [VeroId] public int Id = 1; }
            [VeroTrait("kind", Value = "b")] public partial class B : A { [VeroTrait("a")] public int C = 2; }
            public static class Case { public static IdentifyRequest Make() => ((A)new B()).ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("[VeroId(Prefix = \"v-\")] public int Id = 42;", "v-42")]
    [InlineData("[VeroId(Prefix = \"v-\")] public string Id = \"x\";", "v-x")]
    [InlineData("[VeroId(Prefix = \"v-\")] public System.Guid Id = System.Guid.Parse(\"0f8fad5b-d9cb-469f-a165-70867728950e\");", "v-0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("[VeroId(Prefix = \"a\\\"\", AllowDefault = true)] public int Id = 0;", "a\\\"0")]
    public void A_prefix(string member, string expected) => Assert.Equal($$"""{"id":"{{expected}}"}""", Json("", member));

    [Fact]
    public void A_prefix_counts_for_the_length_of_an_id()
    {
        Assert.Contains("v-xxx", Json("", "[VeroId(Prefix = \"v-\")] public string Id = new('x', 252);"), StringComparison.Ordinal);
        Assert.Throws<VeroSerializationException>(() => Json("", "[VeroId(Prefix = \"v-\")] public string Id = new('x', 253);"));
    }

    [Fact]
    public void A_derived_type_has_an_id_of_its_own() => Assert.Equal(
        """{"id":"s-A1","data":{"name":"n"}}""",
        GeneratorHarness.Run("""
            using Vero.Typed;
            public abstract class Party { [VeroId] public int PartyId = 1; [VeroTrait] public string Name = "n"; }
            public class Supplier : Party { [VeroId(Replaces = true, Prefix = "s-")] public string Code = "A1"; }
            public static class Case { public static IdentifyRequest Make() => new Supplier().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("[VeroTrait] public string DisplayName() => \"n\";", "\"display_name\":\"n\"")]
    [InlineData("[VeroTrait(\"x\")] public int? GetTotal() => null;", null)]
    [InlineData("[VeroTrait(\"x\")] private System.Collections.Generic.List<int> GetTotals() => new() { 1 };", "\"x\":[1]")]
    [InlineData("[VeroTrait(\"x\", From = \"Length\")] public string Name() => \"abc\";", "\"x\":3")]
    public void A_method_without_parameters(string member, string? expected) => Assert.Equal(
        expected is null ? """{"id":"1"}""" : $$$$"""{"id":"1","data":{{{{{expected}}}}}}""",
        Json("", "[VeroId] public int Id() => 1; " + member, kind: "partial class"));

    [Fact]
    public void A_method_that_throws_is_named_and_its_exception_is_inside()
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(() => Json(
            "", "[VeroId] public int Id = 1; [VeroTrait] public int Total() => throw new System.InvalidOperationException(\"secret 42\");"));
        Assert.Equal(("Customer", "Total()"), (thrown.TypeName, thrown.MemberName));
        Assert.DoesNotContain("42", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<System.InvalidOperationException>(thrown.InnerException);
    }

    [Theory]
    [InlineData("\"{\\\"a\\\": [1, 2.50, null]}\"", "{\"a\":[1,2.50,null]}")]
    [InlineData("\" \\\"x\\\" \"", "\"x\"")]
    [InlineData("\"null\"", null)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    public void Text_that_holds_json(string text, string? expected) => Assert.Equal(
        expected is null ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"x":{{{expected}}}}}""",
        Json("", $"[VeroId] public int Id = 1; [VeroTrait(\"x\", Json = true)] public string? A = {text};"));

    [Theory]
    [InlineData("\"{\"")]
    [InlineData("\"secret\"")]
    [InlineData("\"{} {}\"")]
    public void Text_that_is_no_json_is_refused_without_its_text(string text)
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(
            () => Json("", $"[VeroId] public int Id = 1; [VeroTrait(\"x\", Json = true)] public string? A = {text};"));
        Assert.Equal("A", thrown.MemberName);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    }

    [Theory]
    [InlineData("\"Asia/Kolkata\"", "5")]
    [InlineData("\"India Standard Time\"", "5")]
    [InlineData("\" Asia/Tokyo \"", "9")]
    [InlineData("\"UTC\"", "0")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void The_id_of_a_time_zone(string id, string? expected) => Assert.Equal(
        expected is null ? """{"id":"1"}""" : $$$"""{"id":"1","data":{"timezone":{{{expected}}}}}""",
        Json("", $"[VeroId] public int Id = 1; [VeroTimezone(Id = true)] public string? A = {id};"));

    [Fact]
    public void An_unknown_zone_id_is_refused_without_its_text()
    {
        VeroSerializationException thrown = Assert.Throws<VeroSerializationException>(
            () => Json("", "[VeroId] public int Id = 1; [VeroTimezone(Id = true)] public string? A = \"Mars/Olympus\";"));
        Assert.Equal("A", thrown.MemberName);
        Assert.DoesNotContain("Mars", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-03-01T09:30:00")]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.AsIs)]", "2026-03-01T09:30:00")]
    [InlineData("[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)]", "2026-03-01T09:30:00Z")]
    public void Dates_of_unspecified_kind(string onType, string expected) => Assert.Equal(
        $$$"""{"id":"1","data":{"a":"{{{expected}}}","b":["{{{expected}}}"],"more":"{{{expected}}}"}}""",
        Json(onType, """
            [VeroId] public int Id = 1; [VeroTrait] public System.DateTime A = new(2026, 3, 1, 9, 30, 0); [VeroTrait] public System.DateTime?[] B = { new(2026, 3, 1, 9, 30, 0) };
            [VeroData] public System.Collections.Generic.Dictionary<string, object> C = new() { ["more"] = new System.DateTime(2026, 3, 1, 9, 30, 0) };
            """));

    // A property would be called Rank.
    [Theory]
    [InlineData("[VeroTrait] public string GetRank() => \"n\";", "rank")]
    [InlineData("[VeroTrait] private string GetXMLRank() => \"n\";", "xml_rank")]
    [InlineData("[VeroTrait(From = \"ToLowerInvariant()\")] public string GetRank() => \"N\";", "to_lower_invariant")]
    [InlineData("public Ranks Ranks() => new(); [VeroTrait(From = \"GetBest()\")] public Ranks A => new();", "best")]
    [InlineData("[VeroTrait(\"get_rank\")] public string GetRank() => \"n\";", "get_rank")]
    [InlineData("[VeroTrait] public string Get() => \"n\";", "get")]
    [InlineData("[VeroTrait] public string Getaway() => \"n\";", "getaway")]
    [InlineData("[VeroTrait] public string Get2() => \"n\";", "get2")]
    [InlineData("[VeroTrait] public string getRank() => \"n\";", "get_rank")]
    [InlineData("[VeroTrait] public string ComputeRank() => \"n\";", "compute_rank")]
    [InlineData("[VeroTrait] public string GetRank => \"n\";", "get_rank")]
    [InlineData("public Ranks Ranks() => new(); [VeroTrait(From = \"GetWorst\")] public Ranks A => new();", "get_worst")]
    public void The_verb_of_a_method_is_no_part_of_its_key(string member, string key) => Assert.Equal(
        $$$"""{"id":"1","data":{"{{{key}}}":"n"}}""",
        GeneratorHarness.Run($$"""
            using Vero.Typed;
            public class Ranks { public string GetBest() => "n"; public string GetWorst => "n"; }
            public partial class Customer { [VeroId] public int Id = 1; {{member}} }
            public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
            """).Json);

    [Theory]
    [InlineData("CamelCase", "bestRank")]
    [InlineData("AsDeclared", "BestRank")]
    public void Nor_of_one_in_another_naming(string naming, string key) => Assert.Equal(
        $$$"""{"id":"1","data":{"{{{key}}}":"n"}}""",
        Json($"[VeroSerialization(Naming = Naming.{naming})]", "[VeroId] public int Id = 1; [VeroTrait] public string GetBestRank() => \"n\";"));

    [Theory]
    [InlineData("[VeroTrait] private string _firstName = \"n\";", "first_name")]
    [InlineData("[VeroTrait] private string m_lastName = \"n\";", "last_name")]
    [InlineData("[VeroTrait] private string __x = \"n\";", "x")]
    [InlineData("[VeroTrait] private string _ = \"n\";", "_")]
    [InlineData("[VeroTrait] private string m_ = \"n\";", "m_")]
    [InlineData("[VeroTrait] private string mName = \"n\";", "m_name")]
    [InlineData("[VeroTrait] public string _Name { get; } = \"n\";", "_name")]
    public void The_prefix_of_a_field_is_no_part_of_its_key(string member, string key) => Assert.Equal(
        $$$"""{"id":"1","data":{"{{{key}}}":"n"}}""", Json("", "[VeroId] public int Id = 1; " + member, kind: "partial class"));

    private static string Json(string onType, string members, string kind = "class", string after = "") => GeneratorHarness.Run($$"""
        using Vero.Typed;
        {{onType}} public {{kind}} Customer { {{members}} }
        {{after}}
        public static class Case { public static IdentifyRequest Make() => new Customer().ToIdentifyRequest(); }
        """).Json;
}
