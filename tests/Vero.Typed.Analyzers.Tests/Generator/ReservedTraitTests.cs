using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class ReservedTraitTests
{
    [Theory]
    [InlineData("sbyte", "-12", "-12")]
    [InlineData("byte", "14", "14")]
    [InlineData("short", "-1", "-1")]
    [InlineData("ushort", "1", "1")]
    [InlineData("int", "0", "0")]
    [InlineData("uint", "2", "2")]
    [InlineData("long", "10", "10")]
    [InlineData("ulong", "3", "3")]
    [InlineData("TimeSpan", "new TimeSpan(5, 30, 0)", "5")]
    [InlineData("TimeSpan", "new TimeSpan(-3, -30, 0)", "-4")]
    [InlineData("TimeZoneInfo", "TimeZoneInfo.CreateCustomTimeZone(\"a\", new TimeSpan(-9, -30, 0), null, null)", "-10")]
    [InlineData("TimeZoneInfo", "TimeZoneInfo.Utc", "0")]
    public void A_timezone_and_its_nullable_form_are_whole_hours(string type, string value, string hours)
    {
        foreach (string attribute in new[] { "VeroTimezone", "VeroTrait(\"timezone\")", "VeroTrait(VeroReservedKeys.Timezone)" })
        {
            foreach (string form in new[] { type, type + "?" })
                AssertData($"\"timezone\":{hours}", $"[{attribute}] public {form} Zone = {value};");
        }
    }

    [Theory]
    [InlineData("int?")]
    [InlineData("ulong?")]
    [InlineData("TimeSpan?")]
    [InlineData("TimeZoneInfo?")]
    public void No_timezone_is_left_out(string type) => AssertNothing($"[VeroTimezone] public {type} Zone = null;");

    [Theory]
    [InlineData("int", "15")]
    [InlineData("int?", "-13")]
    [InlineData("ulong", "ulong.MaxValue")]
    [InlineData("long", "long.MinValue")]
    [InlineData("TimeSpan", "new TimeSpan(14, 1, 0)")]
    public void A_timezone_outside_the_world_names_type_and_member(string type, string value)
    {
        foreach (string attribute in new[] { "VeroTimezone", "VeroTrait(\"timezone\")" })
        {
            var thrown = Assert.Throws<VeroSerializationException>(
                GeneratorHarness.Run(CustomerSource.WithMembers($"[{attribute}] public {type} Zone = {value};")).Requests);
            Assert.Equal(("Customer", "Zone"), (thrown.TypeName, thrown.MemberName));
        }
    }

    [Theory]
    [InlineData("string", "\"en-AU\"", "en-AU")]
    [InlineData("string?", "string.Concat(\"en\", \"_\", \"US \")", "en-US")]
    [InlineData("CultureInfo", "CultureInfo.GetCultureInfo(\"de-AT\")", "de-AT")]
    [InlineData("CultureInfo?", "CultureInfo.GetCultureInfo(\"de-AT\")", "de-AT")]
    public void A_language_is_its_tag(string type, string value, string tag)
    {
        foreach (string attribute in new[] { "VeroLanguage", "VeroTrait(\"language\")" })
            AssertData($"\"language\":\"{tag}\"", $"[{attribute}] public {type} Language = {value};");
    }

    [Fact]
    public void A_phone_number_is_its_digits()
    {
        foreach (string attribute in new[] { "VeroPhoneNumber", "VeroTrait(\"phone_number\")" })
            AssertData("\"phone_number\":\"+49301234567\"", $"[{attribute}] public string? Phone = \"+49 (30) 123-4567\";");
    }

    [Theory]
    [InlineData("string?", "null")]
    [InlineData("string?", "string.Empty")]
    [InlineData("CultureInfo?", "null")]
    [InlineData("CultureInfo", "null!")]
    [InlineData("CultureInfo", "CultureInfo.InvariantCulture")]
    public void No_language_is_left_out(string type, string value) => AssertNothing($"[VeroLanguage] public {type} Language = {value};");

    [Theory]
    [InlineData("VeroUserAgent")]
    [InlineData("VeroTrait(\"userAgent\")")]
    [InlineData("VeroTrait(VeroReservedKeys.UserAgent)")]
    public void A_user_agent_is_its_text(string attribute)
    {
        AssertData("\"userAgent\":\"Mozilla/5.0 (\\\"x\\\")\"", $"[{attribute}] public string? Agent = \"Mozilla/5.0 (\\\"x\\\")\";");
        AssertNothing($"[{attribute}] public string? Agent = null;");
    }

    [Fact]
    public void A_trait_whose_name_only_resembles_a_reserved_key_is_an_ordinary_one() =>
        AssertData("\"time_zone\":99", "[VeroTrait] public int TimeZone = 99;");

    [Fact]
    public void A_reserved_key_that_the_naming_policy_makes_is_the_reserved_one()
    {
        AssertData("\"timezone\":-4", "[VeroTrait] public TimeSpan Timezone = new(-3, -30, 0);");
        Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.WithMembers("[VeroTrait] public int Timezone = 99;")).Requests);
    }

    [Theory]
    [InlineData("string", "\"a\\\"\"", "a\\\"")]
    [InlineData("string[]", "{ \"a\", \"b\" }", "a", "b")]
    [InlineData("List<string>", "new() { \"a\", \"b\" }", "a", "b")]
    [InlineData("IReadOnlyList<string>", "new[] { \"a\", \"b\" }", "a", "b")]
    [InlineData("IEnumerable<string?>", "new[] { null, \"b\" }", "b")]
    [InlineData("ICollection<string>", "new List<string> { \"a\" }", "a")]
    [InlineData("HashSet<string>", "new() { \"a\" }", "a")]
    [InlineData("IReadOnlyCollection<string>", "new[] { \"a\" }", "a")]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>", "System.Collections.Immutable.ImmutableArray.Create(\"a\")", "a")]
    [InlineData("Tokens", "new() { \"a\" }", "a")]
    public void Addresses_are_entries_of_their_channel(string type, string value, params string[] addresses)
    {
        string entries = string.Join(',', addresses.Select(static address => "{\"type\":\"p\\\"u\",\"platform\":\"android é\",\"address\":\"" + address + "\"}"));
        Assert.Equal(
            $$"""{"id":"1","channels":[{{entries}}]}""",
            GeneratorHarness.Run(CustomerSource.WithMembers($"[VeroChannel(\"p\\\"u\", \"android é\")] public {type} Token = {value};", "public class Tokens : List<string> { }")).Json);
    }

    [Fact]
    public void Named_arguments_of_a_channel_are_taken_by_name() => Assert.Equal(
        """{"id":"1","channels":[{"type":"push","platform":"ios","address":"a"}]}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("[VeroChannel(platform: \"ios\", type: \"push\")] public string Token = \"a\";")).Json);

    [Theory]
    [InlineData("VeroChannel", "new(\"push\", \"ios\", \"a\")")]
    [InlineData("VeroChannel?", "new(\"push\", \"ios\", \"a\")")]
    [InlineData("VeroChannel[]", "{ new(\"push\", \"ios\", \"a\") }")]
    [InlineData("List<VeroChannel>", "new() { new(\"push\", \"ios\", \"a\") }")]
    [InlineData("IEnumerable<VeroChannel?>", "new[] { null, new VeroChannel(\"push\", \"ios\", \"a\") }")]
    public void Channels_say_type_and_platform_themselves(string type, string value) => Assert.Equal(
        """{"id":"1","channels":[{"type":"push","platform":"ios","address":"a"}]}""",
        GeneratorHarness.Run(CustomerSource.WithMembers($"[VeroChannel] public {type} Channel = {value};")).Json);

    [Theory]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string? Token = null;")]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string[]? Tokens = null;")]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string[] Tokens = { };")]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string?[] Tokens = { null };")]
    [InlineData("[VeroChannel] public VeroChannel? Channel = null;")]
    [InlineData("[VeroChannel] public List<VeroChannel> Channels = new();")]
    public void No_channel_is_left_out(string member) => AssertNothing(member);

    [Theory]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string Token = \" \";")]
    [InlineData("[VeroChannel(\"push\", \"ios\")] public string[] Token = { \"a\", \"\" };")]
    [InlineData("[VeroChannel] public VeroChannel Token = new(\"push\", \"\", \"ios\");")]
    [InlineData("[VeroChannel] public VeroChannel[] Token = { new(\"\", \"a\", \"ios\") };")]
    public void An_incomplete_channel_names_type_and_member(string member)
    {
        var thrown = Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.WithMembers(member)).Requests);
        Assert.Equal(("Customer", "Token"), (thrown.TypeName, thrown.MemberName));
    }

    [Fact]
    public void Channels_keep_the_order_of_their_declarations() => Assert.Equal(
        """{"id":"1","channels":[{"type":"push","platform":"android","address":"a"},{"type":"sms","platform":"x","address":"b"},{"type":"push","platform":"android","address":"c"}]}""",
        GeneratorHarness.Run(CustomerSource.WithMembers("""
            [VeroChannel("push", "android")] public string A = "a"; [VeroChannel] public VeroChannel B = new("sms", "x", "b"); [VeroChannel("push", "android")] public string[] C = { "c" };
            """)).Json);

    private static void AssertData(string data, string members) =>
        Assert.Equal("{\"id\":\"1\",\"data\":{" + data + "}}", GeneratorHarness.Run(CustomerSource.WithMembers(members)).Json);

    private static void AssertNothing(string members) => Assert.Equal("""{"id":"1"}""", GeneratorHarness.Run(CustomerSource.WithMembers(members)).Json);
}
