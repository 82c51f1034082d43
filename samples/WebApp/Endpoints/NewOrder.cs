using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

public sealed record NewOrder
{
    [Range(0.01, 100_000)]
    public decimal Total { get; init; }
}
