using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class TraitValueTests
{
    private const string Enums = """
        public enum Plan { Free, Pro, [Obsolete] Old, @default }
        public enum Small : byte { None, Big = 255 }
        public enum Wide : ulong { None, Huge = ulong.MaxValue }
        public enum Below : long { Lowest = long.MinValue, Zero = 0 }
        public enum Aliased { First = 1, Second = 1 }
        public enum Renamed { [EnumMember(Value = "pro \"plus\" é")] Pro, [JsonStringEnumMemberName("for_free")] Free, [EnumMember] Plain }
        public static class Outer { public enum Inner { A, B } }
        """;

    [Theory]
    [InlineData("string", "\"a\"", "\"a\"")]
    [InlineData("string", "\"\"", "\"\"")]
    [InlineData("string", "\"q\\\"b\\\\n\\nu\\u0001é中😀\"", "\"q\\\"b\\\\n\\nu\\u0001é中😀\"")]
    [InlineData("char", "'x'", "\"x\"")]
    [InlineData("char", "'\"'", "\"\\\"\"")]
    [InlineData("bool", "true", "true")]
    [InlineData("bool", "false", "false")]
    [InlineData("sbyte", "-128", "-128")]
    [InlineData("byte", "255", "255")]
    [InlineData("short", "-32768", "-32768")]
    [InlineData("ushort", "65535", "65535")]
    [InlineData("int", "-2147483648", "-2147483648")]
    [InlineData("int", "0", "0")]
    [InlineData("uint", "4294967295", "4294967295")]
    [InlineData("long", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("ulong", "18446744073709551615", "18446744073709551615")]
    [InlineData("float", "1.5f", "1.5")]
    [InlineData("float", "0.1f", "0.1")]
    [InlineData("double", "-0.0", "-0")]
    [InlineData("double", "5E-324", "5E-324")]
    [InlineData("double", "double.MaxValue", "1.7976931348623157E+308")]
    [InlineData("decimal", "1.10m", "1.10")]
    [InlineData("decimal", "decimal.MaxValue", "79228162514264337593543950335")]
    [InlineData("Guid", "new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("Guid", "Guid.Empty", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("Uri", "new Uri(\"HTTPS://example.com/a?b=c&d=\\u00e9\")", "\"HTTPS://example.com/a?b=c&d=é\"")]
    [InlineData("Uri", "new Uri(\"relative/path\", UriKind.Relative)", "\"relative/path\"")]
    [InlineData("DateTime", "new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("DateTime", "new DateTime(2024, 1, 2, 3, 4, 5, 120)", "\"2024-01-02T03:04:05.12\"")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2024, 1, 2, 3, 4, 5, new TimeSpan(5, 30, 0))", "\"2024-01-02T03:04:05+05:30\"")]
    [InlineData("DateTimeOffset", "DateTimeOffset.UnixEpoch", "\"1970-01-01T00:00:00+00:00\"")]
    [InlineData("DateOnly", "new DateOnly(2024, 1, 2)", "\"2024-01-02\"")]
    [InlineData("TimeOnly", "new TimeOnly(3, 4, 5)", "\"03:04:05\"")]
    [InlineData("TimeSpan", "new TimeSpan(1, 2, 3, 4, 5)", "\"1.02:03:04.0050000\"")]
    [InlineData("Plan", "Plan.Pro", "\"Pro\"")]
    [InlineData("Plan", "Plan.Free", "\"Free\"")]
    [InlineData("Plan", "Plan.@default", "\"default\"")]
    [InlineData("Small", "Small.Big", "\"Big\"")]
    [InlineData("Wide", "Wide.Huge", "\"Huge\"")]
    [InlineData("Below", "Below.Lowest", "\"Lowest\"")]
    [InlineData("Aliased", "Aliased.Second", "\"First\"")]
    [InlineData("Renamed", "Renamed.Pro", "\"pro \\\"plus\\\" é\"")]
    [InlineData("Renamed", "Renamed.Free", "\"for_free\"")]
    [InlineData("Renamed", "Renamed.Plain", "\"Plain\"")]
    [InlineData("Outer.Inner", "Outer.Inner.B", "\"B\"")]
    [InlineData("DayOfWeek", "DayOfWeek.Friday", "\"Friday\"")]
    public void A_trait_and_its_nullable_form_are_written(string type, string value, string json) => Assert.Equal(
        $$$"""{"id":"1","data":{"plain":{{{json}}},"nullable":{{{json}}}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            $$"""[VeroTrait] public {{type}} Plain { get; } = {{value}}; [VeroTrait] public {{type}}? Nullable = {{value}}; [VeroTrait] public {{type}}? Nothing;""",
            Enums)).Json);

    [Fact]
    public void A_null_is_left_out_where_the_type_says_that_there_is_none() =>
        Assert.Equal("""{"id":"1"}""", GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public string Name = null!; [VeroTrait] public Uri Link = null!;")).Json);

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("{\"id\":\"1\",\"data\":{\"name\":\"a\uFFFDb\"}}", GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public string Name = \"a\\ud800b\";")).Json);

    [Theory]
    [InlineData("double", "double.NaN")]
    [InlineData("double", "double.PositiveInfinity")]
    [InlineData("double?", "double.NegativeInfinity")]
    [InlineData("float", "float.NaN")]
    [InlineData("float?", "float.NegativeInfinity")]
    [InlineData("Plan", "(Plan)99")]
    [InlineData("Plan?", "(Plan)99")]
    [InlineData("Small", "(Small)7")]
    public void A_value_that_has_no_json_names_type_and_member(string type, string value)
    {
        GeneratorRun run = GeneratorHarness.Run(CustomerSource.WithMembers($"[VeroTrait] public {type} Score = {value};", $"namespace Shop {{ }} {Enums}"));
        var thrown = Assert.Throws<VeroSerializationException>(run.Requests);
        Assert.Equal("Customer", thrown.TypeName);
        Assert.Equal("Score", thrown.MemberName);
        Assert.DoesNotContain("99", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_type_is_the_full_one()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            using Vero.Typed;
            namespace Shop.@event
            {
                public class Outer<T> { public class Customer { [VeroId] public int @class { get; set; } } }
            }
            public static class Case { public static IdentifyRequest Make() => Shop.@event.Outer_1_Calls.Make(); }
            namespace Shop.@event { public static class Outer_1_Calls { public static IdentifyRequest Make() => new Outer<int>.Customer().ToIdentifyRequest(); } }
            """);
        var thrown = Assert.Throws<VeroSerializationException>(run.Requests);
        Assert.Equal(("Shop.event.Outer<T>.Customer", "class"), (thrown.TypeName, thrown.MemberName));
    }

    [Fact]
    public void Unannotated_members_are_never_read() => Assert.Equal("""{"id":"1"}""", GeneratorHarness.Run(CustomerSource.WithMembers(
        "public string? Name { get; set; } = \"a\"; public string Secret => throw new InvalidOperationException();")).Json);

    [Fact]
    public void What_a_getter_throws_comes_through_as_it_is() =>
        Assert.Throws<NotSupportedException>(GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public string Name => throw new NotSupportedException();")).Requests);

    [Fact]
    public void A_getter_that_serializes_another_customer_works() => Assert.Equal(
        """{"id":"1","data":{"a":"x","friend":"{\"id\":\"2\"}","z":"y"}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            """[VeroTrait] public string A = "x"; [VeroTrait] public string Friend => new Friend().ToIdentifyRequest().ToJson(); [VeroTrait] public string Z = "y";""",
            "public class Friend { [VeroId] public int Id = 2; }")).Json);
}
