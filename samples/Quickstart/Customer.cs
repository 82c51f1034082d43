using System.Globalization;
using Vero.Typed;

namespace Quickstart;

/// <summary>A customer of the shop. The attributes say what Vero gets to know; everything else stays here.</summary>
public sealed record Customer
{
    [VeroId]
    public required string Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait]
    public string? LastName { get; init; }

    [VeroTrait]
    public Plan? Plan { get; init; }

    [VeroTrait("signed_up_on")]
    public DateOnly? SignUpDate { get; init; }

    [VeroTrait]
    public decimal? LifetimeValue { get; init; }

    [VeroTrait]
    public double? Score { get; init; }

    [VeroTrait("newsletter")]
    public bool? WantsNewsletter { get; init; }

    [VeroTrait]
    public string? About { get; init; }

    [VeroTimezone]
    public TimeZoneInfo? TimeZone { get; init; }

    [VeroLanguage]
    public CultureInfo? Language { get; init; }

    [VeroUserAgent]
    public string? UserAgent { get; init; }

    [VeroChannel("push", "android")]
    public string? AndroidToken { get; init; }

    [VeroChannel("push", "ios")]
    public IReadOnlyList<string> IosTokens { get; init; } = [];

    /// <summary>Has no attribute, so it is never sent.</summary>
    public string? Note { get; init; }
}
