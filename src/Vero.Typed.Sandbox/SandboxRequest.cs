namespace Vero.Typed.Sandbox;

/// <summary>One request as it arrived, and how it was answered.</summary>
public sealed class SandboxRequest
{
    internal SandboxRequest(
        string method,
        string path,
        string query,
        IReadOnlyDictionary<string, string> headers,
        ReadOnlyMemory<byte> body,
        int status,
        IReadOnlyList<SandboxViolation> violations)
    {
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
        Body = body;
        Status = status;
        Violations = violations;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path, such as <c>/api/v2/users/track</c>.</summary>
    public string Path { get; }

    /// <summary>The query as it was on the wire, with its question mark and still percent-encoded; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>The headers; several values of one name are joined by commas. Names are compared without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; }

    /// <summary>Why the answer was 400; empty for every other answer.</summary>
    public IReadOnlyList<SandboxViolation> Violations { get; }
}
