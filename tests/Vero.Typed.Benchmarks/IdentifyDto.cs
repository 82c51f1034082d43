using System.Globalization;

namespace Vero.Typed.Benchmarks;

/// <summary>What a user of System.Text.Json would write for a <see cref="Customer"/>.</summary>
public sealed class IdentifyDto
{
    public required string Id { get; init; }

    public string? Email { get; init; }

    public ChannelDto[]? Channels { get; init; }

    public required CustomerDataDto Data { get; init; }

    public static IdentifyDto From(Customer customer) => new()
    {
        Id = customer.Id.ToString("D", CultureInfo.InvariantCulture),
        Email = customer.Email,
        Channels = customer.AndroidToken is null
            ? null
            : [new ChannelDto { Type = "push", Platform = "android", Address = customer.AndroidToken }],
        Data = new CustomerDataDto
        {
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Company = customer.Company,
            City = customer.City,
            Notes = customer.Notes,
            Referrer = customer.Referrer,
            Plan = customer.Plan switch
            {
                Plan.Free => "Free",
                Plan.Pro => "Pro",
                Plan.Enterprise => "Enterprise",
                _ => throw new ArgumentOutOfRangeException(nameof(customer)),
            },
            Vip = customer.Vip,
            Visits = customer.Visits,
            LastOrder = customer.LastOrder,
            Balance = customer.Balance,
            Score = customer.Score,
            SignedUpAt = customer.SignedUpAt,
            Language = customer.Language,
            Timezone = customer.Timezone,
        },
    };
}
