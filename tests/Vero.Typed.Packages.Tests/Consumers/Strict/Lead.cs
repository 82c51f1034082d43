using Vero.Typed;

namespace Shop.Strict;

/// <summary>Not partial: its request is made by an extension method.</summary>
public sealed class Lead
{
    /// <summary>Identifies the lead.</summary>
    [VeroId]
    public required Guid Id { get; init; }

    /// <summary>Where pushes go.</summary>
    [VeroChannel("push", "android")]
    public IReadOnlyList<string> Tokens { get; init; } = [];
}
