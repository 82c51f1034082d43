namespace WebApp.Customers;

/// <summary>What a customer has bought.</summary>
public sealed class Order(decimal total, DateTimeOffset placedAt)
{
    public int Id { get; private set; }

    public decimal Total { get; private set; } = total;

    public DateTimeOffset PlacedAt { get; private set; } = placedAt;
}
