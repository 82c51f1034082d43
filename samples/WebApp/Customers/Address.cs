using System.ComponentModel.DataAnnotations;
using Vero.Typed;

namespace WebApp.Customers;

/// <summary>Where a customer lives. Vero gets to know city and country.</summary>
public sealed record Address([Required] string Street, [Required][VeroTrait] string City, [Required][VeroTrait] string Country);
