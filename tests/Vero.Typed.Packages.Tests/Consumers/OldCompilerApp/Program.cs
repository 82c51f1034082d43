using Shop;
using Vero.Typed;

IVeroUser customer = new Customer { Id = 1, FirstName = "Zoë", Plan = Plan.Pro, Zone = TimeZoneInfo.Utc };
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
Console.WriteLine(new Lead { Key = "k", Home = new Address { City = "Bern" } }.ToIdentifyRequest().ToJson());
