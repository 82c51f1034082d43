using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

public sealed record NewDevice
{
    [Required]
    [AllowedValues("android", "ios")]
    public string? Platform { get; init; }

    [Required]
    [StringLength(500)]
    public string? Token { get; init; }
}
