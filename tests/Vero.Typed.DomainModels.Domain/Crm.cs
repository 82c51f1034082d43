using Framework.Domain;
using Vero.Typed;

namespace Shop.Crm;

[VeroId(From = nameof(Id))]
[VeroTrait("created_at", From = nameof(CreationTime))]
[VeroData(From = nameof(ExtraProperties))]
[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)]
public class CrmContact : FullAuditedAggregateRoot<Guid>
{
    private CrmContact()
    {
    }

    public CrmContact(Guid id, string name)
    {
        Id = id;
        Name = name;
    }

    [VeroTrait]
    public string? Name { get; private set; }

    [VeroEmail(From = "Address")]
    [VeroTrait("email_confirmed", From = "IsConfirmed")]
    public ContactEmail? Email { get; set; }

    [VeroTrait("open_tickets", From = "Count")]
    public List<SupportTicket> Tickets { get; } = [];
}

public sealed class ContactEmail
{
    public required EmailAddress Address { get; init; }

    public bool IsConfirmed { get; init; }
}

public sealed class EmailAddress
{
    public required string Value { get; init; }

    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public bool IsEmpty => Value.Length == 0;
}

public sealed record SupportTicket(int Number, string Subject);

[VeroId(From = nameof(Id), Prefix = "admin-")]
[VeroTrait("kind", Value = "admin")]
[VeroTrait("tenant_created", From = nameof(CreationTime))]
[VeroTrait("is_deleted", From = nameof(IsDeleted))]
[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Local)]
public class TenantAdmin : FullAuditedAggregateRoot<long>
{
    public TenantAdmin(long id) => Id = id;

    [VeroEmail]
    public string? EmailAddress { get; set; }

    [VeroTrait("settings", Json = true)]
    public string? SettingsJson { get; set; }

    [VeroTrait("features", From = "[].Name")]
    public IReadOnlyList<TenantFeature>? Features { get; set; }
}

public sealed record TenantFeature(string Name, bool IsEnabled);
