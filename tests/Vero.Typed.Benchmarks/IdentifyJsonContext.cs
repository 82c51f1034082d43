using System.Text.Json.Serialization;

namespace Vero.Typed.Benchmarks;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IdentifyDto))]
[JsonSerializable(typeof(LeadDto))]
internal sealed partial class IdentifyJsonContext : JsonSerializerContext;
