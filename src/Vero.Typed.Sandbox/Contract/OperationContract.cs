using System.Text.Json;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>What the document says of one operation.</summary>
internal sealed class OperationContract(VeroOperation operation, string method, string path, BodySchema schema)
{
    private const string JsonMediaType = "application/json";

    public VeroOperation Operation { get; } = operation;

    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path from the root of the server.</summary>
    public string Path { get; } = path;

    /// <summary>Validates a body.</summary>
    /// <param name="contentType">The header of that name, or null.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="value">The value, if it is JSON.</param>
    /// <returns>Everything that is wrong.</returns>
    public IReadOnlyList<SandboxViolation> Check(string? contentType, ReadOnlyMemory<byte> body, out JsonElement value)
    {
        value = default;
        if (!IsUtf8Json(contentType))
            return [new SandboxViolation(JsonPointer.Root, $"The content type must be {JsonMediaType} in UTF-8.")];
        if (StrictJson.TryRead(body, out value) is { } fault)
            return [fault];

        IReadOnlyList<SandboxViolation> violations = schema.Check(value);
        // The rules read what the schema has accepted.
        return violations.Count > 0 ? violations : [.. ValueRules.Check(Operation, value), .. OperationRules.Check(Operation, value)];
    }

    private static bool IsUtf8Json(string? contentType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var parsed)
        && string.Equals(parsed.MediaType, JsonMediaType, StringComparison.OrdinalIgnoreCase)
        && (parsed.CharSet is null || string.Equals(parsed.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}
