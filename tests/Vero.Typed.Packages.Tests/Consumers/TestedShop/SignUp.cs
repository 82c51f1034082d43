using Vero.Typed;

namespace Shop;

public sealed record Customer([VeroId] string Id, [VeroTrait] string Plan);

[VeroEvent("Placed order")]
public sealed record OrderPlaced([VeroId] string CustomerId, [VeroTrait] string Number);

public sealed class SignUp(IVeroClient vero)
{
    public Task RunAsync(Customer customer, CancellationToken cancellationToken) => vero.IdentifyAsync(customer.ToIdentifyRequest(), cancellationToken);
}
