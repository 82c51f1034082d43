using System.Text.Json;

namespace Vero.Typed.Quartz.Tests;

/// <summary>Requests as the generated code makes them, in the fewest words.</summary>
internal static class Requests
{
    public static IdentifyRequest Identify(string id, params (string Key, object Value)[] data) => IdentifyRequest.Parse(
        JsonSerializer.Serialize(new { id, data = data.ToDictionary(static pair => pair.Key, static pair => pair.Value) }));

    public static TrackRequest Track(string id, string name, string? createdAt = "2026-11-30T12:00:00+00:00") => TrackRequest.Parse(createdAt is null
        ? JsonSerializer.Serialize(new { identity = new { id }, event_name = name })
        : JsonSerializer.Serialize(new { identity = new { id }, event_name = name, extras = new { source = "test", created_at = createdAt } }));
}
