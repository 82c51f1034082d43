namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>The same members as those of the event, on a user.</summary>
public sealed partial class CustomerOfTraits
{
    [VeroId]
    public required Guid Id { get; init; }

    [VeroEmail]
    public string? Email { get; init; }

    [VeroTrait]
    public string? AndroidToken { get; init; }

    [VeroTrait]
    public string? FirstName { get; init; }

    [VeroTrait]
    public string? LastName { get; init; }

    [VeroTrait]
    public string? Company { get; init; }

    [VeroTrait]
    public string? City { get; init; }

    [VeroTrait]
    public string? Notes { get; init; }

    [VeroTrait]
    public string? Referrer { get; init; }

    [VeroTrait]
    public Plan Plan { get; init; }

    [VeroTrait]
    public bool Vip { get; init; }

    [VeroTrait]
    public int Visits { get; init; }

    [VeroTrait]
    public long? LastOrder { get; init; }

    [VeroTrait]
    public decimal Balance { get; init; }

    [VeroTrait]
    public double Score { get; init; }

    [VeroTrait]
    public DateTimeOffset SignedUpAt { get; init; }

    [VeroTrait]
    public string? Culture { get; init; }

    [VeroTrait]
    public int Offset { get; init; }

    public static CustomerOfTraits From(Customer customer) => new()
    {
        Id = customer.Id,
        Email = customer.Email,
        AndroidToken = customer.AndroidToken,
        FirstName = customer.FirstName,
        LastName = customer.LastName,
        Company = customer.Company,
        City = customer.City,
        Notes = customer.Notes,
        Referrer = customer.Referrer,
        Plan = customer.Plan,
        Vip = customer.Vip,
        Visits = customer.Visits,
        LastOrder = customer.LastOrder,
        Balance = customer.Balance,
        Score = customer.Score,
        SignedUpAt = customer.SignedUpAt,
        Culture = customer.Language,
        Offset = customer.Timezone,
    };
}
