using System.Text.Json.Serialization;

namespace Vero.Typed.Benchmarks.Serializer;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IdentifyDto))]
[JsonSerializable(typeof(LeadDto))]
[JsonSerializable(typeof(SurveyDto))]
[JsonSerializable(typeof(ShopperDto))]
internal sealed partial class MetadataJsonContext : JsonSerializerContext;
