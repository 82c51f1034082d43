using System.Text.Json.Serialization;

namespace Vero.Typed.Benchmarks.Serializer;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PurchaseDto))]
[JsonSerializable(typeof(IdentifyDto))]
[JsonSerializable(typeof(LeadDto))]
[JsonSerializable(typeof(SurveyDto))]
[JsonSerializable(typeof(ShopperDto))]
internal sealed partial class IdentifyJsonContext : JsonSerializerContext;
