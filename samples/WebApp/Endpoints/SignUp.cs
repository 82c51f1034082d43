using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

public sealed record SignUp
{
    [Required]
    [Email]
    public string? Email { get; init; }

    [StringLength(100, MinimumLength = 1)]
    public string? FirstName { get; init; }

    [TimeZoneId]
    public string? TimeZone { get; init; }

    [LanguageTag]
    public string? Language { get; init; }
}
