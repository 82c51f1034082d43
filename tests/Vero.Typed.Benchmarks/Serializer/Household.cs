namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>An amount of another assembly, so to speak: it cannot be annotated.</summary>
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>How an amount is sent.</summary>
public static class MoneyConverter
{
    [VeroConverter]
    public static decimal ToVero(Money money) => money.Amount;
}

/// <summary>What the next two types read.</summary>
public abstract class HouseholdMembers
{
    public int Id { get; init; } = 48213;

    public Address? Home { get; init; } = new() { Street = "12 Collins Street", City = "Melbourne", Country = "AU" };

    public List<Order> Orders { get; init; } = [new Order { Number = 1, Total = 71.99m, Items = ["linen shirt", "belt"] }, new Order { Number = 2, Total = 880m, Items = ["coat"] }];

    public Money Spent { get; init; } = new(951.99m, "AUD");

    public Money? Credit { get; init; } = new Money(20m, "AUD");
}

/// <summary>With paths and a converter.</summary>
[VeroId(From = nameof(Id))]
[VeroTrait("city", From = "Home.City")]
[VeroTrait("country", From = "Home.Country")]
[VeroTrait("orders", From = "Orders.Count")]
[VeroTrait("totals", From = "Orders[].Total")]
[VeroTrait("spent", From = nameof(Spent))]
[VeroTrait("credit", From = nameof(Credit))]
public sealed partial class HouseholdByPaths : HouseholdMembers;

/// <summary>With properties that do the same by hand.</summary>
[VeroId(From = nameof(Id))]
public sealed partial class HouseholdByHand : HouseholdMembers
{
    [VeroTrait]
    public string? City => Home?.City;

    [VeroTrait]
    public string? Country => Home?.Country;

    [VeroTrait("orders")]
    public int? NumberOfOrders => Orders?.Count;

    [VeroTrait]
    public IEnumerable<decimal>? Totals => Orders?.Select(static order => order.Total);

    [VeroTrait("spent")]
    public decimal SpentAmount => Spent.Amount;

    [VeroTrait("credit")]
    public decimal? CreditAmount => Credit?.Amount;
}
