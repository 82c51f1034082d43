using System.Globalization;
using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>
/// What all customers of the oracle have. System.Text.Json serializes the same objects, so nothing is copied by hand: what it must not see as a
/// part of <c>data</c> is ignored by it.
/// </summary>
public abstract partial class OracleUser
{
    [VeroId, JsonIgnore] public string Id { get; set; } = "7";

    [VeroEmail, JsonIgnore] public string? Email { get; set; }

    [VeroChannel("push", "android"), JsonIgnore] public string[]? Tokens { get; set; }

    [VeroTimezone, JsonPropertyName("timezone")] public int? Zone { get; set; }

    [VeroLanguage, JsonPropertyName("language")] public CultureInfo? Culture { get; set; }

    [VeroUserAgent, JsonPropertyName("userAgent")] public string? Agent { get; set; }
}
