namespace Vero.Typed.Benchmarks.Serializer;

public sealed partial class Shopper
{
    [VeroId]
    public required int Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public required List<string> Tags { get; init; }

    [VeroTrait]
    public required int[] Sizes { get; init; }

    [VeroTrait]
    public required DateTimeOffset[] Visits { get; init; }

    [VeroTrait]
    public required Dictionary<string, decimal> SpentByYear { get; init; }

    [VeroTrait]
    public required Address Home { get; init; }

    [VeroTrait]
    public required List<Order> Orders { get; init; }
}
