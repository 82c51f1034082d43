namespace WebApp.Customers;

/// <summary>Sent to Vero, and stored, as the Guid that it holds.</summary>
public readonly record struct CustomerId(Guid Value)
{
    public static CustomerId New() => new(Guid.CreateVersion7());
}
