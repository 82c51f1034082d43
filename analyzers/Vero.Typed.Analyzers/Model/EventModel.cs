namespace Vero.Typed.Analyzers.Model;

/// <summary>What the track request of an event is made of.</summary>
internal sealed record EventModel
{
    public required TargetModel Target { get; init; }

    /// <summary>The name as it is sent.</summary>
    public required string Name { get; init; }

    /// <summary>Null when nothing is said.</summary>
    public required string? Source { get; init; }

    /// <summary>Null where the event does not say which user it belongs to.</summary>
    public required IdModel? Id { get; init; }

    public required EmailModel? Email { get; init; }

    public required CreatedAtModel? CreatedAt { get; init; }

    public required DataModel Data { get; init; }
}

internal sealed record CreatedAtModel : MemberModel
{
    /// <summary>Whether it is a DateTime, which has a kind, and no DateTimeOffset.</summary>
    public required bool IsDateTime { get; init; }

    /// <summary>The name of what an unspecified kind means.</summary>
    public required string Unspecified { get; init; }
}
