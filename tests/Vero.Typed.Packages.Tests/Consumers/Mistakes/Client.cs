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
        AuthToken = configuration["Token"] ?? "M2Y5YTFjN2U4YjQyZDA1NjpjMWU4ZDQ3YTkyZjA2YjM1",
        BaseAddress = new Uri("http://proxy.example/"), // ours
    };
}

/// <summary>VERO203.</summary>
public sealed class Signup(IVeroClient vero)
{
    private readonly IVeroClient _vero = vero;

    public async Task CompleteAsync(Buyer buyer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        buyer.ToIdentifyRequest(); // at last
    }
}
