using Vero.Typed.TestHarness;

namespace Vero.Typed.Analyzers.Tests.Generator;

public sealed class IdentityTests
{
    private const string ValueObjects = """
        public readonly record struct GuidId(Guid Value);
        public readonly record struct IntId(int Value);
        public sealed record TextId(string Value);
        public sealed class ClassId { public ClassId(ulong value) => Value = value; public ulong Value { get; } public static ClassId One => new(1); public override string ToString() => "wrong"; }
        public readonly struct FieldId { private readonly long _value; public FieldId(long value) => _value = value; public long Value => _value; }
        public readonly record struct MaybeId(int? Value);
        public readonly record struct Id<T>(T Value);
        public abstract record Base<T>(T Value);
        public sealed record DerivedId(string Value) : Base<string>(Value);
        """;

    [Theory]
    [InlineData("string", "\"a\\\"é\"", "a\\\"é")]
    [InlineData("Guid", "new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("sbyte", "-128", "-128")]
    [InlineData("byte", "255", "255")]
    [InlineData("short", "-1", "-1")]
    [InlineData("ushort", "1", "1")]
    [InlineData("int", "int.MinValue", "-2147483648")]
    [InlineData("uint", "uint.MaxValue", "4294967295")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("GuidId", "new(new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\"))", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("IntId", "new IntId(42)", "42")]
    [InlineData("TextId", "new TextId(\"a\")", "a")]
    [InlineData("ClassId", "new ClassId(7)", "7")]
    [InlineData("FieldId", "new FieldId(-7)", "-7")]
    [InlineData("MaybeId", "new MaybeId(7)", "7")]
    [InlineData("Id<string>", "new Id<string>(\"a\")", "a")]
    [InlineData("Id<Guid?>", "new Id<Guid?>(new Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\"))", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    public void An_id_and_its_nullable_form_are_a_json_string(string type, string value, string id)
    {
        foreach (string form in new[] { type, type + "?" })
            Assert.Equal($$"""{"id":"{{id}}"}""", GeneratorHarness.Run(CustomerSource.Of($"[VeroId] public {form} Id {{ get; }} = {value};", ValueObjects)).Json);
    }

    [Fact]
    public void A_value_object_may_inherit_its_value() => Assert.Equal(
        """{"id":"a"}""",
        GeneratorHarness.Run(CustomerSource.Of("[VeroId] public DerivedId Id = new(\"a\");", ValueObjects)).Json);

    [Theory]
    [InlineData("string", "null!")]
    [InlineData("string", "\"\"")]
    [InlineData("string", "\" \\t\"")]
    [InlineData("string", "new string('a', 255)")]
    [InlineData("int", "0")]
    [InlineData("ulong", "0")]
    [InlineData("int?", "null")]
    [InlineData("int?", "0")]
    [InlineData("Guid", "Guid.Empty")]
    [InlineData("Guid?", "null")]
    [InlineData("GuidId", "default")]
    [InlineData("GuidId?", "null")]
    [InlineData("IntId", "new(0)")]
    [InlineData("TextId", "null!")]
    [InlineData("TextId?", "null")]
    [InlineData("TextId", "new(\"\")")]
    [InlineData("ClassId?", "null")]
    [InlineData("MaybeId", "default")]
    [InlineData("MaybeId?", "new MaybeId(0)")]
    [InlineData("Id<string>", "default")]
    public void A_missing_id_names_type_and_member(string type, string value)
    {
        var thrown = Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.Of($"[VeroId] public {type} Number = {value};", ValueObjects)).Requests);
        Assert.Equal(("Customer", "Number"), (thrown.TypeName, thrown.MemberName));
    }

    [Theory]
    [InlineData("int", "0", "0")]
    [InlineData("byte?", "0", "0")]
    [InlineData("Guid", "default", "00000000-0000-0000-0000-000000000000")]
    [InlineData("IntId", "default", "0")]
    public void Zero_is_an_id_when_the_attribute_says_so(string type, string value, string id) => Assert.Equal(
        $$"""{"id":"{{id}}"}""",
        GeneratorHarness.Run(CustomerSource.Of($"[VeroId(AllowDefault = true)] public {type} Id = {value};", ValueObjects)).Json);

    [Theory]
    [InlineData("AllowDefault = true", "int?", "null")]
    [InlineData("AllowDefault = true", "string", "\"\"")]
    [InlineData("AllowDefault = false", "int", "0")]
    public void Nothing_is_still_nothing(string argument, string type, string value) =>
        Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.Of($"[VeroId({argument})] public {type} Id = {value};")).Requests);

    [Theory]
    [InlineData("string", "\"ann@example.com\"", ",\"email\":\"ann@example.com\"")]
    [InlineData("string", "\"ä\\\"@example.com\"", ",\"email\":\"ä\\\"@example.com\"")]
    [InlineData("string?", "null", "")]
    [InlineData("string", "null!", "")]
    [InlineData("string", "\"\"", "")]
    [InlineData("MailAddress", "new(\"ann@example.com\", \"Ann\")", ",\"email\":\"ann@example.com\"")]
    [InlineData("MailAddress?", "null", "")]
    [InlineData("MailAddress", "null!", "")]
    [InlineData("TextId", "new(\"ann@example.com\")", ",\"email\":\"ann@example.com\"")]
    [InlineData("TextId?", "null", "")]
    [InlineData("TextId", "null!", "")]
    [InlineData("TextStruct", "new(\"ann@example.com\")", ",\"email\":\"ann@example.com\"")]
    [InlineData("TextStruct?", "new TextStruct(\"ann@example.com\")", ",\"email\":\"ann@example.com\"")]
    [InlineData("TextStruct?", "null", "")]
    [InlineData("TextStruct", "default", "")]
    public void An_email_is_written_or_left_out(string type, string value, string json) => Assert.Equal(
        $$"""{"id":"1"{{json}}}""",
        GeneratorHarness.Run(CustomerSource.WithMembers(
            $"[VeroEmail] public {type} Email = {value};", $"{ValueObjects} public readonly record struct TextStruct(string Value);")).Json);

    [Theory]
    [InlineData("\"nobody\"")]
    [InlineData("\"a@b@c\"")]
    [InlineData("\"@example.com\"")]
    [InlineData("\"ann@\"")]
    [InlineData("\"ann @example.com\"")]
    [InlineData("new string('a', 250) + \"@b.de\"")]
    public void An_email_that_cannot_be_one_names_type_and_member(string value)
    {
        var thrown = Assert.Throws<VeroSerializationException>(GeneratorHarness.Run(CustomerSource.WithMembers($"[VeroEmail] public string Email = {value};")).Requests);
        Assert.Equal(("Customer", "Email"), (thrown.TypeName, thrown.MemberName));
        Assert.DoesNotContain("example", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_id_email_channels_data_whatever_the_declarations_are() => Assert.Equal(
        """{"id":"1","email":"a@b","channels":[{"type":"push","platform":"ios","address":"x"}],"data":{"name":"n","timezone":2}}""",
        GeneratorHarness.Run(CustomerSource.Of("""
            [VeroTrait] public string Name = "n"; [VeroChannel("push", "ios")] public string Token = "x"; [VeroTimezone] public int Zone = 2;
            [VeroEmail] public string Email = "a@b"; [VeroId] public int Id = 1;
            """)).Json);

    [Fact]
    public void The_request_knows_id_and_email()
    {
        IdentifyRequest request = (IdentifyRequest)Assert.Single(GeneratorHarness.Run(CustomerSource.WithMembers("[VeroEmail] public string Email = \"a@b\";")).Requests());
        Assert.Equal(("1", "a@b"), (request.UserId, request.Email));
    }
}
