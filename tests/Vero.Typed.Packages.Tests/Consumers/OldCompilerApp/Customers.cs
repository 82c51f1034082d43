using Vero.Typed;

namespace Shop;

internal enum Plan
{
    Free,
    Pro,
}

internal sealed partial record Customer
{
#if !PLANTED
    [VeroId]
#endif
    public required int Id { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait("plan")]
    public Plan Plan { get; init; }

    [VeroTimezone]
    public TimeZoneInfo? Zone { get; init; }
}

internal sealed class Lead
{
    [VeroId]
    public string? Key { get; init; }

    [VeroTrait]
    public Address? Home { get; init; }
}

internal sealed class Address
{
    [VeroTrait]
    public string? City { get; init; }
}

[VeroEvent("Left cart")]
[VeroTrait("city", From = "Home.City")]
internal sealed partial record CartLeft([VeroId] int CustomerId, Address? Home, [VeroTrait] Points Points);

internal readonly record struct Points(int Value, int Weight)
{
    [VeroConverter]
    public static int Total(Points points) => points.Value * points.Weight;
}
