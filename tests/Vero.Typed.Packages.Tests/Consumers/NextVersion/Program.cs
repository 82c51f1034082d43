using System.Reflection;
using Shop.App;
using Shop.Domain;
using Vero.Typed;

AssemblyName built = typeof(Customer).Assembly.GetReferencedAssemblies().Single(static name => name.Name == "Vero.Typed");
Console.WriteLine($"built with {built.Version}, runs with {typeof(IdentifyRequest).Assembly.GetName().Version}");

IdentifyRequest[] requests =
[
    new Customer { Id = 1, Email = "zoe@example.com", FirstName = "Zoë", Plan = Plan.Pro, Offset = TimeSpan.FromHours(-3.5) }.ToIdentifyRequest(),
    new Supplier { Key = new Guid("11111111-2222-3333-4444-555555555555"), Token = "apns-1" }.ToIdentifyRequest(),
    new Member { Id = 2, Balance = 1.50m }.ToIdentifyRequest(),
];
foreach (IdentifyRequest request in requests)
    Console.WriteLine($"{AddedLater.Size(request)}: {request.ToJson()}");
