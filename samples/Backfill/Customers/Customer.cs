using Vero.Typed;

namespace Backfill.Customers;

/// <summary>A customer of the shop, as it is stored.</summary>
internal sealed partial class Customer
{
    [VeroId]
    public long Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait]
    public Plan Plan { get; init; }

    [VeroTrait("orders")]
    public int OrderCount { get; set; }

    [VeroTrait]
    public DateTimeOffset SignedUpAt { get; init; }
}
