using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Vero.Typed.Tests.Requests;

/// <summary>Requests on their way through the serializers of queues.</summary>
public class CarriedRequestTests
{
    // With everything that a serializer might be tempted to write otherwise.
    private const string Json = """{"id":"7","email":"zoë+é@b","data":{"a":"<é😀\/\u0041>", "n":1.50,"t":"2026-01-02T03:04:05Z"}}""";

    private const string Envelope = """{"v":1,"operation":"identify","body":""" + Json + "}";

    private static readonly IdentifyRequest Request = IdentifyRequest.Parse(Json);
    private static readonly IdentifyRequest Other = IdentifyRequest.Parse("""{"id":"8"}""");

    private static readonly Dictionary<string, JsonSerializerOptions> AllOptions = new()
    {
        ["default"] = JsonSerializerOptions.Default,
        ["web"] = JsonSerializerOptions.Web,
        ["strict"] = JsonSerializerOptions.Strict,
        ["indented"] = new JsonSerializerOptions { WriteIndented = true, NewLine = "\r\n", TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        ["relaxed"] = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowTrailingCommas = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        ["source-generated"] = CarriedRequestContext.Default.Options,
        ["source-generated, web, indented"] = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, TypeInfoResolver = CarriedRequestContext.Default },
    };

    public static TheoryData<string> OptionNames => new(AllOptions.Keys);

    [Theory]
    [MemberData(nameof(OptionNames))]
    public void System_Text_Json_writes_the_envelope_and_reads_it_back(string name)
    {
        JsonSerializerOptions options = AllOptions[name];

        string alone = JsonSerializer.Serialize(Request, options);
        string message = JsonSerializer.Serialize(new CarriedRequest("eu", Request, [Other, Request]), options);

        Assert.Equal(Envelope, alone);
        Assert.Equal(Request, JsonSerializer.Deserialize<IdentifyRequest>(alone, options));
        Assert.Equal(3, message.Split("\"body\":{\"id\":").Length - 1);
        CarriedRequest back = JsonSerializer.Deserialize<CarriedRequest>(message, options)!;
        Assert.Equal("eu", back.Tenant);
        Assert.Equal(Request, back.Request);
        Assert.Equal([Other, Request], back.More);
    }

    [Fact]
    public void The_source_generated_message_looks_like_this() => Assert.Equal(
        $$$"""{"Tenant":"eu","Request":{{{Envelope}}},"More":[{"v":1,"operation":"identify","body":{"id":"8"}}]}""",
        JsonSerializer.Serialize(new CarriedRequest("eu", Request, [Other]), CarriedRequestContext.Default.CarriedRequest));

    [Theory]
    [MemberData(nameof(OptionNames))]
    public void System_Text_Json_also_reads_a_string_that_contains_the_body(string name)
    {
        string message = JsonSerializer.Serialize(new Dictionary<string, string> { ["Tenant"] = "eu", ["Request"] = Json }).Replace("}\"}", "}\",\"More\":null}", StringComparison.Ordinal);

        Assert.Equal(Request, JsonSerializer.Deserialize<CarriedRequest>(Renamed(message, AllOptions[name]), AllOptions[name])!.Request);
    }

    [Fact]
    public async Task A_stream_that_comes_in_small_pieces_is_read_byte_for_byte()
    {
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(new CarriedRequest("eu", Request, [.. Enumerable.Repeat(Other, 100)]));
        var options = new JsonSerializerOptions { DefaultBufferSize = 1, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        using var stream = new MemoryStream(message);

        CarriedRequest back = (await JsonSerializer.DeserializeAsync<CarriedRequest>(stream, options, TestContext.Current.CancellationToken))!;

        Assert.Equal(Request, back.Request);
        Assert.Equal(100, back.More!.Count(Other.Equals));
    }

    [Fact]
    public void No_request_is_null()
    {
        Assert.Equal("null", JsonSerializer.Serialize<IdentifyRequest?>(null));
        Assert.Null(JsonSerializer.Deserialize<IdentifyRequest>("null"));
        Assert.Null(JsonSerializer.Deserialize<CarriedRequest>("""{"Tenant":"eu","Request":null}""")!.Request);
    }

    [Theory]
    [InlineData("""{"Tenant":"c4n4ry","Request":{"email":"c4n4ry@b"}}""", "Not a valid identify request: " + BodyProblems.IdMissing)]
    [InlineData("""{"Tenant":"c4n4ry","Request":{"id":"c4n4ry","id":"8"}}""", "Not a valid identify request: " + BodyProblems.DuplicateKey + " (at byte 15)")]
    [InlineData("""{"Tenant":"c4n4ry","Request":"c4n4ry"}""", "Not a valid identify request: " + BodyProblems.NotJson + " (at byte 0)")]
    [InlineData("""{"Tenant":"c4n4ry","Request":"{\"id\":\"\uD83D\"}"}""", "")]
    [InlineData("""{"Tenant":"c4n4ry","Request":7}""", BodyProblems.NotARequest)]
    [InlineData("""{"Tenant":"c4n4ry","Request":[{"id":"7"}]}""", BodyProblems.NotARequest)]
    public void What_is_no_request_is_a_JsonException_at_its_place(string message, string problem)
    {
        foreach (JsonSerializerOptions options in (JsonSerializerOptions[])[JsonSerializerOptions.Default, CarriedRequestContext.Default.Options])
        {
            var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CarriedRequest>(message, options));

            Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
            Assert.Equal("$.Request", exception.Path);
            Assert.DoesNotContain("c4n4ry", exception.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Comments_that_the_options_allow_elsewhere_are_not_allowed_in_a_request()
    {
        var options = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        Assert.Equal(Other, JsonSerializer.Deserialize<CarriedRequest>("""{"Tenant":"eu",/* here */"Request":{"id":"8"}}""", options)!.Request);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CarriedRequest>("""{"Tenant":"eu","Request":{/* not here */"id":"8"}}""", options));
    }

    [Fact]
    public void Newtonsoft_Json_carries_the_envelope_as_a_string()
    {
        string message = Newtonsoft.Json.JsonConvert.SerializeObject(new CarriedRequest("eu", Request, [Other]));
        CarriedRequest back = Newtonsoft.Json.JsonConvert.DeserializeObject<CarriedRequest>(message)!;

        Assert.Equal($$$"""{"Tenant":"eu","Request":{{{Newtonsoft.Json.JsonConvert.ToString(Envelope)}}},"More":["{\"v\":1,\"operation\":\"identify\",\"body\":{\"id\":\"8\"}}"]}""", message);
        Assert.Equal(Request, back.Request);
        Assert.Equal([Other], back.More);
        Assert.Null(Newtonsoft.Json.JsonConvert.DeserializeObject<CarriedRequest>("""{"Tenant":"eu","Request":null}""")!.Request);
    }

    [Fact]
    public void What_Newtonsoft_Json_throws_repeats_the_text_and_loses_the_reason()
    {
        var exception = Assert.Throws<Newtonsoft.Json.JsonSerializationException>(
            () => Newtonsoft.Json.JsonConvert.DeserializeObject<CarriedRequest>("""{"Tenant":"eu","Request":"c4n4ry"}"""));

        Assert.Contains("c4n4ry", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Could not cast or convert from System.String to Vero.Typed.IdentifyRequest.", exception.InnerException?.Message);
    }

    [Fact]
    public void What_one_serializer_has_written_the_other_reads()
    {
        string message = Newtonsoft.Json.JsonConvert.SerializeObject(new CarriedRequest("eu", Request));

        Assert.Equal(Request, JsonSerializer.Deserialize<CarriedRequest>(message)!.Request);
    }

    [Fact]
    public void The_type_converter_converts_text_and_nothing_else()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(IdentifyRequest));

        Assert.IsType<VeroRequestTypeConverter<IdentifyRequest>>(converter);
        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.True(converter.CanConvertTo(typeof(string)));
        Assert.False(converter.CanConvertFrom(typeof(int)));
        Assert.False(converter.CanConvertTo(typeof(int)));
        Assert.Equal(Envelope, converter.ConvertToInvariantString(Request));
        Assert.Equal(Request, converter.ConvertFromInvariantString(Json));
        Assert.True(converter.IsValid(Json));
        Assert.False(converter.IsValid("{}"));
        Assert.Throws<FormatException>(() => converter.ConvertFromInvariantString("{}"));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(7));
        Assert.Throws<NotSupportedException>(() => converter.ConvertTo(Request, typeof(int)));
    }

    [Fact]
    public void Bytes_and_text_need_no_serializer()
    {
        Assert.Equal(Request, IdentifyRequest.Parse(Request.ToJson()));
        Assert.Equal(Request, IdentifyRequest.Parse(Request.Utf8Json.Span));
        Assert.Equal(Json, Encoding.UTF8.GetString(Request.Utf8Json.Span));
    }

    private static string Renamed(string message, JsonSerializerOptions options) => options.PropertyNamingPolicy is null
        ? message
        : message.Replace("\"Tenant\"", "\"tenant\"", StringComparison.Ordinal).Replace("\"Request\"", "\"request\"", StringComparison.Ordinal);
}
