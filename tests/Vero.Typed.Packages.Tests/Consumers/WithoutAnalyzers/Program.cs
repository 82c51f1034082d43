using Vero.Typed;

var customer = new Customer { Id = 1, Email = "ann@example.com" };
Console.WriteLine(customer.ToIdentifyRequest().ToJson());
Console.WriteLine(new Lead { Id = 2, Home = new Address { City = "Bern" } }.ToIdentifyRequest().ToJson());
Console.WriteLine(new OrderPlaced(3, 9.5m).ToTrackRequest().ToJson());

static async Task SendAsync(IVeroClient client, Customer customer, OrderPlaced placed)
{
    await client.IdentifyAsync(customer);
    await client.UnsubscribeAsync(customer);
    await client.TrackAsync(placed);
}

_ = (Func<IVeroClient, Customer, OrderPlaced, Task>)SendAsync;

public sealed partial class Customer
{
#if !PLANTED
    [VeroId]
#endif
    public int Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }
}

public sealed class Lead
{
    [VeroId]
    public int Id { get; init; }

    [VeroTrait]
    public Address? Home { get; init; }
}

public sealed class Address
{
    [VeroTrait]
#if PLANTED
    public object? City { get; init; }
#else
    public string? City { get; init; }
#endif
}

[VeroEvent]
#if PLANTED
public sealed partial record OrderPlaced([VeroId] double CustomerId, [VeroTrait] decimal Total);
#else
public sealed partial record OrderPlaced([VeroId] int CustomerId, [VeroTrait] decimal Total);
#endif
