namespace Vero.Typed.Benchmarks.Serializer;

public sealed class ShopperDataDto
{
    public required List<string> Tags { get; init; }

    public required int[] Sizes { get; init; }

    public required DateTimeOffset[] Visits { get; init; }

    public required Dictionary<string, decimal> SpentByYear { get; init; }

    public required Address Home { get; init; }

    public required List<Order> Orders { get; init; }
}
