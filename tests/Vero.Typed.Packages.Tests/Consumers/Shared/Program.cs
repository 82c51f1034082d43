using Shop.App;
using Shop.Domain;
using Vero.Typed;

Customer customer = new() { Id = 1, Email = "zoe@example.com", FirstName = "Zoë", Plan = Plan.Pro, Offset = TimeSpan.FromHours(-3.5) };
Customer member = new Member { Id = 2, FirstName = "王", Balance = 1.50m };
Supplier supplier = new() { Key = new Guid("11111111-2222-3333-4444-555555555555"), Token = "apns-1" };
#if PLANTED
customer.ToIdentifyRequest();
#endif
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
Console.WriteLine(member.ToIdentifyRequest().ToJson());
Console.WriteLine(supplier.ToIdentifyRequest().ToJson());

using LoopbackVero server = new();
using VeroClient vero = new(new VeroClientOptions { AuthToken = "token", BaseAddress = server.Address });
await vero.IdentifyAsync(member.ToIdentifyRequest());
Console.WriteLine(await server.Received);
