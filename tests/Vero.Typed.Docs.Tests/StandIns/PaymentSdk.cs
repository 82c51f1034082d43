#pragma warning disable // the shape and names of another project's types
namespace Stripe;

/// <summary>Stands for the class of the package Stripe.net.</summary>
public class Customer
{
    public string Id { get; set; } = "";

    public string? Email { get; set; }

    public Address? Address { get; set; }

    public long Balance { get; set; }

    public DateTime Created { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public StripeList<Subscription>? Subscriptions { get; set; }
}

public class Address
{
    public string? City { get; set; }

    public string? Country { get; set; }
}

public class StripeList<T>
{
    public List<T> Data { get; set; } = [];
}

public class Subscription
{
    public string Status { get; set; } = "";
}
