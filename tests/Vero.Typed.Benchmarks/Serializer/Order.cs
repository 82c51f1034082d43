namespace Vero.Typed.Benchmarks.Serializer;

public sealed class Order
{
    [VeroTrait]
    public required long Number { get; init; }

    [VeroTrait]
    public required decimal Total { get; init; }

    [VeroTrait]
    public required string[] Items { get; init; }
}
