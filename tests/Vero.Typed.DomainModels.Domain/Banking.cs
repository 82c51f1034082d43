using Framework.Domain;
using Vero.Typed;

namespace Shop.Banking;

public sealed class WalletOwner
{
    [VeroId]
    public required AccountNumber Number { get; init; }

    [VeroTrait]
    public Currency? Currency { get; init; }

    [VeroTrait]
    public Money? Balance { get; init; }

    [VeroTrait]
    public IReadOnlyDictionary<string, Money> Pockets { get; init; } = new Dictionary<string, Money>();

    [VeroTrait]
    public MembershipLevel? Level { get; init; }
}

public sealed class Donor
{
    [VeroId(Prefix = "donor-")]
    public AccountNumber Account { get; init; }

    [VeroEmail(From = "Address")]
    public DonorEmail? Email { get; init; }

    [VeroTrait("total_by_currency")]
    public Dictionary<Currency, decimal> Totals { get; init; } = [];

    [VeroTrait]
    public MembershipLevel[] Levels { get; init; } = [];

    [VeroTrait("last_gift", From = "Amount")]
    public Money? LastGift { get; init; }
}

public sealed record DonorEmail(string Address, bool IsVerified);

/// <summary>Several accounts of one person are one user.</summary>
public abstract class Party
{
    [VeroId]
    public int PartyId { get; set; }

    [VeroTrait]
    public string? LegalName { get; set; }
}

public sealed class Supplier : Party
{
    [VeroId(Replaces = true, Prefix = "supplier-")]
    public string SupplierCode { get; set; } = "";

    [VeroTrait]
    public int Rating { get; set; }
}

[VeroTrait("kind", Value = "partner")]
public sealed class Partner : Party
{
    [VeroId(Replaces = true)]
    public Guid PartnerKey { get; set; }

    [VeroTrait("contract_from", Converter = nameof(DateOf))]
    public DateTime ContractFrom { get; set; }

    internal static DateOnly DateOf(DateTime value) => DateOnly.FromDateTime(value);
}
