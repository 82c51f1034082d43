using System.Globalization;
using System.Text.Json;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>What a schema cannot say.</summary>
internal static class OperationRules
{
    /// <param name="operation">The operation.</param>
    /// <param name="body">A body that the schema has accepted.</param>
    public static IEnumerable<SandboxViolation> Check(VeroOperation operation, JsonElement body) => operation switch
    {
        VeroOperation.Track => CheckEventName(body),
        VeroOperation.Alias => CheckAlias(body),
        VeroOperation.EditTags => CheckTags(body),
        _ => [],
    };

    private static IEnumerable<SandboxViolation> CheckEventName(JsonElement body)
    {
        if (VeroContract.CheckEventName(body.GetProperty("event_name").GetString()) == EventNameFault.Reserved)
            yield return new SandboxViolation("/event_name", "is the name of an event that Vero records itself");
    }

    private static IEnumerable<SandboxViolation> CheckAlias(JsonElement body)
    {
        if (body.GetProperty("id").GetString() == body.GetProperty("new_id").GetString())
            yield return new SandboxViolation("/new_id", "must differ from id");
    }

    private static IEnumerable<SandboxViolation> CheckTags(JsonElement body)
    {
        string[] added = Tags(body, "add");
        string[] removed = Tags(body, "remove");
        if (added.Length + removed.Length == 0)
            yield return new SandboxViolation(JsonPointer.Root, "add or remove must contain at least one tag");
        for (int i = 0; i < removed.Length; i++)
        {
            if (added.Contains(removed[i], StringComparer.Ordinal))
                yield return new SandboxViolation(string.Create(CultureInfo.InvariantCulture, $"/remove/{i}"), "is also in add");
        }
    }

    private static string[] Tags(JsonElement body, string list) => body.TryGetProperty(list, out JsonElement tags)
        ? [.. tags.EnumerateArray().Select(static tag => tag.GetString()!)]
        : [];
}
