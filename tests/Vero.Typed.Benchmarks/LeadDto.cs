using System.Globalization;

namespace Vero.Typed.Benchmarks;

/// <summary>What a user of System.Text.Json would write for a <see cref="Lead"/>.</summary>
public sealed class LeadDto
{
    public required string Id { get; init; }

    public string? Email { get; init; }

    public required LeadDataDto Data { get; init; }

    public static LeadDto From(Lead lead) => new()
    {
        Id = lead.Id.ToString(CultureInfo.InvariantCulture),
        Email = lead.Email,
        Data = new LeadDataDto { FirstName = lead.FirstName, Vip = lead.Vip },
    };
}
