using System.Text.Json.Serialization;

namespace Vero.Typed.Tests.Oracle;

/// <summary>What all events of the oracle have in common, which a base gives them.</summary>
[VeroEvent(Source = "oracle \"shop\"")]
public abstract partial class OracleEvent
{
    [VeroId, JsonIgnore] public string UserId { get; set; } = "7";

    [VeroEmail, JsonIgnore] public string? UserEmail { get; set; }

    [VeroCreatedAt, JsonIgnore] public DateTimeOffset? At { get; set; }

    [VeroTrait, JsonPropertyOrder(-1)] public string? Store { get; set; }
}
