using Microsoft.Extensions.Configuration;
using Vero.Typed;

namespace Shop.Client;

public sealed class Buyer
{
    [VeroId]
    public required int Id { get; init; }
}

/// <summary>VERO201 and VERO202.</summary>
public sealed class Options(IConfiguration configuration)
{
    public VeroClientOptions Make() => new()
    {
        AuthToken = configuration["Token"],
        BaseAddress = new Uri("https://proxy.example/"), // ours
    };
}

/// <summary>VERO203.</summary>
public sealed class Signup(IVeroClient vero)
{
    private readonly IVeroClient _vero = vero;

    public async Task CompleteAsync(Buyer buyer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await _vero.IdentifyAsync(buyer.ToIdentifyRequest(), cancellationToken); // at last
    }
}
