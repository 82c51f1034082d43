namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The same user with the properties that one writes by hand where there are neither paths nor converters.</summary>
public sealed partial class AccountByHand
{
    [VeroId]
    public required int Id { get; init; }

    public required Address Home { get; init; }

    public required List<Order> Orders { get; init; }

    public required Money Balance { get; init; }

    public required Money Spent { get; init; }

    [VeroTrait("street")]
    public string? HomeStreet => Home?.Street;

    [VeroTrait("city")]
    public string? HomeCity => Home?.City;

    [VeroTrait("country")]
    public string? HomeCountry => Home?.Country;

    [VeroTrait("numbers")]
    public IEnumerable<long> OrderNumbers => Orders.Select(static order => order.Number);

    [VeroTrait]
    public int OrderCount => Orders.Count;

    [VeroTrait("balance")]
    public decimal BalanceAmount => Money.ToAmount(Balance);

    [VeroTrait("spent")]
    public decimal SpentAmount => Money.ToAmount(Spent);
}
