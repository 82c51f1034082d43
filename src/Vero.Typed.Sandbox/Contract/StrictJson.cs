using System.Text.Json;
using System.Text.Unicode;

namespace Vero.Typed.Sandbox.Contract;

/// <summary>
/// Reads a body as RFC 8259 has it. The schema library reads much more as JSON (repeated names, single quotes, comments, trailing commas
/// and text), so nothing gets to it that did not pass here.
/// </summary>
internal static class StrictJson
{
    private const string HalfSurrogatePair = "The text holds half of a surrogate pair and is no Unicode.";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads one JSON value.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="value">The value, if there is no violation.</param>
    /// <returns>What is wrong, or null.</returns>
    public static SandboxViolation? TryRead(ReadOnlyMemory<byte> body, out JsonElement value)
    {
        value = default;
        if (!Utf8.IsValid(body.Span))
            return new SandboxViolation(JsonPointer.Root, "The body is not UTF-8.");

        try
        {
            using var document = JsonDocument.Parse(body, Options);
            if (JsonFaultLocator.Find(body.Span) is { } place)
                return new SandboxViolation(place, HalfSurrogatePair);
            value = document.RootElement.Clone();
            return null;
        }
        catch (JsonException e)
        {
            return new SandboxViolation(JsonFaultLocator.Find(body.Span) ?? JsonPointer.Root, e.Message);
        }
        catch (InvalidOperationException)
        {
            // Names are decoded while parsing, to compare them; values are not.
            return new SandboxViolation(JsonFaultLocator.Find(body.Span) ?? JsonPointer.Root, HalfSurrogatePair);
        }
    }
}
