namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>A request as the list shows it.</summary>
internal sealed record RequestSummary(
    int Number,
    DateTimeOffset ReceivedAt,
    VeroOperation? Operation,
    string? Path,
    string? UserId,
    string? EventName,
    int Status,
    int Violations,
    bool IsDuplicate);
