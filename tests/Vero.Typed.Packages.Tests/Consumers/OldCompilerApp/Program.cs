using Shop;
using Vero.Typed;

IVeroUser customer = new Customer { Id = 1, FirstName = "Zoë", Plan = Plan.Pro, Zone = TimeZoneInfo.Utc };
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
Console.WriteLine(new Lead { Key = "k", Home = new Address { City = "Bern" } }.ToIdentifyRequest().ToJson());
Console.WriteLine(new CartLeft(1, new Address { City = "Bern" }, new Points(3, 2)).ToTrackRequest().ToJson());
