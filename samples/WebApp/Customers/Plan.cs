namespace WebApp.Customers;

/// <summary>What a customer pays for. Sent and stored by name.</summary>
public enum Plan
{
    Free,
    Pro,
}
