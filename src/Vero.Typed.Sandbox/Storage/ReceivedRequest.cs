namespace Vero.Typed.Sandbox.Storage;

/// <summary>A request as it arrived.</summary>
internal sealed record ReceivedRequest(
    DateTimeOffset ReceivedAt, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
