using Vero.Typed;

namespace WebApp.Customers;

/// <summary>Where a customer lives. Vero gets to know city and country.</summary>
public sealed record Address(string Street, [VeroTrait] string City, [VeroTrait] string Country);
