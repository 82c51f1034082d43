using System.Text.Json;

namespace Vero.Typed.Sandbox.Storage;

/// <summary>What the sandbox makes of a request.</summary>
/// <param name="Status">The status of the response.</param>
/// <param name="Violations">Why it is not accepted.</param>
/// <param name="Operation">The operation, if path and method are of one.</param>
/// <param name="Body">The body, if it is JSON.</param>
internal sealed record Verdict(int Status, IReadOnlyList<SandboxViolation> Violations, VeroOperation? Operation = null, JsonElement Body = default)
{
    /// <summary>The id of the user, if the body has a valid one.</summary>
    public string? UserId
    {
        get
        {
            JsonElement owner = Body;
            if (Operation == VeroOperation.Track && !(owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty("identity", out owner)))
                return null;
            return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
    }

    /// <summary>The name of the event, if the body has one.</summary>
    public string? EventName =>
        Operation == VeroOperation.Track && Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("event_name", out JsonElement name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
