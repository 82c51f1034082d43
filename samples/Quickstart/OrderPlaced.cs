using Vero.Typed;

namespace Quickstart;

/// <summary>An order that a customer has placed, as the event that Vero gets to know.</summary>
[VeroEvent("Placed order")]
public sealed record OrderPlaced
{
    [VeroId]
    public required string CustomerId { get; init; }

    [VeroCreatedAt]
    public required DateTimeOffset OrderedAt { get; init; }

    [VeroTrait]
    public required string Number { get; init; }

    [VeroTrait]
    public string? Product { get; init; }

    [VeroTrait]
    public int? Quantity { get; init; }

    [VeroTrait]
    public decimal? Total { get; init; }

    [VeroTrait]
    public string? Currency { get; init; }

    [VeroTrait]
    public string? Coupon { get; init; }

    [VeroTrait("gift")]
    public bool? IsGift { get; init; }
}
