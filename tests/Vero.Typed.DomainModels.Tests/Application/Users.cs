using Framework.Domain;
using NodaTime;
using Shop;
using Shop.Identity;
using Vero.Typed;

[assembly: VeroConverters(typeof(ShopConverters))]

namespace ShopApp;

/// <summary>Adds to a user of the domain assembly.</summary>
[VeroTrait("user_name", From = nameof(UserName))]
[VeroTrait("city", From = "Home.City")]
public sealed partial class AppUser : ShopUser
{
    public PostalAddress? Home { get; set; }

    [VeroTrait]
    public Instant LastSeen { get; set; }

    [VeroTrait("orders", From = "Count")]
    public List<AppOrder> Orders { get; } = [];

    [VeroTrait("skus", From = "[].Lines[].Sku")]
    public IEnumerable<AppOrder> OpenOrders => Orders.Where(static order => order.ClosedAt is null);
}

public sealed class AppOrder
{
    public DateTime? ClosedAt { get; set; }

    public List<AppOrderLine>? Lines { get; set; }
}

public sealed record AppOrderLine(string? Sku, int Quantity);

public abstract class KeyedEntity<TId>
{
    public TId Id { get; set; } = default!;

    public DateTime CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }
}

[VeroId(From = nameof(Id), Prefix = "operator-")]
[VeroTrait("since", From = nameof(CreatedAt))]
[VeroTrait("kind", Value = "operator")]
[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)]
public sealed class OperatorAccount : KeyedEntity<int>
{
    [VeroEmail]
    public string Login { get; set; } = "";

    [VeroTimezone(Id = true)]
    public string? Zone { get; set; }
}

[VeroId(From = nameof(Id))]
[VeroTrait("changed", From = nameof(UpdatedAt))]
public sealed class Clerk : KeyedEntity<AccountNumber>
{
    [VeroTrait("team", From = "Lead.Name")]
    public ClerkTeam? Team { get; set; }

    [VeroTrait]
    public Season? Shift { get; set; }
}

public sealed record ClerkTeam(ClerkLead? Lead);

public sealed record ClerkLead(string Name);

[VeroId(From = nameof(Id))]
[VeroTrait("deleted", From = nameof(IsDeleted))]
[VeroData(From = nameof(ExtraProperties))]
public sealed class Guest : FullAuditedAggregateRoot<string>
{
    public Guest(string id) => Id = id;

    [VeroTrait("answers", Json = true)]
    public string? Answers { get; set; }

    [VeroTrait]
    public LocalDate Arrival { get; set; }

    [VeroEmail]
    public Mailbox? Mail { get; set; }
}

public sealed class Tenant
{
    [VeroId(Prefix = "tenant-", Converter = nameof(KeyOf))]
    public string Path { get; set; } = "";

    [VeroTrait(Converter = nameof(Split))]
    public string? Tags { get; set; }

    [VeroTrait]
    public DateTime TrialEndsAt { get; set; }

    [VeroTrait("plan", From = "Current.Plan.Name")]
    public TenantSubscription? Subscription { get; set; }

    internal static string KeyOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    internal static string[] Split(string tags) => tags.Split(';');
}

public sealed record TenantSubscription(TenantPeriod? Current);

public sealed record TenantPeriod(TenantPlan? Plan);

public sealed record TenantPlan(string Name);

public sealed class LoyaltyMember
{
    [VeroId]
    public int Id { get; set; }

    [VeroTrait("level", From = "Name")]
    public MembershipLevel? Level { get; set; }

    [VeroTrait]
    public DateOnly JoinedOn { get; set; }

    [VeroTrait("points", From = "GetTotal()")]
    public PointsLedger Points { get; set; } = new();

    [VeroTrait("last_numbers", From = "[].Number")]
    [VeroTrait("purchases", From = "Count")]
    public IReadOnlyCollection<Purchase>? Purchases { get; set; }

    [VeroTrait("tags", From = "[][]")]
    public string[][] Labels { get; set; } = [];
}

public sealed class PointsLedger
{
    public List<int> Entries { get; } = [];

    public int GetTotal() => Entries.Sum();
}

public sealed record Purchase(string? Number);

public sealed record Tutor([VeroId] Guid Id)
{
    [VeroLanguage(Converter = nameof(Tag))]
    public TutorLanguage? Language { get; init; }

    [VeroTrait("calendar", Json = true)]
    public string? CalendarJson { get; init; }

    [VeroTrait]
    public Dictionary<DayOfWeek, decimal?> Rates { get; init; } = [];

    [VeroTrait(Converter = nameof(Words))]
    public string? Subjects { get; init; }

    internal static List<string> Words(string text) => [.. text.Split(' ')];

    internal static string Tag(TutorLanguage language) => $"{language.Language}-{language.Region}";
}

public sealed record TutorLanguage(string Language, string Region);
