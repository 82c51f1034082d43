using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Vero.Typed.Tests.Requests;

/// <summary>Requests on their way through a queue.</summary>
public class EnvelopeTests
{
    private const string Canary = "c4n4ry";

    /// <summary>The envelope, what is wrong, and the byte at which it is.</summary>
    public static TheoryData<string, string, int> Faults => new()
    {
        { "", BodyProblems.NotJson, 0 },
        { "c4n4ry", BodyProblems.NotJson, 0 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"c4n4ry"}""", BodyProblems.NotJson, 55 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"c4n4""", BodyProblems.NotJson, 51 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"7"}}c4n4ry""", BodyProblems.NotJson, 51 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"7"}}{}""", BodyProblems.NotJson, 51 },
        { "\uFEFF{}", BodyProblems.ByteOrderMark, 0 },
        { "[1]", BodyProblems.NotAnObject, 0 },
        { "null", BodyProblems.NotAnObject, 0 },
        { "{}", BodyProblems.VersionMissing, 0 },
        { """{"operation":"unsubscribe","body":{"id":"7"}}""", BodyProblems.VersionMissing, 0 },
        { """{"v":"1","operation":"unsubscribe","body":{"id":"7"}}""", BodyProblems.VersionNotNumber, 5 },
        { """{"v":null,"operation":"unsubscribe","body":{"id":"7"}}""", BodyProblems.VersionNotNumber, 5 },
        { """{"v":1,"body":{"id":"7"}}""", BodyProblems.OperationMissing, 0 },
        { """{"v":1,"operation":3,"body":{"id":"7"}}""", BodyProblems.OperationNotString, 19 },
        { """{"v":1,"operation":"unsubscribe"}""", BodyProblems.BodyMissing, 0 },
        { """{"v":1,"operation":"unsubscribe","body":"{\"id\":\"c4n4ry\"}"}""", BodyProblems.BodyNotObject, 40 },
        { """{"v":1,"operation":"unsubscribe","body":null}""", BodyProblems.BodyNotObject, 40 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"7"},"c4n4ry":1}""", BodyProblems.UnknownKey, 51 },
        { """{"V":1,"v":1,"operation":"unsubscribe","body":{"id":"7"}}""", BodyProblems.UnknownKey, 1 },
        { """{"v":1,"v":1,"operation":"unsubscribe","body":{"id":"7"}}""", BodyProblems.DuplicateKey, 7 },
        { """{"v":1,"operation":"unsubscribe","operation":"identify","body":{"id":"7"}}""", BodyProblems.DuplicateKey, 33 },
        { """{"v":1,"operation":"unsubscribe","body":{"id":"7"},"b\u006fdy":{"id":"8"}}""", BodyProblems.DuplicateKey, 51 },
        { """{"v":1,"operation":"\ud83d","body":{"id":"7"}}""", BodyProblems.LoneSurrogate, 19 },
        { $$$"""{"v":1,"operation":"identify","body":{"id":"7","x":{{{new string('[', 64)}}}{{{new string(']', 64)}}}}}""", BodyProblems.TooDeep, 114 },
        { $$"""{"v":1,"operation":"identify","body":{{string.Concat(Enumerable.Repeat("{\"c4n4ry\":", 100_000))}}""", BodyProblems.TooDeep, 677 },
    };

    /// <summary>The operation, the body, what is wrong, and the byte of the body at which it is.</summary>
    public static TheoryData<string, string, string, int> BodyFaults => new()
    {
        { "unsubscribe", "{}", BodyProblems.IdMissing, 0 },
        { "unsubscribe", """{"id":7}""", BodyProblems.IdNotString, 6 },
        { "unsubscribe", """{"id":" "}""", ValueProblems.IdMissing, 6 },
        { "resubscribe", """{"id":"7","id":"8"}""", BodyProblems.DuplicateKey, 10 },
        { "delete_user", """{"id":"7","Auth_Token":"c4n4ry"}""", BodyProblems.Credential, 23 },
        { "alias", """{"id":"c4n4ry"}""", BodyProblems.NewIdMissing, 0 },
        { "alias", """{"id":"c4n4ry","new_id":"c4n4ry"}""", ValueProblems.AliasToItself, 0 },
        { "alias", """{"id":"7","new_id":"c4n4ry "}""", ValueProblems.IdWhiteSpaceAtEnds, 19 },
        { "edit_tags", """{"id":"7"}""", ValueProblems.NoTags, 0 },
        { "edit_tags", """{"id":"7","add":[],"remove":[]}""", ValueProblems.NoTags, 0 },
        { "edit_tags", """{"id":"7","add":"c4n4ry"}""", BodyProblems.TagsNotArray, 16 },
        { "edit_tags", """{"id":"7","add":[["c4n4ry"]]}""", BodyProblems.TagsNotArray, 17 },
        { "edit_tags", """{"id":"7","add":["a",""]}""", ValueProblems.TagBlank, 21 },
        { "edit_tags", """{"id":"7","add":["c4n4ry"],"remove":["b","c4n4ry"]}""", ValueProblems.TagTwice, 41 },
        { "identify", """{"id":"7","data":{"timezone":"Bern"}}""", ValueProblems.TimezoneNotInteger, 29 },
    };

    [Fact]
    public void Every_operation_has_a_type_of_request_in_the_order_of_the_enum()
    {
        Assert.Equal(Enum.GetValues<VeroOperation>(), RequestTypes.All.Select(static row => row.Operation));
        Assert.Equal(
            typeof(VeroRequest).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(VeroRequest))).OrderBy(static type => type.Name, StringComparer.Ordinal),
            RequestTypes.All.Select(static row => row.Type).OrderBy(static type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_envelope_says_version_operation_and_body()
    {
        Assert.Equal("""{"v":1,"operation":"identify","body":{"id":"7","data":{"a":1.50}}}""", IdentifyRequest.Parse("""{"id":"7","data":{"a":1.50}}""").ToEnvelope());
        Assert.Equal("""{"v":1,"operation":"delete_user","body":{"id":"é"}}""", new DeleteUserRequest(new VeroIdentity("é")).ToEnvelope());
        Assert.Equal("""{"v":1,"operation":"edit_tags","body":{"id":"7","add":["a"]}}""", new EditTagsRequest(new VeroIdentity("7"), ["a"]).ToEnvelope());
    }

    [Fact]
    public void Every_request_comes_back_by_every_way() => AnyRequest.Any.Sample(
        request =>
        {
            Assert.Equal(request, VeroRequest.ParseEnvelope(request.ToEnvelope()));
            Assert.IsType(request.GetType(), VeroRequest.ParseEnvelope(request.ToEnvelope()));
            Assert.Equal(request, JsonSerializer.Deserialize<VeroRequest>(JsonSerializer.Serialize(request)));
            Assert.Equal(request, JsonSerializer.Deserialize(JsonSerializer.Serialize(request, request.GetType()), request.GetType()));
            Assert.Equal(request.ToEnvelope(), JsonSerializer.Serialize<object>(request));
            Assert.Equal(request, TypeDescriptor.GetConverter(request.GetType()).ConvertFromInvariantString(TypeDescriptor.GetConverter(request).ConvertToInvariantString(request)!));
            Assert.Equal(request, Newtonsoft.Json.JsonConvert.DeserializeObject<Message>(Newtonsoft.Json.JsonConvert.SerializeObject(new Message(request)))!.Request);
        },
        iter: 1_000);

    [Fact]
    public void Keys_may_be_in_any_order_with_white_space_between_and_the_bytes_of_the_body_are_kept()
    {
        VeroRequest request = VeroRequest.ParseEnvelope("\r\n{ \"body\" : { \"data\":{\"a\" :1.0e2},\"id\":\"\\u0037\"}\t,\"operation\":\"\\u0069dentify\",\"v\":1 } ");

        Assert.Equal("{ \"data\":{\"a\" :1.0e2},\"id\":\"\\u0037\"}", Assert.IsType<IdentifyRequest>(request).ToJson());
        Assert.Equal("7", request.UserId);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_no_envelope_is_refused_with_its_reason(string envelope, string problem, int at)
    {
        FormatException exception = Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope(envelope));
        Assert.Equal($"Not a valid request envelope: {problem} (at byte {at}).", exception.Message);
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(exception.Message, Assert.Throws<FormatException>(() => new VeroRequestTypeConverter<VeroRequest>().ConvertFromInvariantString(envelope)).Message);
        Assert.Equal(exception.Message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VeroRequest>(JsonSerializer.Serialize(envelope))).Message);
    }

    [Theory]
    [MemberData(nameof(BodyFaults))]
    public void What_is_no_body_is_refused_with_its_reason(string operation, string body, string problem, int at)
    {
        string start = $$"""{"v":1,"operation":"{{operation}}","body":""";
        FormatException exception = Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope(start + body + "}"));
        Assert.Equal($"Not a valid {operation} request: {problem} (at byte {start.Length + at}).", exception.Message);
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v":2,"operation":"c4n4ry","body":[]}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"v":2}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"operation":{"name":["x"]},"v":3,"body":"c4n4ry"}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"c4n4ry":{"x":[1]},"v":99999999999999999999}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"v":0,"operation":"identify","body":{"id":"7"}}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"v":1.5,"operation":"identify","body":{"id":"7"}}""", "v", BodyProblems.UnknownVersion)]
    [InlineData("""{"v":1,"operation":"c4n4ry","body":{"id":"7"}}""", "operation", BodyProblems.UnknownOperation)]
    [InlineData("""{"v":1,"operation":"Identify","body":{"id":"7"}}""", "operation", BodyProblems.UnknownOperation)]
    [InlineData("""{"body":7,"v":1,"operation":"c4n4ry"}""", "operation", BodyProblems.UnknownOperation)]
    [InlineData("""{"v":1,"operation":"","c4n4ry":1}""", "operation", BodyProblems.UnknownOperation)]
    public void What_a_later_version_may_have_written_has_an_exception_of_its_own(string envelope, string member, string problem)
    {
        foreach (Action read in (Action[])[
            () => VeroRequest.ParseEnvelope(envelope),
            () => JsonSerializer.Deserialize<VeroRequest>(envelope),
            () => JsonSerializer.Deserialize<IdentifyRequest>(envelope),
            () => new VeroRequestTypeConverter<AliasRequest>().ConvertFromInvariantString(envelope)])
        {
            VeroSerializationException exception = Assert.Throws<VeroSerializationException>(read);
            Assert.Equal($"Vero.Typed.VeroRequest.{member}: {problem}", exception.Message);
            Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_type_of_request_reads_its_envelope_and_its_bare_body_and_no_others()
    {
        var user = new VeroIdentity("7");
        foreach (VeroRequest request in (VeroRequest[])[
            IdentifyRequest.Parse("""{"id":"7"}"""), new AliasRequest(user, new VeroIdentity("8")), new UnsubscribeRequest(user), new ResubscribeRequest(user),
            new DeleteUserRequest(user), new EditTagsRequest(user, ["a"])])
        {
            TypeConverter converter = TypeDescriptor.GetConverter(request.GetType());
            Assert.Equal(request, JsonSerializer.Deserialize(request.ToJson(), request.GetType()));
            Assert.Equal(request, JsonSerializer.Deserialize(JsonSerializer.Serialize(request.ToJson()), request.GetType()));
            Assert.Equal(request, converter.ConvertFromInvariantString(request.ToJson()));
            Assert.Equal(request, converter.ConvertFromInvariantString(request.ToEnvelope()));

            Type other = request is AliasRequest ? typeof(UnsubscribeRequest) : typeof(AliasRequest);
            string expected = BodyProblems.OtherOperation(OperationTable.Of(request.Operation).Name, request is AliasRequest ? "unsubscribe" : "alias");
            Assert.Equal(expected, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(request.ToEnvelope(), other)).Message);
            Assert.Equal(expected, Assert.Throws<FormatException>(() => TypeDescriptor.GetConverter(other).ConvertFromInvariantString(request.ToEnvelope())).Message);
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VeroRequest>(request.ToJson()));
        }
    }

    // Its own reader says "'c4n4ry' is an invalid JSON literal".
    [Theory]
    [InlineData("""{"Request":{"v":1,"operation":"identify","body":{"id":"7","data":{"a":c4n4ry}}}}""")]
    [InlineData("""{"Request":{"id":"7","data":{"a":tc4n4ry}}}""")]
    [InlineData("""{"Request":{"id":"7" "c4n4ry"}}""")]
    [InlineData("""{"Request":{"id":"c4n4ry""")]
    [InlineData("""{"Request":"c4n4ry\ud83d"}""")]
    public void Malformed_JSON_is_not_repeated(string message)
    {
        foreach (Type type in (Type[])[typeof(Message), typeof(IdentifyMessage)])
        {
            JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(message, type));
            Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("$.Request", exception.Path);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    public void What_is_written_can_be_read_back_however_deep_it_is(int depth)
    {
        IdentifyRequest request = IdentifyRequest.Parse($$"""{"id":"7","deep":{{new string('[', depth)}}{{new string(']', depth)}}}""");
        Dictionary<string, IdentifyMessage[]> outer = new() { ["a"] = [new IdentifyMessage(request)] };

        Assert.Equal(request, JsonSerializer.Deserialize<IdentifyMessage>(JsonSerializer.Serialize(new IdentifyMessage(request)))!.Request);
        Assert.Equal(request, JsonSerializer.Deserialize<Dictionary<string, IdentifyMessage[]>>(JsonSerializer.Serialize(outer))!["a"][0].Request);
        Assert.Equal(request, VeroRequest.ParseEnvelope(request.ToEnvelope()));
        var shallow = new JsonSerializerOptions { MaxDepth = 4 };
        Assert.Equal(request, JsonSerializer.Deserialize<IdentifyMessage>(JsonSerializer.Serialize(new IdentifyMessage(request), shallow), shallow)!.Request);
    }

    [Fact]
    public void A_body_that_fits_fits_into_an_envelope_and_a_larger_one_does_not()
    {
        string largest = $$"""{"id":"7","t":"{{new string('x', VeroContract.MaxBodyBytes - 17)}}"}""";
        Assert.Equal(VeroContract.MaxBodyBytes, largest.Length);
        string start = """{"v":1,"operation":"identify","body":""";

        Assert.Equal(largest, VeroRequest.ParseEnvelope(start + largest + "}").ToJson());
        Assert.Contains(BodyProblems.TooLarge, Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope(start + largest.Replace("\"t\"", "\"tt\"", StringComparison.Ordinal) + "}")).Message, StringComparison.Ordinal);
        Assert.Contains(BodyProblems.TooLarge, Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope(new string(' ', 3 * VeroContract.MaxBodyBytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_envelope_is_an_argument_exception() => Assert.Throws<ArgumentNullException>("envelope", () => VeroRequest.ParseEnvelope(null!));

    [Fact]
    public void Whatever_is_cut_off_is_no_envelope()
    {
        string envelope = """{"v":1,"operation":"edit_tags","body":{"id":"é😀","add":["a","b"],"remove":["c"]}}""";
        for (int length = 0; length < envelope.Length; length++)
            Assert.Throws<FormatException>(() => VeroRequest.ParseEnvelope(envelope[..length]));
        Assert.NotNull(JsonNode.Parse(envelope));
        VeroRequest.ParseEnvelope(envelope);
    }

    public sealed record Message(VeroRequest? Request);

    public sealed record IdentifyMessage(IdentifyRequest? Request);
}
