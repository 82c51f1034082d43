namespace Vero.Typed.Sandbox;

/// <summary>One request as it arrived, and the response to it.</summary>
public sealed class SandboxRequest
{
    internal SandboxRequest()
    {
    }

    /// <summary>The number of the request: 1 for the first one of the sandbox.</summary>
    public required int Number { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path, such as <c>/api/v2/users/track</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it was on the wire, with its question mark and still percent-encoded; empty if there was none.</summary>
    public required string Query { get; init; }

    /// <summary>The headers; several values of one name are joined by commas. Names are compared without case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The bytes of the body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The operation, or null if path or method are of none.</summary>
    public VeroOperation? Operation { get; init; }

    /// <summary>The id of the user, or null if the body has none that is valid. For an alias, the old id.</summary>
    public string? UserId { get; init; }

    /// <summary>The name of the event, or null if the request tracks none.</summary>
    public string? EventName { get; init; }

    /// <summary>The HTTP status of the response, or 0 if the connection was closed instead.</summary>
    public required int Status { get; init; }

    /// <summary>Why the sandbox did not accept the request; empty if it did, and for a failure that was asked for.</summary>
    public required IReadOnlyList<SandboxViolation> Violations { get; init; }

    /// <summary>
    /// Whether this is an event that Vero accepts and drops, because the same one (name, user and data) was received shortly before.
    /// </summary>
    public bool IsDuplicate { get; init; }

    /// <summary>The profile of the user before the request, or null if there was none.</summary>
    public SandboxProfile? ProfileBefore { get; init; }

    /// <summary>The profile of the user after the request, that of the new id for an alias; null if there is none, and if nothing was stored.</summary>
    public SandboxProfile? ProfileAfter { get; init; }
}
