using Vero.Typed;

namespace NativeAot;

/// <summary>Sent as an object, several of them as an array.</summary>
internal sealed class Order
{
    [VeroTrait]
    public required DateOnly PlacedOn { get; init; }

    [VeroTrait]
    public required decimal Total { get; init; }

    [VeroTrait]
    public Address? DeliveredTo { get; init; }
}
