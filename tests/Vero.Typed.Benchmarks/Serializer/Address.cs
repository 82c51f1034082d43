namespace Vero.Typed.Benchmarks.Serializer;

public sealed class Address
{
    [VeroTrait]
    public string? Street { get; init; }

    [VeroTrait]
    public string? City { get; init; }

    [VeroTrait]
    public string? Country { get; init; }
}
