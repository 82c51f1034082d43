using System.Text.Json;

namespace Vero.Typed.Quartz.Tests;

/// <summary>Requests as the generated code makes them, in the fewest words.</summary>
internal static class Requests
{
    public static IdentifyRequest Identify(string id, params (string Key, object Value)[] data) => IdentifyRequest.Parse(
        JsonSerializer.Serialize(new { id, data = data.ToDictionary(static pair => pair.Key, static pair => pair.Value) }));
}
