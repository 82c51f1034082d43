namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>A user whose data is elsewhere: paths and a converter reach it.</summary>
public sealed partial class Account
{
    [VeroId]
    public required int Id { get; init; }

    [VeroTrait("street", From = "Street")]
    [VeroTrait("city", From = "City")]
    [VeroTrait("country", From = "Country")]
    public required Address Home { get; init; }

    [VeroTrait("numbers", From = "[].Number")]
    [VeroTrait("order_count", From = "Count")]
    public required List<Order> Orders { get; init; }

    [VeroTrait]
    public required Money Balance { get; init; }

    [VeroTrait]
    public required Money Spent { get; init; }
}
