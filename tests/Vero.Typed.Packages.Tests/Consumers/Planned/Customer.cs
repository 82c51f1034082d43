using Vero.Typed;

namespace Shop;

public sealed record Customer
{
    [VeroId]
    public required int Id { get; init; }

#if PLANTED
    [VeroTrait]
    public string? GivenName { get; init; }
#else
    [VeroTrait]
    public string? FirstName { get; init; }
#endif

#if NET10_0_OR_GREATER
    [VeroTrait]
    public DateOnly? Joined { get; init; }
#endif
}
