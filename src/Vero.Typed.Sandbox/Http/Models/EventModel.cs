using System.Collections.Immutable;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>An event.</summary>
internal sealed record EventModel(
    string UserId,
    string? Email,
    string Name,
    IReadOnlyDictionary<string, JsonElement> Data,
    string? CreatedAt,
    string? Source,
    DateTimeOffset ReceivedAt,
    bool IsDropped)
{
    public static EventModel Of(SandboxEvent recorded, bool isDropped) => new(
        recorded.UserId, recorded.Email, recorded.Name, recorded.Data, recorded.CreatedAt, recorded.Source, recorded.ReceivedAt, isDropped);

    public SandboxEvent ToEvent() => new(UserId, Email, Name, Data.ToImmutableDictionary(StringComparer.Ordinal), CreatedAt, Source, ReceivedAt);
}
