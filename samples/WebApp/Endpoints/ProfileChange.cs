using System.ComponentModel.DataAnnotations;
using WebApp.Customers;

namespace WebApp.Endpoints;

/// <summary>What is to change. What is null, or not there, stays as it is.</summary>
public sealed record ProfileChange
{
    [Email]
    public string? Email { get; init; }

    [StringLength(100, MinimumLength = 1)]
    public string? FirstName { get; init; }

    public Plan? Plan { get; init; }

    public Address? Address { get; init; }

    [TimeZoneId]
    public string? TimeZone { get; init; }

    [LanguageTag]
    public string? Language { get; init; }
}
