using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>A customer, and every way to its body. Mapping it to something else belongs to the way that needs it.</summary>
public sealed class Payload
{
    /// <summary>Where Vero.Typed stands among the ways, for those who call another build of this assembly by reflection.</summary>
    public const int VeroToRequest = 5;
    public const int VeroToBuffer = 9;

    // Both kept from call to call, as System.Text.Json keeps its own: the cheapest way there is.
    private readonly ArrayBufferWriter<byte> _buffer = new(16_384);
    private readonly Utf8JsonWriter _writer;
    private readonly string _name;

    private Payload(string name)
    {
        _name = name;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
    }

    public static IReadOnlyList<Payload> All { get; } =
    [
        Of("small", Customers.Small),
        Of("typical", Customers.Typical),
        Of("50 texts of 200", Customers.Survey),
        Of("non-ASCII", Customers.NonAscii),
        Of("escape-heavy", Customers.EscapeHeavy),
        Of("collections", Customers.Shopper),
    ];

    /// <summary>The first is what the others are compared with.</summary>
    public IReadOnlyList<Way> Ways { get; private set; } = [];

    /// <summary>The body that a way makes.</summary>
    public byte[] BodyOf(int way) => Ways[way].Run() switch
    {
        byte[] body => body,
        IdentifyRequest request => request.Utf8Json.ToArray(),
        _ => _buffer.WrittenSpan.ToArray(),
    };

    /// <summary>Nothing is timed before all bodies say the same.</summary>
    public void Check()
    {
        byte[] first = BodyOf(0);
        using JsonDocument expected = JsonDocument.Parse(first);
        for (int i = 1; i < Ways.Count; i++)
        {
            using JsonDocument compared = JsonDocument.Parse(BodyOf(i));
            if (!JsonElement.DeepEquals(expected.RootElement, compared.RootElement))
                throw new InvalidOperationException($"'{Ways[i].Name}' makes another body of '{_name}': {expected.RootElement} and {compared.RootElement}");
        }
    }

    public override string ToString() => _name;

    private static Payload Of(string name, Lead lead) => Of(
        name,
        new Sources<LeadDto>(
            () => LeadDto.From(lead),
            IdentifyJsonContext.Default.LeadDto,
            MetadataJsonContext.Default.LeadDto,
            () => LeadDto.DictionaryOf(lead),
            writer => LeadDto.Write(writer, lead),
            lead.ToIdentifyRequest,
            lead.WriteIdentifyRequest));

    private static Payload Of(string name, Customer customer) => Of(
        name,
        new Sources<IdentifyDto>(
            () => IdentifyDto.From(customer),
            IdentifyJsonContext.Default.IdentifyDto,
            MetadataJsonContext.Default.IdentifyDto,
            () => IdentifyDto.DictionaryOf(customer),
            writer => IdentifyDto.Write(writer, customer),
            customer.ToIdentifyRequest,
            customer.WriteIdentifyRequest));

    private static Payload Of(string name, Survey survey) => Of(
        name,
        new Sources<SurveyDto>(
            () => SurveyDto.From(survey),
            IdentifyJsonContext.Default.SurveyDto,
            MetadataJsonContext.Default.SurveyDto,
            () => SurveyDto.DictionaryOf(survey),
            writer => SurveyDto.Write(writer, survey),
            survey.ToIdentifyRequest,
            survey.WriteIdentifyRequest));

    private static Payload Of(string name, Shopper shopper) => Of(
        name,
        new Sources<ShopperDto>(
            () => ShopperDto.From(shopper),
            IdentifyJsonContext.Default.ShopperDto,
            MetadataJsonContext.Default.ShopperDto,
            () => ShopperDto.DictionaryOf(shopper),
            writer => ShopperDto.Write(writer, shopper),
            shopper.ToIdentifyRequest,
            shopper.WriteIdentifyRequest));

    private static Payload Of<TDto>(string name, Sources<TDto> from)
    {
        var payload = new Payload(name);
        ArrayBufferWriter<byte> buffer = payload._buffer;
        Utf8JsonWriter writer = payload._writer;
        byte[] finished = from.Request().Utf8Json.ToArray();

        payload.Ways =
        [
            new("System.Text.Json generated, fast path, to byte[]", () => JsonSerializer.SerializeToUtf8Bytes(from.Map(), from.FastPath)),
            new("System.Text.Json generated, metadata, to byte[]", () => JsonSerializer.SerializeToUtf8Bytes(from.Map(), from.Metadata)),
            new("System.Text.Json, dictionary, to byte[]", () => JsonSerializer.SerializeToUtf8Bytes(from.Dictionary())),
            new("Newtonsoft.Json, dictionary, to byte[]", () => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(from.Dictionary()))),
            new("Utf8JsonWriter by hand, to byte[]", () => Written(from.ByHand).WrittenSpan.ToArray()),
            new("**Vero.Typed, ToIdentifyRequest**", from.Request),
            new("copy of the finished body, to byte[]", () => finished.AsSpan().ToArray()),
            new("System.Text.Json generated, fast path, to a reused buffer", () => Nothing(Written(w => JsonSerializer.Serialize(w, from.Map(), from.FastPath)))),
            new("Utf8JsonWriter by hand, to a reused buffer", () => Nothing(Written(from.ByHand))),
            new("**Vero.Typed, WriteIdentifyRequest, to a reused buffer**", () =>
            {
                buffer.ResetWrittenCount();
                from.Into(buffer);
                return null;
            }),
        ];
        return payload;

        ArrayBufferWriter<byte> Written(Action<Utf8JsonWriter> write)
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            write(writer);
            writer.Flush();
            return buffer;
        }

        static object? Nothing(ArrayBufferWriter<byte> _) => null;
    }

    private sealed record Sources<TDto>(
        Func<TDto> Map,
        JsonTypeInfo<TDto> FastPath,
        JsonTypeInfo<TDto> Metadata,
        Func<Dictionary<string, object?>> Dictionary,
        Action<Utf8JsonWriter> ByHand,
        Func<IdentifyRequest> Request,
        Action<IBufferWriter<byte>> Into);
}
