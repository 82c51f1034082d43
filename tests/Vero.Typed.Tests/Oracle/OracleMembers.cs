using System.Globalization;
using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>
/// What all users and events of the oracle have. System.Text.Json serializes the same objects, so nothing is copied by hand: what it must not see
/// as a part of <c>data</c> is ignored by it.
/// </summary>
public abstract partial class OracleMembers
{
    [JsonIgnore] public string Id { get; set; } = "7";

    [JsonIgnore] public string? Email { get; set; }

    [JsonIgnore] public string[]? Tokens { get; set; }

    [JsonPropertyName("timezone")] public int? Zone { get; set; }

    [JsonPropertyName("language")] public CultureInfo? Culture { get; set; }

    [JsonPropertyName("userAgent")] public string? Agent { get; set; }
}
